// SPDX-License-Identifier: Apache-2.0

/// Word that something has changed: where, what people call it, and who did it. Small enough to travel as one message of a
/// database's notification channel; what exactly changed is read from the database by whoever wants to know.
package struct LiveNote: Codable, Hashable, Sendable {
    /// The places that changed; a reader of any of them hears of it once.
    package let topics: Set<String>
    package let subject: String
    package let by: String
    /// The account that did it, which needs no word of its own work.
    package let account: String

    package init(topics: Set<String>, subject: String, by: String, account: String) {
        (self.topics, self.subject, self.by, self.account) = (topics, subject, by, account)
    }
}

/// A place in the row of notes of one channel, as a page carries it: what came after it was not seen yet.
package struct LiveMark: Hashable, Sendable {
    let epoch: String
    let number: Int

    init(epoch: String, number: Int) {
        (self.epoch, self.number) = (epoch, number)
    }

    /// `9f1c2b.41`.
    package var text: String { "\(epoch).\(number)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 40, parts.count == 2, let number = Int(parts[1]), number >= 0 else { return nil }
        self.init(epoch: String(parts[0]), number: number)
    }
}
