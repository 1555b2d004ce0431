// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Organisation

/// An account as it is asked for.
package struct NewAccount: Sendable {
    package let username: String
    package let displayName: String
    package let kind: AccountKind
    /// Nil for accounts that only use tokens.
    package let password: Secret<String>?
    package let personalIDNumber: String?
    package let phone: String?
    package let email: String?
    package let language: Language
    package let posts: [Post]

    package init(
        username: String, displayName: String, kind: AccountKind, password: Secret<String>?, personalIDNumber: String? = nil, phone: String? = nil,
        email: String? = nil, language: Language = .vi, posts: [Post] = []
    ) {
        (self.username, self.displayName, self.kind, self.password) = (username, displayName, kind, password)
        (self.personalIDNumber, self.phone, self.email) = (personalIDNumber, phone, email)
        (self.language, self.posts) = (language, posts)
    }
}

package enum CreateAccountOutcome: Sendable {
    case created(Identifier)
    case invalid([FieldError])
}

/// Opens an account with its first posts.
package struct CreateAccount: Sendable {
    private let database: any Database
    private let passwords: PasswordHasher

    package init(database: any Database, passwords: PasswordHasher) {
        (self.database, self.passwords) = (database, passwords)
    }

    package func callAsFunction(_ account: NewAccount, at now: Instant) async throws -> CreateAccountOutcome {
        let problems = Self.problems(account)
        guard problems.isEmpty else { return .invalid(problems) }
        var hash: String?
        if let password = account.password { hash = try await passwords.hash(password.reveal()) }
        let (id, stored) = (Identifier.new(at: now), hash)
        do {
            try await database.write { try AccountStore($0).insert(account, id: id, passwordHash: stored, at: now) }
            return .created(id)
        } catch let error as DatabaseError {
            if error.violatesUnique("accounts.username") { return .invalid([Self.usernameTaken]) }
            if error.violatesUnique("accounts.personal_id_number") { return .invalid([Self.numberTaken]) }
            throw error
        }
    }

    static func problems(_ account: NewAccount) -> [FieldError] {
        var problems: [FieldError] = []
        let key = usernameKey(account.username)
        if !(3...64).contains(key.utf8.count) || key.utf8.allSatisfy({ (48...57).contains($0) }) {
            problems.append(
                FieldError(
                    field: "username",
                    message: Phrase(
                        vi: "Tên đăng nhập cần 3 đến 64 chữ cái, chữ số và có ít nhất một chữ cái",
                        en: "A username needs 3 to 64 letters and digits, at least one of them a letter")))
        }
        if normalised(account.displayName).isEmpty {
            problems.append(FieldError(field: "display_name", message: Phrase(vi: "Hãy nhập họ và tên", en: "Enter the full name")))
        }
        if let number = account.personalIDNumber, !isPersonalIDNumber(number) {
            problems.append(
                FieldError(
                    field: "personal_id_number", message: Phrase(vi: "Số định danh cá nhân có 12 chữ số", en: "A personal number has 12 digits")))
        }
        if let problem = account.password.flatMap({ PasswordRule.problem($0.reveal()) }) {
            problems.append(FieldError(field: "password", message: problem))
        }
        if account.kind != .officer, !account.posts.isEmpty {
            problems.append(FieldError(field: "posts", message: Phrase(vi: "Chỉ cán bộ mới giữ vị trí công tác", en: "Only officers hold posts")))
        }
        return problems
    }

    private static let usernameTaken = FieldError(
        field: "username", message: Phrase(vi: "Tên đăng nhập này đã có người dùng", en: "This username is taken"))
    private static let numberTaken = FieldError(
        field: "personal_id_number", message: Phrase(vi: "Số định danh này đã có tài khoản", en: "This personal number has an account already"))
}
