// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Catalogue
import Database
import Dossiers
import Foundation
import Kernel
import Organisation
import Simulation
import Web
import WorkingTime

/// `motcua simulate`: fills days with dossiers, or brings them to a running server; for trials, training and measuring.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Fills a span of days with simulated dossiers, or loads a running server with them.",
        discussion: """
            motcua simulate --from 2022-01-01 --to 2022-06-30 --dossiers 427662 --data DIR
            Every event is decided by the engine; the same seed, span and number give the same dossiers. People are put together by
            chance, get no letters and cannot sign in. For trials only: simulated dossiers stay in the database.

            motcua simulate --against http://127.0.0.1:8080 --rate 20 --seconds 60 --data DIR
            Files dossiers over the API and works them to their results, with tokens of the demonstration accounts in DIR; prints
            latencies and errors as JSON.
            """)

    @Option(help: "The first day, such as 2022-01-01.", transform: localDay)
    var from: LocalDate?

    @Option(help: "The last day.", transform: localDay)
    var to: LocalDate?

    @Option(help: "How many dossiers are filed in that time; as many as a usual province has by default.")
    var dossiers: Int?

    @Option(help: "Another seed gives other people and other fates.")
    var seed: UInt64 = 1

    @Option(help: "Address of a server to load.")
    var against: String?

    @Option(help: "Dossiers a second to bring to the server.")
    var rate: Double = 1

    @Option(help: "How long to load the server.")
    var seconds: Int = 60

    @Option(help: "The part of these dossiers that is worked up to the result, 0 to 1.")
    var worked: Double = 1

    @Option(help: "Folder of the province pack, for simulation.yaml (or MOTCUA_PROVINCE); the nearest one under Provinces by default.")
    var province: String?

    @OptionGroup var data: DataOptions

    func validate() throws {
        if against != nil {
            guard from == nil, to == nil else { throw ValidationError("Name a span (--from, --to) or a server (--against), not both.") }
            guard rate > 0, rate <= 100_000, seconds > 0 else { throw ValidationError("--rate and --seconds must be above 0.") }
            guard (0...1).contains(worked) else { throw ValidationError("--worked must be between 0 and 1.") }
            return
        }
        guard let from, let to else { throw ValidationError("Name the span with --from and --to, or a server with --against.") }
        guard from <= to else { throw ValidationError("--from must not lie after --to.") }
        guard to.year - from.year < 100 else { throw ValidationError("A span of more than a hundred years cannot be simulated.") }
        if let dossiers, dossiers < 1 { throw ValidationError("--dossiers must be at least 1.") }
    }

    func run() async throws {
        let installation = try await Installation.existing(data)
        let organisation = try await installation.organisation()
        let procedures = try await ProcedureDirectory.open(
            installation.database, provinceName: organisation.province.shortName.vi, today: LocalDateTime(systemNow()).date)
        let house = try await installation.house(publicURL: "", organisation: organisation, procedures: procedures)
        let facts = try (try? ProvinceFolder.find(named: province)).map { try SimulationFacts.load(pack: $0) } ?? .none
        do {
            if let against {
                try await load(LoadPlan(server: against, rate: rate, seconds: seconds, seed: seed, workedShare: worked), house, facts)
            } else if let from, let to {
                try await fill(SimulationPlan(from: from, to: to, dossiers: dossiers, seed: seed), house, facts)
            }
        } catch {
            await installation.database.close()
            throw error
        }
        await installation.database.close()
    }

    private func fill(_ plan: SimulationPlan, _ house: DossierHouse, _ facts: SimulationFacts) async throws {
        tell("\(plan.dossiers) dossiers from \(plan.from.iso) to \(plan.to.iso), seed \(plan.seed). Simulated people get no letters.")
        for year in plan.from.year...plan.to.year where !house.organisation.calendar.years.contains(where: { $0.year == year }) {
            tell("The calendar knows no holidays of \(year): every weekday counts as a working day.")
        }
        let board = ProgressBoard(total: plan.dossiers)
        let summary = try await Simulate(house: house, facts: facts)(plan, progress: board.show)
        tell(board.conclusion(summary))
    }

    private func load(_ plan: LoadPlan, _ house: DossierHouse, _ facts: SimulationFacts) async throws {
        let accounts = try await LoadTokens(database: house.database).accounts(at: systemNow())
        let report = try await LoadRun(house: house, facts: facts, accounts: accounts)(plan)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
}

private func localDay(_ text: String) throws -> LocalDate {
    guard let day = LocalDate(iso: text) else { throw ValidationError("A day is written like 2022-01-31, not \u{201C}\(text)\u{201D}.") }
    return day
}
