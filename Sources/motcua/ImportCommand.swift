// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Catalogue
import Database
import Foundation
import Kernel
import Web

/// `motcua import …`: real data in, with a report of what was flagged.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes real data in and reports what was flagged.", subcommands: [ImportCatalogueCommand.self])
}

struct ImportCatalogueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "Imports published procedures (JSON lines): lists, details, or both in one run.")

    @Argument(help: "Files to import, in any order.")
    var files: [String]

    @Flag(help: "Write {read, added, changed, unchanged, flagged, flags{kind: count}} as JSON.")
    var json = false

    @Option(help: "Language of the report: vi or en.")
    var lang: Language = .vi

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name at least one file.") }
        for file in files where !FileManager.default.isReadableFile(atPath: file) {
            throw ValidationError("The file \(file) cannot be read.")
        }
    }

    func run() async throws {
        let installation = try await Installation.open(data)
        let report = try await ImportCatalogue(database: installation.database, now: systemNow())(files)
        await installation.database.close()
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        } else {
            print(report.text(lang))
        }
    }
}
