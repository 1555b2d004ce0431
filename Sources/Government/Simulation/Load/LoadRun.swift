// SPDX-License-Identifier: Apache-2.0

import AsyncHTTPClient
import Cases
import Catalogue
package import Dossiers
import Forms
import Foundation
import Kernel
import NIOCore
import Organisation
import Process

/// Files and works dossiers on a running server over its API, at a steady rate.
package struct LoadRun: Sendable {
    private let house: DossierHouse
    private let facts: SimulationFacts
    private let accounts: LoadAccounts

    /// - Parameter house: knows the province and its procedures; nothing is written through it.
    package init(house: DossierHouse, facts: SimulationFacts, accounts: LoadAccounts) {
        (self.house, self.facts, self.accounts) = (house, facts, accounts)
    }

    package func callAsFunction(_ plan: LoadPlan) async throws -> LoadReport {
        let today = LocalDateTime(house.now()).date
        let world = try SimulationWorld(
            house: house, plan: SimulationPlan(from: today, to: today, dossiers: 1, seed: plan.seed), facts: facts, papers: [])
        let errands = Errands(world: world, desks: accounts.desks, today: today)
        guard !errands.isEmpty, !accounts.citizens.isEmpty else { throw UserError.nobodyToLoadWith }
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.configuration)
        do {
            let report = try await run(plan, errands, client)
            try await client.shutdown()
            return report
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private static var configuration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(timeout: .init(connect: .seconds(5), read: .seconds(30)))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        return configuration
    }

    private func run(_ plan: LoadPlan, _ errands: Errands, _ client: HTTPClient) async throws -> LoadReport {
        let paper = try await upload(plan, client)
        let begin = ContinuousClock.now
        let tally = LoadTally(begin: begin)
        let sender = LoadClient(client: client, server: plan.server, tally: tally)
        // Requests come when they come, not when the one before was answered.
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<Int((plan.rate * Double(plan.seconds)).rounded()) {
                let due = begin.advanced(by: .seconds(Double(number) / plan.rate))
                try await Task.sleep(until: due, clock: .continuous)
                group.addTask {
                    var visit = Visit(number: number, plan: plan, errands: errands, accounts: accounts, sender: sender, paper: paper)
                    await visit.run(due: due)
                }
            }
        }
        return tally.report(plan, took: begin.duration(to: .now))
    }

    /// One small paper, sent once; every filing refers to it.
    private func upload(_ plan: LoadPlan, _ client: HTTPClient) async throws -> String {
        let sender = LoadClient(client: client, server: plan.server, tally: LoadTally(begin: .now))
        let answer = await sender.send(
            .upload, "POST", "/api/v1/files?name=giay-to.pdf", token: accounts.citizens.first, body: SimulatedPaper.pdf(pages: 1),
            mediaType: "application/pdf")
        guard let answer, let file = try? JSONDecoder().decode(FileAnswer.self, from: Data(answer)) else { throw UserError.serverRefuses }
        return file.reference
    }
}

/// What people come for: procedures that are filed online and worked at one of the desks alone.
struct Errands: Sendable {
    let world: SimulationWorld
    let today: LocalDate
    let desks: [String]
    private let cases: Weighted<SimulatedCase>

    init(world: SimulationWorld, desks: [String], today: LocalDate) {
        (self.world, self.today) = (world, today)
        // Only desks of communes resolve what they receive.
        self.desks = desks.filter { code in
            world.house.organisation.unit(code).map { $0.isOneStop && $0.kind == .communeCommittee } ?? false
        }
        let versions = world.catalogue.procedures.compactMap { $0.last { $0.definition.isInForce(on: today) } }
        let fitting = versions.filter { version in
            version.definition.isResolvedByCommune && version.definition.terms(of: .online) != nil
        }
        cases = Weighted(
            fitting.compactMap { version in
                guard let first = version.cases.first, !first.needsOtherAgency else { return nil }
                return (first, world.facts.procedures[version.definition.code] ?? 1)
            })
    }

    var isEmpty: Bool { desks.isEmpty || cases.elements.isEmpty || world.communes.elements.isEmpty }

    func draw(_ chance: inout Chance) -> (chosen: SimulatedCase, desk: String)? {
        guard let chosen = cases.draw(&chance), let desk = chance.one(of: desks) else { return nil }
        return (chosen, desk)
    }
}

extension UserError {
    fileprivate static let nobodyToLoadWith = UserError(
        code: "simulation.nobody", status: 409,
        title: Phrase(
            vi: "Không có tài khoản người dân, hoặc không có xã nào có đủ bốn vị trí.",
            en: "There is no citizen's account, or no commune where all four posts are held."),
        advice: Phrase(vi: "Chạy motcua serve --demo.", en: "Run motcua serve --demo."))

    fileprivate static let serverRefuses = UserError(
        code: "simulation.server_refuses", status: 409,
        title: Phrase(vi: "Máy chủ không nhận tệp thử.", en: "The server does not take the trial file."),
        advice: Phrase(
            vi: "Kiểm tra địa chỉ, và dữ liệu có đúng là của máy chủ đó.", en: "Check the address, and that the data is that server's."))
}
