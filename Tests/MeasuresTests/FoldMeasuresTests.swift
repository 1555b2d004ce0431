// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Testing

@testable import Measures

/// What the witness noted comes into the counters once.
@Suite struct FoldMeasuresTests {
    private func lived() async throws -> MeasuresFixture {
        let fixture = try await MeasuresFixture()
        try await LiveDossiers(house: fixture.house).liveAll()
        return fixture
    }

    @Test func whatTheWitnessNotedIsCountedOnce() async throws {
        let fixture = try await lived()
        let noted = try await fixture.count("SELECT count(*) FROM measure_deltas")
        let happened = try await Happenings(fixture.database)
        #expect(noted == happened.all.count)
        #expect(Set(happened.all.map(\.measure)).count >= 8)
        #expect(try await fixture.cells().isEmpty)
        #expect(try await FoldMeasures(database: fixture.database)() == noted)
        #expect(try await fixture.cells() == happened.cells)
        #expect(try await fixture.count("SELECT count(*) FROM measure_deltas") == 0)
        #expect(try await fixture.count("SELECT count(*) FROM measured_events") == noted)
    }

    @Test func foldingAgainCountsNothingTwice() async throws {
        let fixture = try await lived()
        try await FoldMeasures(database: fixture.database)()
        let cells = try await fixture.cells()
        #expect(try await FoldMeasures(database: fixture.database)() == 0)
        #expect(try await fixture.cells() == cells)
        // Even what is noted once more.
        let statistics = try await fixture.statistics("2026-11-16", "2026-11-16", by: .unit)
        try await fixture.byHand(
            """
            INSERT INTO measure_deltas (unit, day, measure, dossier_id, sequence, desk, procedure_code, channel)
            SELECT unit, day, measure, dossier_id, sequence, desk, procedure_code, channel FROM measured_events
            """)
        #expect(try await fixture.statistics("2026-11-16", "2026-11-16", by: .unit).lines == statistics.lines)
        #expect(try await FoldMeasures(database: fixture.database)() > 0)
        #expect(try await fixture.cells() == cells)
    }

    @Test func manyWhoFoldAtOnceCountOnce() async throws {
        let fixture = try await lived()
        let noted = try await fixture.count("SELECT count(*) FROM measure_deltas")
        let taken = try await withThrowingTaskGroup(of: Int.self) { group in
            for batch in [1, 2, 3, 2] { group.addTask { try await FoldMeasures(database: fixture.database, batch: batch)() } }
            return try await group.reduce(0, +)
        }
        #expect(taken == noted)
        #expect(try await fixture.cells() == Happenings(fixture.database).cells)
        #expect(try await fixture.differences() == [])
    }

    @Test func foldingWhileDossiersAreFiledLosesNothing() async throws {
        let fixture = try await MeasuresFixture()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<12 { group.addTask { _ = try await LiveDossiers(house: fixture.house).file() } }
            for _ in 0..<12 { group.addTask { try await FoldMeasures(database: fixture.database, batch: 2)() } }
            try await group.waitForAll()
        }
        try await FoldMeasures(database: fixture.database)()
        #expect(try await fixture.statistics("2026-11-16", "2026-11-16", by: .day).total[.filed] == 12)
        #expect(try await fixture.differences() == [])
    }

    @Test func figuresAreTheSameBeforeHalfwayAndAfter() async throws {
        let fixture = try await lived()
        fixture.pass(hours: 24)
        try await LiveDossiers(house: fixture.house).liveAll()
        let before = try await everything(fixture)
        try await fixture.database.write { connection in
            let store = MeasureStore(connection)
            try store.settle(try store.take(atMost: 11))
        }
        let halfway = try await everything(fixture)
        try await FoldMeasures(database: fixture.database)()
        let after = try await everything(fixture)
        #expect(before == after && halfway == after)
        #expect(before.contains { !$0.isEmpty })
    }

    /// The lines of every kind of question, for both days and for the second alone.
    private func everything(_ fixture: MeasuresFixture) async throws -> [[Statistics.Line]] {
        var lines: [[Statistics.Line]] = []
        for by in StatisticsBy.allCases {
            for unit in [nil, MeasuresFixture.unit, MeasuresFixture.otherUnit] {
                for from in ["2026-11-16", "2026-11-17"] { lines.append(try await fixture.statistics(from, "2026-11-17", by: by, unit: unit).lines) }
            }
        }
        return lines
    }
}

extension Happenings {
    /// The counters that count all this.
    var cells: [MeasureCell: MeasureCounts] {
        let events = all.enumerated().map { index, one in
            MeasuredEvent(
                measure: one.measure, day: one.day, unit: one.unit, desk: one.unit, procedure: one.procedure, channel: one.channel,
                dossier: one.dossier, sequence: index)
        }
        return MeasureTally(events).cells
    }
}
