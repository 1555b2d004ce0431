// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database

/// `motcua migrate`: brings the schema up to date and says what was done.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "Brings the database schema up to date.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try Installation.connect(data.directory)
        let applied = try await installation.migrate()
        await installation.database.close()
        for name in applied { print(name) }
        tell(applied.isEmpty ? "The schema is up to date." : "\(applied.count) migrations applied.")
    }
}
