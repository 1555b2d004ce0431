// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Catalogue
import Database
import FoundationEssentials
import Kernel
import Organisation
import Web

/// `motcua init`: loads a province pack; loading it again brings what has changed in the pack.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "init", abstract: "Loads a province pack into the database.")

    @Option(help: "Folder of the province pack (or MOTCUA_PROVINCE).")
    var province: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let folder = try ProvinceFolder.find(named: province)
        let pack = try ProvincePack.load(folder.path)
        let definitions = try ProcedureFiles.load(folder.appending(path: "procedures"))
        let words = try SearchWords.load(pack: folder)
        let installation = try await Installation.open(data)
        let now = systemNow()
        let changes = try await InstallProvince(database: installation.database)(pack, at: now)
        let outcome = try await InstallProcedures(database: installation.database, now: now)(definitions, words: words)
        tell("\(pack.province.name.vi): \(pack.units.count) units, \(definitions.count) procedure versions.")
        tell(
            "Changed: province \(changes.isNothing ? "unchanged" : "updated"); procedures \(outcome.added) added, \(outcome.ended) ended, \(outcome.unchanged) unchanged."
        )
        await installation.database.close()
    }
}
