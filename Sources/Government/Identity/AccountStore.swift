// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Organisation

/// Accounts and posts in the database.
struct AccountStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ account: NewAccount, id: Identifier, passwordHash: String?, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO accounts (id, username, display_name, kind, password_hash, personal_id_number, phone, email, language, created_at)
            VALUES (
              \(id), \(usernameKey(account.username)), \(normalised(account.displayName)), \(account.kind), \(passwordHash.sqlValue),
              \(account.personalIDNumber.sqlValue), \(account.phone.sqlValue), \(account.email.sqlValue), \(account.language.rawValue), \(now))
            """)
        for post in account.posts { try insert(post, account: id, at: now) }
    }

    func insert(_ post: Post, account: Identifier, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO posts (account_id, unit_code, role, held_from, held_to, created_at)
            VALUES (\(account), \(post.unit), \(post.role), \(post.from), \(post.to.sqlValue), \(now))
            ON CONFLICT (account_id, unit_code, role, held_from) DO UPDATE SET held_to = excluded.held_to
            """)
    }

    /// Ends the open posts of a role; the number of them.
    func endPosts(account: Identifier, unit: String, role: PostRole, on day: LocalDate) throws -> Int {
        try connection.execute(
            """
            UPDATE posts SET held_to = \(day)
            WHERE account_id = \(account) AND unit_code = \(unit) AND role = \(role)
              AND held_from <= \(day) AND (held_to IS NULL OR held_to > \(day))
            """)
    }

    func setPasswordHash(_ hash: String, account: Identifier) throws {
        try connection.execute("UPDATE accounts SET password_hash = \(hash) WHERE id = \(account)")
    }

    func markSignedIn(_ account: Identifier, at now: Instant) throws {
        try connection.execute("UPDATE accounts SET signed_in_at = \(now) WHERE id = \(account)")
    }

    /// True when there was such an open account.
    func disable(_ account: Identifier, at now: Instant) throws -> Bool {
        try connection.execute("UPDATE accounts SET disabled_at = \(now) WHERE id = \(account) AND disabled_at IS NULL") > 0
    }
}

extension AccountStore {
    /// What signing in needs: by username, or by personal number where twelve digits were typed.
    func credentials(name: String) throws -> Credentials? {
        let key = usernameKey(name)
        let number = isPersonalIDNumber(key) ? key : nil
        return try connection.first(
            """
            SELECT id, password_hash FROM accounts
            WHERE (username = \(key) OR personal_id_number = \(number.sqlValue)) AND disabled_at IS NULL
            """
        ) { row in Credentials(account: try row.get(0), passwordHash: try row.get(1)) }
    }

    func credentials(account: Identifier) throws -> Credentials? {
        try connection.first("SELECT id, password_hash FROM accounts WHERE id = \(account) AND disabled_at IS NULL") { row in
            Credentials(account: try row.get(0), passwordHash: try row.get(1))
        }
    }

    /// The person behind an open account, with the posts held on a day.
    func person(_ id: Identifier, on day: LocalDate) throws -> Person? {
        try people("a.id = \(id)", on: day).first
    }

    func person(username: String, on day: LocalDate) throws -> Person? {
        try people("a.username = \(usernameKey(username))", on: day).first
    }

    func person(personalID: String, on day: LocalDate) throws -> Person? {
        try people("a.personal_id_number = \(personalID)", on: day).first
    }

    /// Who holds a role at a unit on a day, by name.
    func holders(of role: PostRole, at unit: String, on day: LocalDate) throws -> [Person] {
        try people(
            """
            a.id IN (SELECT h.account_id FROM posts h WHERE h.unit_code = \(unit) AND h.role = \(role)
              AND h.held_from <= \(day) AND (h.held_to IS NULL OR h.held_to >= \(day)))
            """, on: day)
    }

    /// Who holds any post at a unit on a day, by name.
    func colleagues(at unit: String, on day: LocalDate) throws -> [Person] {
        try people(
            """
            a.id IN (SELECT h.account_id FROM posts h WHERE h.unit_code = \(unit)
              AND h.held_from <= \(day) AND (h.held_to IS NULL OR h.held_to >= \(day)))
            """, on: day)
    }

    private func people(_ condition: SQL, on day: LocalDate) throws -> [Person] {
        let accounts = try connection.all(
            """
            SELECT a.id, a.username, a.display_name, a.kind, a.personal_id_number, a.phone, a.email, a.language
            FROM accounts a WHERE a.disabled_at IS NULL AND \(condition) ORDER BY a.display_name, a.username
            """
        ) { row in
            Person(
                accountID: try row.get(0), username: try row.get(1), displayName: try row.get(2), kind: try row.get(3),
                personalIDNumber: try row.get(4), phone: try row.get(5), email: try row.get(6), language: Language(rawValue: try row.get(7)) ?? .vi)
        }
        return try accounts.map { person in
            let own = try posts(of: person.accountID, on: day)
            return person.holding(own, covers: own.isEmpty ? [] : try covers(by: person.accountID, on: day))
        }
    }

    /// The units of several accounts in one question.
    func units(of accounts: [Identifier], on day: LocalDate) throws -> [String: Set<String>] {
        var units: [String: Set<String>] = [:]
        try connection.forEach(
            """
            SELECT account_id, unit_code FROM posts
            WHERE account_id IN \(list: accounts) AND held_from <= \(day) AND (held_to IS NULL OR held_to >= \(day))
            """
        ) { row in units[try row.get(0, as: String.self), default: []].insert(try row.get(1, as: String.self)) }
        return units
    }

    /// What colleagues who are away have lent, as far as they hold it themselves today.
    private func covers(by account: Identifier, on day: LocalDate) throws -> [Cover] {
        try AbsenceStore(connection).covered(by: account, on: day).compactMap { absence in
            let lent = try posts(of: absence.absentID, on: day).filter { $0.unit == absence.unit && $0.role.stepRole != nil }
                .map { Post(unit: $0.unit, role: $0.role, from: absence.from, to: absence.to) }
            return lent.isEmpty ? nil : Cover(absentID: absence.absentID, absentName: absence.absentName, posts: lent)
        }
    }

    private func posts(of account: Identifier, on day: LocalDate) throws -> [Post] {
        try connection.all(
            """
            SELECT unit_code, role, held_from, held_to FROM posts
            WHERE account_id = \(account) AND held_from <= \(day) AND (held_to IS NULL OR held_to >= \(day))
            ORDER BY unit_code, role
            """
        ) { row in Post(unit: try row.get(0), role: try row.get(1), from: try row.get(2), to: try row.get(3)) }
    }
}

/// An open account as far as signing in needs it.
struct Credentials: Sendable {
    let account: Identifier
    let passwordHash: String?
}
