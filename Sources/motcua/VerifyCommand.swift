// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Dossiers

/// `motcua verify`: history is the truth; this finds every place where something else is told.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Replays every dossier from its events, checks chains and numbers; 1 and a list where they differ.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try Installation.connect(data.directory)
        let result = try await VerifyHistory(database: installation.database)(progress: { done in
            if done.isMultiple(of: 10_000) { tell("\(done) dossiers checked") }
        })
        await installation.database.close()
        for damage in result.damage { print(damage.description) }
        tell("\(result.dossiers) dossiers, \(result.events) events, \(result.damage.count) differences.")
        if !result.damage.isEmpty { throw ExitCode.failure }
    }
}
