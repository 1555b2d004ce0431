// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The one program of the house; every door is a subcommand.
@main struct MotCua: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "motcua", abstract: "The open digital one-stop government of a province.", version: Release.version,
        subcommands: [
            ServeCommand.self, InitCommand.self, ImportCommand.self, DueCommand.self, VerifyCommand.self, TokenCommand.self,
            DemoAccountsCommand.self, MigrateCommand.self, HealthcheckCommand.self,
        ])
}

enum Release {
    static let version = "0.1.0"
}
