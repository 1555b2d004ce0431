// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// A token at the only moment its text is known.
package struct NewToken: Sendable {
    package let id: Identifier
    package let text: Secret<String>
    package let scopes: Set<Scope>
}

/// Makes an API token for an account. Only its hash is kept.
package struct CreateToken: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// Without scopes the token may do what the account may do by itself.
    package func callAsFunction(username: String, scopes asked: Set<Scope> = [], label: String = "", at now: Instant) async throws -> NewToken {
        let text = TokenText.new()
        guard let hash = TokenText.hash(text) else { throw Self.unknownAccount(username) }
        return try await database.write { connection in
            guard let person = try AccountStore(connection).person(username: username, on: LocalDateTime(now).date) else {
                throw Self.unknownAccount(username)
            }
            let scopes = asked.isEmpty ? person.scopes : asked
            guard scopes.isSubset(of: person.scopes) else { throw Self.tooWide(scopes.subtracting(person.scopes)) }
            let id = Identifier.new(at: now)
            let record = TokenRecord(id: id, account: person.accountID, label: normalised(label), scopes: scopes, createdAt: now, lastUsedAt: nil)
            try TokenStore(connection).insert(record, hash: hash, at: now)
            return NewToken(id: id, text: Secret(text), scopes: scopes)
        }
    }

    private static func unknownAccount(_ username: String) -> UserError {
        UserError(
            code: "identity.account_not_found", status: 404,
            title: Phrase(vi: "Không có tài khoản \(username)", en: "There is no account \(username)"))
    }

    private static func tooWide(_ scopes: Set<Scope>) -> UserError {
        UserError(
            code: "identity.scope_not_allowed", status: 422,
            title: Phrase(
                vi: "Tài khoản này không được cấp phạm vi: \(Scope.list(scopes))", en: "This account may not have the scope: \(Scope.list(scopes))"))
    }
}
