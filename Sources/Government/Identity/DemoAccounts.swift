// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Organisation
import Yams

/// An account of a demonstration, with the password to show to whoever tries the product.
package struct DemoAccount: Hashable, Sendable {
    package let username: String
    package let displayName: String
    package let password: String
    package let kind: AccountKind
    package let posts: [Post]
}

/// The accounts of a demonstration: made once, shown again as often as wanted. An installation that serves people never
/// calls this.
package struct DemoAccounts: Sendable {
    private let database: any Database
    private let passwords: PasswordHasher

    package init(database: any Database, passwords: PasswordHasher) {
        (self.database, self.passwords) = (database, passwords)
    }

    /// Makes the accounts of a pack's `demo-accounts.yaml` that are not there yet, and lists all.
    package func create(from directory: String, at now: Instant) async throws -> [DemoAccount] {
        let file = "demo-accounts.yaml"
        let text = try ProvincePack.read(file, in: directory)
        let sheet: DemoSheet
        do {
            sheet = try YAMLDecoder().decode(DemoSheet.self, from: text)
        } catch {
            throw ProvincePack.mistake(file: file, "\(error)")
        }
        return try await create(sheet, at: now)
    }

    func create(_ sheet: DemoSheet, at now: Instant) async throws -> [DemoAccount] {
        let present = Set(try await list(at: now).map(\.username))
        let today = LocalDateTime(now).date
        var random = SystemRandomNumberGenerator()
        for (position, line) in sheet.accounts.enumerated() where !present.contains(usernameKey(line.username)) {
            let password = readablePassword(using: &random)
            let account = line.account(password: Secret(password), from: today)
            let problems = CreateAccount.problems(account)
            guard problems.isEmpty else { throw ProvincePack.mistake(file: "demo-accounts.yaml", "\(line.username): \(problems)") }
            let hash = try await passwords.hash(password)
            try await database.write { connection in
                let (accounts, id) = (AccountStore(connection), Identifier.new(at: now))
                // Another process of the same installation may be setting up the same demonstration.
                guard try accounts.credentials(name: account.username) == nil else { return }
                try accounts.insert(account, id: id, passwordHash: hash, at: now)
                try DemoAccountStore(connection).insert(id, position: position, password: password)
            }
        }
        return try await list(at: now)
    }

    /// What was made, in the order of the pack; nothing where no demonstration was set up.
    package func list(at now: Instant) async throws -> [DemoAccount] {
        try await database.read { connection in
            let accounts = AccountStore(connection)
            return try DemoAccountStore(connection).all().compactMap { entry in
                try accounts.person(entry.account, on: LocalDateTime(now).date).map { person in
                    DemoAccount(
                        username: person.username, displayName: person.displayName, password: entry.password, kind: person.kind, posts: person.posts)
                }
            }
        }
    }
}

/// `demo-accounts.yaml` as it is written.
struct DemoSheet: Decodable, Sendable {
    let accounts: [Line]

    struct Line: Decodable, Sendable {
        let username: String
        let name: String
        let kind: AccountKind
        let personalNumber: String?
        let phone: String?
        let posts: [Place]?

        func account(password: Secret<String>, from day: LocalDate) -> NewAccount {
            let posts = (posts ?? []).flatMap { place in place.roles.map { Post(unit: place.unit, role: $0, from: day) } }
            return NewAccount(
                username: username, displayName: name, kind: kind, password: password, personalIDNumber: personalNumber, phone: phone, posts: posts)
        }
    }

    struct Place: Decodable, Sendable {
        let unit: String
        let roles: [PostRole]
    }
}
