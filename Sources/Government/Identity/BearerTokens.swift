// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Synchronization
import Web

/// Tells who shows a token. Answers are kept for a few seconds, so a program that calls often costs one look-up in a
/// while; a token revoked on another node is forgotten here when that is heard of, or within that time.
package final class BearerTokens: Sendable {
    private static let keptSeconds: Int64 = 10
    private static let largestCache = 2000
    /// Moments of use are written down at most this often.
    private static let useSeconds: Int64 = 300

    private struct Entry {
        let token: Identifier
        let person: Person
        let until: Instant
    }

    private let database: any Database
    private let entries = Mutex<[String: Entry]>([:])

    package init(database: any Database) {
        self.database = database
    }

    /// The person narrowed to the token's scopes; nil for anything that is no token in force.
    package func bearer(_ text: String, at now: Instant) async throws -> Person? {
        guard let hash = TokenText.hash(text) else { return nil }
        if let entry = entries.withLock({ $0[hash] }), now < entry.until { return entry.person }
        guard let (token, person) = try await lookUp(hash, at: now) else { return nil }
        let entry = Entry(token: token.id, person: person.narrowed(to: token.scopes), until: now.adding(seconds: Self.keptSeconds))
        entries.withLock { entries in
            if entries.count >= Self.largestCache { entries.removeAll() }
            entries[hash] = entry
        }
        if token.lastUsedAt.map({ now.seconds(since: $0) >= Self.useSeconds }) ?? true {
            try await database.write(.readCommitted) { try TokenStore($0).markUsed(token.id, at: now) }
        }
        return entry.person
    }

    func forget(_ token: Identifier) {
        entries.withLock { entries in entries = entries.filter { $0.value.token != token } }
    }

    /// Forgets what another node has changed (`AccessChange`).
    package func hear(_ payload: String) {
        switch AccessChange(payload) {
        case .token(let token): forget(token)
        case .account(let account): entries.withLock { entries in entries = entries.filter { $0.value.person.accountID != account } }
        case .session: break
        case nil: entries.withLock { $0.removeAll() }
        }
    }

    private func lookUp(_ hash: String, at now: Instant) async throws -> (TokenRecord, Person)? {
        try await database.read { connection in
            guard let token = try TokenStore(connection).token(hash: hash),
                let person = try AccountStore(connection).person(token.account, on: LocalDateTime(now).date)
            else { return nil }
            return (token, person)
        }
    }
}
