// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Dossiers
import Foundation
package import Kernel
import Organisation
import Process
import WorkingTime

/// Fills a span of days with dossiers whose every event the engine decided. The same seed, span and number give the same
/// dossiers, identifiers and codes included. Applicants get no letters, and nobody can sign in as one of the people.
package struct Simulate: Sendable {
    private let house: DossierHouse
    private let facts: SimulationFacts
    private let batchSize: Int
    private let workers: Int

    package init(house: DossierHouse, facts: SimulationFacts, batchSize: Int = 2000, workers: Int = ProcessInfo.processInfo.activeProcessorCount) {
        (self.house, self.facts, self.batchSize, self.workers) = (house, facts, batchSize, max(1, workers))
    }

    /// - Parameter progress: hears of every batch that is durable.
    package func callAsFunction(_ plan: SimulationPlan, progress: @escaping @Sendable (SimulationProgress) -> Void = { _ in }) async throws
        -> SimulationSummary
    {
        let world = try SimulationWorld(house: house, plan: plan, facts: facts, papers: try await SimulatedPaper.keep(in: house))
        guard !world.communes.elements.isEmpty, !world.catalogue.procedures.isEmpty else { throw UserError.nothingToSimulate }
        var summary = SimulationSummary(early: ProcedureMix(on: plan.from, catalogue: world.catalogue, facts: world.facts).early)
        let standing = try await house.database.read { connection in
            try DossierStore(connection).lastNumbers(from: plan.from, through: plan.to)
        }
        var planner = Planner(world, standing: standing, batchSize: batchSize)
        var line = WritingLine(database: house.database, progress: progress)
        while let batch = planner.next() {
            let lives: [PreparedHistory]
            do { lives = try await live(batch.arrivals, in: world) } catch {
                try? await line.end()
                throw error
            }
            summary.add(lives)
            try await line.add(lives, series: batch.rises, SimulationProgress(done: summary.dossiers, total: plan.dossiers, day: batch.day))
        }
        try await line.end()
        return summary
    }

    /// Lives are lived side by side, and come back in the order of their identifiers.
    private func live(_ arrivals: [Arrival], in world: SimulationWorld) async throws -> [PreparedHistory] {
        let share = max(1, (arrivals.count + workers * 4 - 1) / (workers * 4))
        let parts = stride(from: 0, to: arrivals.count, by: share).map { arrivals[$0..<min($0 + share, arrivals.count)] }
        return try await withThrowingTaskGroup(of: [PreparedHistory].self) { group in
            for part in parts { group.addTask { try part.map { try DossierLife.lived($0, in: world) } } }
            var lives: [PreparedHistory] = []
            lives.reserveCapacity(arrivals.count)
            for try await part in group { lives += part }
            return lives.sorted { $0.dossier.id < $1.dossier.id }
        }
    }
}

/// How far a simulation has come.
package struct SimulationProgress: Sendable {
    package let done: Int
    package let total: Int
    /// The newest day planned.
    package let day: LocalDate
}

/// What a simulation wrote.
package struct SimulationSummary: Sendable {
    package private(set) var dossiers = 0
    package private(set) var events = 0
    package private(set) var open = 0
    package private(set) var late = 0
    package private(set) var resolved = 0
    package private(set) var online = 0
    /// Procedures that no version was in force for on the first day; their first version stood in.
    package let early: [String]

    init(early: [String]) {
        self.early = early
    }

    mutating func add(_ lives: [PreparedHistory]) {
        dossiers += lives.count
        for life in lives {
            let state = life.dossier.state
            events += life.events.count
            if state.submission.channel == .online { online += 1 }
            if state.resolvedAt != nil { resolved += 1 } else if !state.isFinal { open += 1 }
            if state.timeliness?.isLate == true { late += 1 }
        }
    }
}

extension UserError {
    fileprivate static let nothingToSimulate = UserError(
        code: "simulation.nothing", status: 409,
        title: Phrase(vi: "Chưa có xã, phường hoặc thủ tục nào để mô phỏng.", en: "There is no commune or no procedure to simulate."))
}
