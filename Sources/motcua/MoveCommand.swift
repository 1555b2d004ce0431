// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Foundation
import Kernel

/// `motcua move`: an installation that has outgrown its machine goes on in PostgreSQL.
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Moves the embedded database to PostgreSQL. A move that was cut off goes on where it was.",
        discussion: """
            Stop the server first: nobody may write meanwhile. Afterwards the embedded database refuses to be served; check the new \
            one with `motcua verify --database URL`, then serve with `--database URL`. The files stay where they are.
            """)

    @Option(help: "Where to: postgres://USER@HOST/NAME, an empty database in UTF8.")
    var to: String?

    @Flag(help: "Gives an unfinished or finished move up: the embedded database is served again. What was written elsewhere since is not there.")
    var abandon = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (to == nil) == abandon else { throw ValidationError("Say --to URL, or --abandon.") }
    }

    func run() async throws {
        let path = data.embeddedPath
        guard FileManager.default.fileExists(atPath: path) else { throw NotInitialised() }
        if abandon {
            let source = try SQLiteDatabase(path: path)
            try await source.write { try Moved.forget($0) }
            await source.close()
            return tell("The embedded database in \(data.directory.path) is served again.")
        }
        guard let target = to.flatMap(PostgresAddress.init) else {
            throw ValidationError("The address is not understood. It looks like postgres://user@host/name.")
        }
        try await prepare(path, target)
        let began = ContinuousClock.now
        let outcome = try await MoveToPostgres(from: path, to: target)(progress: { step in
            tell("\(step.table): \(step.moved) of \(step.rows) rows, \((ContinuousClock.now - began).components.seconds) s")
        })
        let seconds = max(1, (ContinuousClock.now - began).components.seconds)
        tell(
            "\(outcome.rows) rows of \(outcome.tables) tables moved in \(seconds) s (\(outcome.movedBefore) before). Check them: motcua verify --database URL"
        )
    }

    /// Both sides have the schema of this version.
    private func prepare(_ path: String, _ target: PostgresAddress) async throws {
        let source = Installation(database: try SQLiteDatabase(path: path), directory: data.directory, files: .folder(data.directory))
        _ = try await source.migrate()
        try await source.fillIn()
        await source.database.close()
        let new = Installation(database: PostgresDatabase(target), directory: data.directory, files: .folder(data.directory))
        _ = try await new.migrate()
        await new.database.close()
    }
}
