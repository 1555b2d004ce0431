// SPDX-License-Identifier: Apache-2.0

/// Word that something has changed: where, what people call it, and who did it. Small enough to travel as one message of a
/// database's notification channel; what exactly changed is read from the database by whoever wants to know.
package struct LiveNote: Hashable, Sendable {
    /// The places that changed; a reader of any of them hears of it once.
    package let topics: Set<String>
    package let subject: String
    package let by: String
    /// The account that did it, which needs no word of its own work.
    package let account: String

    package init(topics: Set<String>, subject: String, by: String, account: String) {
        (self.topics, self.subject, self.by, self.account) = (topics, subject, by, account)
    }

    /// The note as one message: four lines, the topics on the first. What is too long for a message is empty, which is heard
    /// as a gap.
    var payload: String {
        let lines =
            [topics.sorted().joined(separator: " ")] + [account, subject, by].map { $0.filter { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 } } }
        let text = lines.joined(separator: "\n")
        return text.utf8.count <= Self.longestPayload ? text : ""
    }

    private static let longestPayload = 4000

    init?(payload: String) {
        let lines = payload.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count == 4 else { return nil }
        self.init(topics: Set(lines[0].split(separator: " ").map(String.init)), subject: lines[2], by: lines[3], account: lines[1])
    }
}

/// A place in the row of notes, as a page carries it: what came after it was not seen yet. Its own hub knows the place by its
/// number, those of other processes by its time.
package struct LiveMark: Hashable, Sendable {
    let epoch: String
    package let number: Int
    let at: Int64

    init(epoch: String, number: Int, at: Int64) {
        (self.epoch, self.number, self.at) = (epoch, number, at)
    }

    /// `9f1c2b.41.1795251600000`.
    package var text: String { "\(epoch).\(number).\(at)" }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 60, parts.count == 3, let number = Int(parts[1]), number >= 0, let at = Int64(parts[2]), at >= 0 else { return nil }
        self.init(epoch: String(parts[0]), number: number, at: at)
    }
}
