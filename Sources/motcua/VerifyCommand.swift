// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Catalogue
import Database
import Dossiers
import Kernel
import Measures
import Organisation
import Web

/// `motcua verify`: history is the truth; this finds every place where something else is told.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Replays every dossier from its events, checks chains, numbers and counters; 1 and a list where they differ."
    )

    @OptionGroup var data: DataOptions

    func run() async throws {
        let installation = try await Installation.existing(data)
        try await installation.files.check(writing: false)
        let organisation = try await installation.organisation()
        let procedures = try await ProcedureDirectory.open(
            installation.database, provinceName: organisation.province.shortName.vi, today: LocalDateTime(systemNow()).date)
        let house = try await installation.house(publicURL: "", organisation: organisation, procedures: procedures)
        let result = try await VerifyHistory(house: house)(progress: { done in
            if done.isMultiple(of: 10_000) { tell("\(done) dossiers checked") }
        })
        let miscounts = try await VerifyMeasures(database: installation.database)()
        await installation.database.close()
        let differences = result.damage.map(\.description) + miscounts.map(\.description)
        for difference in differences { print(difference) }
        tell("\(result.dossiers) dossiers, \(result.events) events, \(differences.count) differences.")
        if !differences.isEmpty { throw ExitCode.failure }
    }
}
