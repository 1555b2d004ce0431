// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A stay of one account in one browser. Anonymous visitors have none stored.
package struct Session: Sendable {
    private let stored: Stored?

    package static let anonymous = Session(stored: nil)

    package var isAnonymous: Bool { stored == nil }
    package var accountID: Identifier? { stored?.accountID }
    package var language: Language? { stored?.language }
    package var createdAt: Instant? { stored?.createdAt }
    package var lastSeenAt: Instant? { stored?.lastSeenAt }
    package var expiresAt: Instant? { stored?.expiresAt }
    /// Names the session in lists and audit rows: the hash under which it is stored, of no use as a cookie.
    package var id: String { stored?.tokenHash ?? "" }
    /// The secret behind the tokens of this session's forms; pages use `context.forgeryToken`.
    var forgeryToken: String { stored?.forgeryToken ?? "" }

    private init(stored: Stored?) {
        self.stored = stored
    }

    init(
        tokenHash: String, accountID: Identifier?, forgeryToken: String, language: Language?, createdAt: Instant, lastSeenAt: Instant,
        expiresAt: Instant
    ) {
        stored = Stored(
            tokenHash: tokenHash, accountID: accountID, forgeryToken: forgeryToken, language: language, createdAt: createdAt, lastSeenAt: lastSeenAt,
            expiresAt: expiresAt)
    }

    /// Shared by every copy, so that passing a session on costs one reference.
    private final class Stored: Sendable {
        let tokenHash: String
        let accountID: Identifier?
        let forgeryToken: String
        let language: Language?
        let createdAt, lastSeenAt, expiresAt: Instant

        init(
            tokenHash: String, accountID: Identifier?, forgeryToken: String, language: Language?, createdAt: Instant, lastSeenAt: Instant,
            expiresAt: Instant
        ) {
            (self.tokenHash, self.accountID, self.forgeryToken, self.language) = (tokenHash, accountID, forgeryToken, language)
            (self.createdAt, self.lastSeenAt, self.expiresAt) = (createdAt, lastSeenAt, expiresAt)
        }
    }
}
