// SPDX-License-Identifier: Apache-2.0

import Database
import Dossiers
import Measures

/// Batches on their way into the database, in their order: while one is written the next is made ready, and the one after it is lived.
struct WritingLine {
    private struct Entry {
        let task: Task<Void, any Error>
        let progress: SimulationProgress
    }

    private static let longest = 2

    private let database: any Database
    private let progress: @Sendable (SimulationProgress) -> Void
    private var entries: [Entry] = []

    init(database: any Database, progress: @escaping @Sendable (SimulationProgress) -> Void) {
        (self.database, self.progress) = (database, progress)
    }

    /// Comes back when there is room for another.
    mutating func add(_ lives: [PreparedHistory], series: [SeriesRise], _ soFar: SimulationProgress) async throws {
        let (database, before) = (database, entries.last?.task)
        let task = Task {
            let batch = HistoryBatch(lives, series: series)
            let counting = MeasureStore.adding(MeasureTally(lives.flatMap { MeasuredEvent.among($0.events, of: $0.dossier) }))
            try await before?.value
            try await StoreHistories(database: database)(batch) { try MeasureStore($0).add(counting) }
        }
        entries.append(Entry(task: task, progress: soFar))
        if entries.count > Self.longest { try await advance() }
    }

    /// Everything is durable when this is over, or what failed is thrown.
    mutating func end() async throws {
        while !entries.isEmpty { try await advance() }
    }

    private mutating func advance() async throws {
        let first = entries.removeFirst()
        try await first.task.value
        progress(first.progress)
    }
}
