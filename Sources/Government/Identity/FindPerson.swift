// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Organisation

/// Looks people up: who is behind a session, who holds a post.
package struct FindPerson: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// Nil when the account is closed or was never there.
    package func callAsFunction(_ account: Identifier, at now: Instant) async throws -> Person? {
        try await database.read { try AccountStore($0).person(account, on: LocalDateTime(now).date) }
    }

    package func callAsFunction(username: String, at now: Instant) async throws -> Person? {
        try await database.read { try AccountStore($0).person(username: username, on: LocalDateTime(now).date) }
    }

    /// Who has the account of this personal number (số định danh cá nhân).
    package func callAsFunction(personalID: String, at now: Instant) async throws -> Person? {
        try await database.read { try AccountStore($0).person(personalID: personalID, on: LocalDateTime(now).date) }
    }

    /// Everybody who holds a role at a unit today, by name: those a task can be given to.
    package func holders(of role: PostRole, at unit: String, now: Instant) async throws -> [Person] {
        try await database.read { try AccountStore($0).holders(of: role, at: unit, on: LocalDateTime(now).date) }
    }

    /// Everybody who handles dossiers at a unit today, by name.
    package func colleagues(at unit: String, now: Instant) async throws -> [Person] {
        try await database.read { connection in
            try AccountStore(connection).colleagues(at: unit, on: LocalDateTime(now).date)
                .filter { $0.ownPosts.contains { $0.unit == unit && $0.role.stepRole != nil } }
        }
    }

    /// The units each of these accounts holds a post at today.
    package func units(of accounts: Set<Identifier>, at now: Instant) async throws -> [String: Set<String>] {
        guard !accounts.isEmpty else { return [:] }
        return try await database.read { try AccountStore($0).units(of: accounts.sorted(), on: LocalDateTime(now).date) }
    }

    /// The same inside a transaction somebody has open.
    package static func find(_ account: Identifier, at now: Instant, in connection: any Connection) throws -> Person? {
        try AccountStore(connection).person(account, on: LocalDateTime(now).date)
    }
}
