// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Database
import Foundation

/// Where an installation keeps its data.
struct DataOptions: ParsableArguments {
    @Option(help: "Folder of the files, and of the embedded database (or MOTCUA_DATA); ./data by default.")
    var data: String?

    @Option(
        help:
            "PostgreSQL instead of the embedded database: postgres://USER@HOST[,HOST]/NAME (or MOTCUA_DATABASE, or MOTCUA_DATABASE_FILE naming a file that holds it)."
    )
    var database: String?

    @Option(help: "How many connections to PostgreSQL a process keeps (or MOTCUA_DATABASE_CONNECTIONS); 8 by default.")
    var databaseConnections: Int?

    @OptionGroup var files: FilesOptions

    var directory: URL {
        URL(filePath: environment(data, "DATA") ?? "data", directoryHint: .isDirectory)
    }

    /// The file of the embedded database.
    var embeddedPath: String { directory.appending(path: "motcua.sqlite").path }

    /// Nil for the embedded database.
    func postgres() throws -> PostgresAddress? {
        guard let text = try environment(database, "DATABASE") ?? secretFile("DATABASE_FILE") else { return nil }
        guard let address = PostgresAddress(text) else {
            throw ValidationError("The address of the database is not understood. It looks like postgres://user@host/name.")
        }
        return address
    }

    func connections() throws -> Int {
        guard let text = environment(databaseConnections.map(String.init), "DATABASE_CONNECTIONS") else { return 8 }
        guard let count = Int(text), (1...200).contains(count) else { throw ValidationError("\(text) is no number of connections: 1 to 200.") }
        return count
    }
}

/// The option's value, or that of its environment variable `MOTCUA_…`.
func environment(_ value: String?, _ name: String) -> String? {
    value ?? ProcessInfo.processInfo.environment["MOTCUA_" + name].flatMap { $0.isEmpty ? nil : $0 }
}

/// The first line of the file that the environment variable `MOTCUA_…` names: where secrets are kept out of the environment.
func secretFile(_ name: String) throws -> String? {
    guard let path = environment(nil, name) else { return nil }
    return try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).first.map(String.init)
}

/// Words for the person at the terminal; data goes to standard output, words do not.
func tell(_ words: String) {
    FileHandle.standardError.write(Data((words + "\n").utf8))
}
