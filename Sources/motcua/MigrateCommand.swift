// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Jobs
import Web

/// `motcua migrate`: brings the schema up to date and says what was done.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "migrate", abstract: "Brings the database schema up to date.")

    @Flag(help: "Also takes the steps that programs before this one do not bear; refused while one of them serves.")
    var contract = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try Installation.connect(data)
        let applied = try await contract ? installation.contract() : installation.migrate()
        try await installation.fillIn()
        let waiting = try await Migrator(Installation.migrations).waiting(installation.database)
        await installation.database.close()
        for name in applied { print(name) }
        tell(applied.isEmpty ? "Nothing was missing." : "\(applied.count) migrations applied.")
        if !waiting.isEmpty {
            tell("Waiting until every node runs this program: \(waiting.joined(separator: ", ")). Then run motcua migrate --contract.")
        }
    }
}

extension Installation {
    /// Takes every step there is, once no other program is at work.
    fileprivate func contract() async throws -> [String] {
        let migrator = Migrator(Self.migrations)
        let isThere = try await database.read { try $0.hasTable("nodes") }
        let serving = try await isThere ? database.read { try NodeStore($0).serving(at: systemNow()) } : []
        let others = serving.filter { $0.fingerprint != migrator.fingerprint }
        guard others.isEmpty else { throw OthersServe(names: others.map { "\($0.name) (\($0.release))" }) }
        return try await migrator.migrate(database, .everything)
    }
}

/// Nodes of another program would break.
struct OthersServe: Error, CustomStringConvertible {
    let names: [String]

    var description: String { "These nodes run another program: \(names.joined(separator: ", ")). Stop or update them first." }
}
