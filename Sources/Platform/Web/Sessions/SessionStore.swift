// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// The table of sessions.
package struct SessionStore: Sendable {
    let database: any Database
    let terms: SessionTerms
    let cache: SessionCache

    package init(database: any Database, terms: SessionTerms) {
        self.database = database
        self.terms = terms
        cache = SessionCache(seconds: terms.cacheSeconds)
    }

    static let seenEverySeconds: Int64 = 600

    /// The living session behind a token; notes, now and then, that it was seen.
    func session(tokenHash: String, now: Instant) async throws -> Session? {
        let found = try await database.lookUp { connection in try Self.find(tokenHash, connection) }
        guard let found, let expires = found.expiresAt, let seen = found.lastSeenAt, expires > now,
            now.seconds(since: seen) < terms.idleSeconds
        else { return nil }
        if now.seconds(since: seen) >= Self.seenEverySeconds {
            _ = try await database.write(.readCommitted) { connection in
                try connection.execute("UPDATE sessions SET last_seen_at = \(now) WHERE token_hash = \(tokenHash) AND last_seen_at < \(now)")
            }
        }
        return found
    }

    private static func find(_ tokenHash: String, _ connection: any Connection) throws -> Session? {
        try connection.first(
            "SELECT account_id, forgery_token, language, created_at, last_seen_at, expires_at FROM sessions WHERE token_hash = \(tokenHash)"
        ) { row in
            Session(
                tokenHash: tokenHash, accountID: try row.get(0), forgeryToken: try row.get(1),
                language: try row.get(2, as: String?.self).flatMap(Language.init(rawValue:)), createdAt: try row.get(3), lastSeenAt: try row.get(4),
                expiresAt: try row.get(5))
        }
    }

    /// Stores a new session and ends the one it takes the place of; gives the token for the cookie.
    func begin(account: Identifier, language: Language, replacing old: String?, now: Instant) async throws -> (token: String, session: Session) {
        let token = randomToken()
        let expires = now.adding(seconds: terms.absoluteSeconds)
        let session = Session(
            tokenHash: tokenHash(token), accountID: account, forgeryToken: randomToken(bytes: 16), language: language,
            createdAt: now, lastSeenAt: now, expiresAt: expires)
        try await database.write(.readCommitted) { connection in
            if let old {
                try connection.execute("DELETE FROM sessions WHERE token_hash = \(old)")
                try AccessChange.session(old).tell(connection)
            }
            try connection.execute(
                """
                INSERT INTO sessions (token_hash, account_id, forgery_token, language, created_at, last_seen_at, expires_at)
                VALUES (\(session.id), \(account), \(session.forgeryToken), \(language.rawValue), \(now), \(now), \(expires))
                """)
        }
        if let old { cache.forget(tokenHash: old) }
        return (token, session)
    }

    func end(tokenHash: String) async throws {
        cache.forget(tokenHash: tokenHash)
        try await database.write(.readCommitted) { connection in
            try connection.execute("DELETE FROM sessions WHERE token_hash = \(tokenHash)")
            try AccessChange.session(tokenHash).tell(connection)
        }
        cache.forget(tokenHash: tokenHash)
    }

    /// Ends every session of an account, but for the one named `sparing`.
    package func endAll(of account: Identifier, sparing spared: String = "") async throws {
        try await database.write(.readCommitted) { connection in
            try connection.execute("DELETE FROM sessions WHERE account_id = \(account) AND token_hash <> \(spared)")
            try AccessChange.account(account).tell(connection)
        }
        cache.forget(account: account)
    }

    /// Forgets what was read about an account, after its name or rights changed.
    package func forget(account: Identifier) {
        cache.forget(account: account)
    }

    /// Forgets what another node has changed (`AccessChange`).
    package func hear(_ payload: String) {
        switch AccessChange(payload) {
        case .session(let hash): cache.forget(tokenHash: hash)
        case .account(let account): cache.forget(account: account)
        case .token: break
        case nil: cache.forgetAll()
        }
    }

    /// Deletes what has expired.
    package func sweep(now: Instant) async throws -> Int {
        let idle = now.adding(seconds: -terms.idleSeconds)
        return try await database.write(.readCommitted) { connection in
            try connection.execute("DELETE FROM sessions WHERE expires_at <= \(now) OR last_seen_at <= \(idle)")
        }
    }
}
