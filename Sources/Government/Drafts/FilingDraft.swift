// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A filing that is not filed yet: everything typed so far, kept for its owner on any device.
package struct FilingDraft: Sendable, Hashable {
    package let id: Identifier
    package let account: String
    package let procedure: String
    package let version: Int
    package let caseCode: String
    /// The desk that will receive it.
    package let unit: String
    /// Every field of every step as it was typed, files as signed references.
    package var entries: [Entry]
    /// Counts the savings, so that a device notices that another has saved meanwhile.
    package var sequence: Int
    package let createdAt: Instant
    package var savedAt: Instant
    /// The dossier it became; then nothing can be changed any more.
    package var filedAs: Identifier?

    package struct Entry: Sendable, Hashable, Codable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            (self.name, self.value) = (name, value)
        }
    }

    package init(
        id: Identifier, account: String, procedure: String, version: Int, caseCode: String, unit: String, entries: [Entry], sequence: Int,
        createdAt: Instant, savedAt: Instant, filedAs: Identifier? = nil
    ) {
        (self.id, self.account, self.procedure, self.version, self.caseCode) = (id, account, procedure, version, caseCode)
        (self.unit, self.entries, self.sequence) = (unit, entries, sequence)
        (self.createdAt, self.savedAt, self.filedAs) = (createdAt, savedAt, filedAs)
    }

    /// The draft with one step's fields replaced; the other steps' stay as they are, whoever saved them.
    package func replacing(_ fields: (String) -> Bool, by new: [Entry]) -> [Entry] {
        entries.filter { !fields($0.name) } + new
    }
}
