// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

package enum ChangePasswordOutcome: Sendable {
    case changed
    case invalid([FieldError])
}

/// Replaces a password by its owner, who proves to know the old one.
package struct ChangePassword: Sendable {
    private let database: any Database
    private let passwords: PasswordHasher

    package init(database: any Database, passwords: PasswordHasher) {
        (self.database, self.passwords) = (database, passwords)
    }

    package func callAsFunction(_ account: Identifier, old: String, new: String) async throws -> ChangePasswordOutcome {
        if let problem = PasswordRule.problem(new) { return .invalid([FieldError(field: "new_password", message: problem)]) }
        let credentials = try await database.read { try AccountStore($0).credentials(account: account) }
        guard try await passwords.verify(old, against: credentials?.passwordHash) else {
            return .invalid([
                FieldError(field: "old_password", message: Phrase(vi: "Mật khẩu hiện tại không đúng", en: "The present password is wrong"))
            ])
        }
        let hash = try await passwords.hash(new)
        try await database.write { try AccountStore($0).setPasswordHash(hash, account: account) }
        return .changed
    }
}
