// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Identity
import Kernel
import Web

/// `motcua token create`: an API token, printed once.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "token", abstract: "API tokens.", subcommands: [CreateTokenCommand.self])
}

struct CreateTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Makes a token for an account and prints it once.")

    @Option(help: "Username of the account.")
    var user: String

    @Option(help: "What the token may be used for: read, citizen, officer, catalogue, admin. Everything the account may do by default.")
    var scopes: String = ""

    @Option(help: "A name to recognise the token by.")
    var label: String = ""

    @OptionGroup var data: DataOptions

    func run() async throws {
        let allowed: Set<Scope>
        switch Scope.parse(scopes) {
        case .success(let parsed): allowed = parsed
        case .failure(let unknown): throw ValidationError("There is no scope “\(unknown.word)”.")
        }
        let installation = try await Installation.existing(data)
        let token = try await CreateToken(database: installation.database)(username: user, scopes: allowed, label: label, at: systemNow())
        print(token.text.reveal())
        await installation.database.close()
    }
}
