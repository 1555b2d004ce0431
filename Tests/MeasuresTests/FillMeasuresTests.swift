// SPDX-License-Identifier: Apache-2.0

import Database
import Dossiers
import Kernel
import Synchronization
import Testing

@testable import Measures

/// Dossiers that are older than the counters.
@Suite struct FillMeasuresTests {
    /// Seven dossiers of a program without counters, then the update.
    private func updated() async throws -> MeasuresFixture {
        let fixture = try await MeasuresFixture(hasCounters: false)
        try await LiveDossiers(house: fixture.olderHouse).liveAll()
        try await fixture.addCounters()
        return fixture
    }

    @Test func olderDossiersAreCountedOnce() async throws {
        let fixture = try await updated()
        #expect(try await fixture.cells().isEmpty)
        #expect(try await FillMeasures(database: fixture.database)() == 7)
        let happened = try await Happenings(fixture.database)
        #expect(try await fixture.cells() == happened.cells)
        #expect(try await fixture.differences() == [])
        #expect(try await FillMeasures(database: fixture.database)() == 0)
        #expect(try await fixture.cells() == happened.cells)
    }

    @Test func dossiersThatAreLookedAtOnceMoreAreNotCountedAgain() async throws {
        let fixture = try await updated()
        try await FillMeasures(database: fixture.database)()
        let cells = try await fixture.cells()
        try await fixture.byHand("INSERT INTO dossiers_without_measures (dossier_id) SELECT id FROM dossiers")
        #expect(try await FillMeasures(database: fixture.database, batch: 3)() == 7)
        #expect(try await fixture.cells() == cells)
    }

    @Test func aFillThatIsCutOffGoesOnWhereItWas() async throws {
        let fixture = try await updated()
        await #expect(throws: CutOff.self) { try await FillMeasures(database: CutDatabase(fixture.database, after: 2), batch: 2)() }
        // Two batches of two are durable; of the third, which was being written, there is nothing.
        #expect(try await fixture.count("SELECT count(*) FROM dossiers_without_measures") == 3)
        #expect(try await fixture.count("SELECT count(DISTINCT dossier_id) FROM measured_events") == 4)
        #expect(try await FillMeasures(database: fixture.database, batch: 2)() == 3)
        #expect(try await fixture.cells() == Happenings(fixture.database).cells)
        #expect(try await fixture.differences() == [])
    }

    @Test func twoWhoFillAtOnceCountOnce() async throws {
        let fixture = try await updated()
        async let one = FillMeasures(database: fixture.database, batch: 2)()
        async let other = FillMeasures(database: fixture.database, batch: 3)()
        _ = try await (one, other)
        #expect(try await fixture.cells() == Happenings(fixture.database).cells)
        #expect(try await fixture.differences() == [])
    }

    enum Order: CaseIterable {
        case fillThenFold, foldThenFill, bothAtOnce, cutFillThenFold
    }

    @Test(arguments: Order.allCases)
    func whatIsWitnessedMeanwhileIsCountedOnce(order: Order) async throws {
        let fixture = try await MeasuresFixture(hasCounters: false)
        let (older, newer) = (LiveDossiers(house: fixture.olderHouse), LiveDossiers(house: fixture.house))
        let (first, second) = (try await older.file(), try await older.supplementTwice(try await older.file()))
        try await fixture.addCounters()
        // Their later events, and a new dossier, are witnessed; what came before is not.
        try await newer.finish(first)
        try await newer.accept(second)
        try await newer.accept(try await newer.file())
        let (fill, fold) = (FillMeasures(database: fixture.database, batch: 1), FoldMeasures(database: fixture.database, batch: 2))
        switch order {
        case .fillThenFold:
            try await fill()
            let statistics = try await fixture.statistics("2026-11-16", "2026-11-16", by: .unit)
            #expect(try await statistics.total.counts == Happenings(fixture.database).figures(statistics.question)[MeasuresFixture.unit]?.counts)
            try await fold()
        case .foldThenFill:
            try await fold()
            try await fill()
        case .bothAtOnce:
            async let filled = fill()
            async let folded = fold()
            _ = try await (filled, folded)
            try await fold()
        case .cutFillThenFold:
            await #expect(throws: CutOff.self) { try await FillMeasures(database: CutDatabase(fixture.database, after: 1), batch: 1)() }
            try await fold()
            try await fill()
        }
        let happened = try await Happenings(fixture.database)
        #expect(try await fixture.cells() == happened.cells)
        #expect(try await fixture.count("SELECT count(*) FROM measured_events") == happened.all.count)
        #expect(try await fixture.differences() == [])
    }

    @Test func whatASimulationCountedItselfIsFilledTheSame() async throws {
        let fixture = try await MeasuresFixture()
        try await fixture.simulate("2026-09-01", "2026-10-31", dossiers: 150)
        let cells = try await fixture.cells()
        #expect(try await cells == Happenings(fixture.database).cells)
        try await fixture.byHand(
            "DELETE FROM measures", "DELETE FROM measured_events", "INSERT INTO dossiers_without_measures (dossier_id) SELECT id FROM dossiers")
        #expect(try await FillMeasures(database: fixture.database, batch: 40)() == 150)
        #expect(try await fixture.cells() == cells)
        #expect(try await fixture.differences() == [])
    }
}

struct CutOff: Error {}

/// A database that goes away while it writes.
private final class CutDatabase: Database {
    private let base: any Database
    private let left: Mutex<Int>

    /// - Parameter writes: that succeed.
    init(_ base: any Database, after writes: Int) {
        self.base = base
        left = Mutex(writes)
    }

    var dialect: Dialect { base.dialect }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T { try await base.read(body) }

    @discardableResult
    func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let isCut = left.withLock { left in
            left -= 1
            return left < 0
        }
        return try await base.write(isolation) { connection in
            let result = try body(connection)
            if isCut { throw CutOff() }
            return result
        }
    }

    func notifications(_ channel: String) -> AsyncStream<String> { base.notifications(channel) }

    func close() async { await base.close() }
}
