// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel

/// API tokens in the database, by their hashes.
struct TokenStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ token: TokenRecord, hash: String, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO api_tokens (id, token_hash, account_id, label, scopes, created_at)
            VALUES (\(token.id), \(hash), \(token.account), \(token.label), \(Scope.list(token.scopes)), \(now))
            """)
    }

    /// A token in force.
    func token(hash: String) throws -> TokenRecord? {
        try connection.first(
            """
            SELECT id, account_id, label, scopes, created_at, last_used_at FROM api_tokens
            WHERE token_hash = \(hash) AND revoked_at IS NULL
            """
        ) { try Self.token($0) }
    }

    func tokens(of account: Identifier) throws -> [TokenRecord] {
        try connection.all(
            """
            SELECT id, account_id, label, scopes, created_at, last_used_at FROM api_tokens
            WHERE account_id = \(account) AND revoked_at IS NULL ORDER BY created_at, id
            """
        ) { try Self.token($0) }
    }

    func markUsed(_ id: Identifier, at now: Instant) throws {
        try connection.execute("UPDATE api_tokens SET last_used_at = \(now) WHERE id = \(id)")
    }

    func revoke(_ id: Identifier, of account: Identifier, at now: Instant) throws -> Bool {
        try connection.execute(
            "UPDATE api_tokens SET revoked_at = \(now) WHERE id = \(id) AND account_id = \(account) AND revoked_at IS NULL") > 0
    }

    func revokeAll(of account: Identifier, at now: Instant) throws {
        try connection.execute("UPDATE api_tokens SET revoked_at = \(now) WHERE account_id = \(account) AND revoked_at IS NULL")
    }

    private static func token(_ row: borrowing Row) throws -> TokenRecord {
        let scopes = try Scope.parse(try row.get(3, as: String.self)).get()
        return TokenRecord(
            id: try row.get(0), account: try row.get(1), label: try row.get(2), scopes: scopes, createdAt: try row.get(4), lastUsedAt: try row.get(5))
    }
}

/// What is known about a token; the token itself is known only to its holder.
package struct TokenRecord: Hashable, Sendable {
    package let id: Identifier
    package let account: Identifier
    package let label: String
    package let scopes: Set<Scope>
    package let createdAt: Instant
    package let lastUsedAt: Instant?
}
