// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A message (tin nhắn) between an applicant and the office, on one dossier. Plain text; never changed once sent.
package struct Message: Sendable, Hashable {
    package static let maximumCharacters = 4000

    package let id: Identifier
    package let authorAccount: String
    package let authorName: String
    package let isFromOffice: Bool
    package let text: String
    package let at: Instant
    /// When somebody of the other side first had it before them.
    package let readAt: Instant?

    package init(
        id: Identifier, authorAccount: String, authorName: String, isFromOffice: Bool, text: String, at: Instant, readAt: Instant? = nil
    ) {
        (self.id, self.authorAccount, self.authorName) = (id, authorAccount, authorName)
        (self.isFromOffice, self.text, self.at, self.readAt) = (isFromOffice, text, at, readAt)
    }
}
