// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

package enum SignInOutcome: Sendable {
    case signedIn(Person)
    /// Unknown name, wrong password, closed account: which of them is not said.
    case refused
    /// Too many failures; nothing is tried before this moment.
    case blocked(until: Instant)
}

/// Checks a name and a password. An attempt is counted before the password is looked at and taken back when it was
/// right, so many attempts at once count like many in a row.
package struct SignIn: Sendable {
    /// Failures before a pause.
    package static let allowedFailures = 5
    /// Length of the pause, and how long a failure is remembered.
    package static let pauseSeconds: Int64 = 15 * 60

    private let database: any Database
    private let passwords: PasswordHasher

    package init(database: any Database, passwords: PasswordHasher) {
        (self.database, self.passwords) = (database, passwords)
    }

    /// The name is a username or, for citizens, their personal identification number.
    package func callAsFunction(name: String, password: String, at now: Instant) async throws -> SignInOutcome {
        let attempt = try await database.write(.readCommitted) { connection in try Self.begin(name: name, at: now, connection) }
        switch attempt {
        case .blocked(let until):
            return .blocked(until: until)
        case .open(let subject, let credentials):
            let isPlausible = password.utf8.count <= PasswordRule.longest
            let isRight = try await passwords.verify(isPlausible ? password : "", against: isPlausible ? credentials?.passwordHash : nil)
            guard isRight, let credentials else { return .refused }
            return try await welcome(credentials, subject: subject, password: password, at: now)
        }
    }

    private enum Attempt: Sendable {
        case blocked(until: Instant)
        case open(subject: String, credentials: Credentials?)
    }

    private static func begin(name: String, at now: Instant, _ connection: any Connection) throws -> Attempt {
        let failures = SignInFailureStore(connection)
        try failures.forget(before: now.adding(seconds: -pauseSeconds))
        let credentials = try AccountStore(connection).credentials(name: name)
        let subject = credentials.map { "account \($0.account)" } ?? "name \(usernameKey(String(name.prefix(100))))"
        if try failures.add(subject, at: now, atMost: allowedFailures) { return .open(subject: subject, credentials: credentials) }
        return .blocked(until: (try failures.recent(subject)?.lastAt ?? now).adding(seconds: pauseSeconds))
    }

    private func welcome(_ credentials: Credentials, subject: String, password: String, at now: Instant) async throws -> SignInOutcome {
        let isOutdated = credentials.passwordHash.map(passwords.isOutdated) ?? false
        let renewed = isOutdated ? try await passwords.hash(password) : nil
        let person = try await database.write(.readCommitted) { connection in
            let accounts = AccountStore(connection)
            try SignInFailureStore(connection).clear(subject)
            try accounts.markSignedIn(credentials.account, at: now)
            if let renewed { try accounts.setPasswordHash(renewed, account: credentials.account) }
            return try accounts.person(credentials.account, on: LocalDateTime(now).date)
        }
        return person.map(SignInOutcome.signedIn) ?? .refused
    }
}
