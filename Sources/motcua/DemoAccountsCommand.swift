// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Foundation
import Identity
import Kernel
import Organisation
import Web

/// `motcua demo-accounts`: the people of the demonstration and their passwords.
struct DemoAccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "demo-accounts", abstract: "Lists the accounts of the demonstration.")

    @Flag(help: "Write a list of {username, password, name, posts[{unit, role}]} as JSON.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try await Installation.open(data)
        let accounts = try await DemoAccounts(database: installation.database, passwords: PasswordHasher()).list(at: systemNow())
        await installation.database.close()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(accounts.map(DemoAccountJSON.init)), as: UTF8.self))
        } else if accounts.isEmpty {
            tell("There are no demonstration accounts here; `motcua serve --demo` makes them.")
        } else {
            print(DemoAccountSheet.text(accounts))
        }
    }
}

struct DemoAccountJSON: Encodable {
    struct PostJSON: Encodable {
        let unit: String
        let role: String
    }

    let username: String
    let password: String
    let name: String
    let kind: String
    let posts: [PostJSON]

    init(_ account: DemoAccount) {
        (username, password, name, kind) = (account.username, account.password, account.displayName, account.kind.rawValue)
        posts = account.posts.map { PostJSON(unit: $0.unit, role: $0.role.rawValue) }
    }
}

enum DemoAccountSheet {
    static func text(_ accounts: [DemoAccount]) -> String {
        let lines = accounts.map { account -> String in
            let posts = account.posts.map { "\($0.role.phrase.vi) \($0.unit)" }.joined(separator: ", ")
            return [pad(account.username, 20), pad(account.password, 28), pad(account.displayName, 28), posts].joined(separator: " ")
        }
        return lines.joined(separator: "\n")
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
