// SPDX-License-Identifier: Apache-2.0

import Database
import Dossiers
import Kernel
import Testing

@testable import Measures

/// The auditor's tool finds counters that say something else than the events.
@Suite struct VerifyMeasuresTests {
    @Test func whatWasSimulatedAndWhatIsLivedAfterItAreClean() async throws {
        let fixture = try await MeasuresFixture()
        try await fixture.simulate("2026-09-01", "2026-11-13", dossiers: 250)
        #expect(try await fixture.differences() == [])
        try await LiveDossiers(house: fixture.house).liveAll()
        // Neither what is noted nor what is counted is missed.
        #expect(try await fixture.differences() == [])
        try await FoldMeasures(database: fixture.database)()
        #expect(try await fixture.differences() == [])
        #expect(try await fixture.cells() == Happenings(fixture.database).cells)
    }

    /// Two dossiers filed at one unit, of which the first is accepted, and one at another; then somebody changes what is kept.
    private func damaged(_ statements: (_ first: Identifier, _ second: Identifier) -> [SQL]) async throws -> [String] {
        let fixture = try await MeasuresFixture()
        let live = LiveDossiers(house: fixture.house)
        let (first, second) = (try await live.file(), try await live.file())
        try await live.accept(first)
        try await live.file(at: MeasuresFixture.otherUnit)
        try await FoldMeasures(database: fixture.database)()
        #expect(try await fixture.differences() == [])
        for statement in statements(first.id, second.id) { try await fixture.byHand(statement) }
        return try await fixture.differences()
    }

    @Test func aChangedCounterIsNamed() async throws {
        #expect(
            try await damaged { _, _ in ["UPDATE measures SET filed = filed + 1 WHERE within = '' AND breakdown = 0 AND grain = 3"] }
                == ["counter_differs whole year 2026-01-01: filed is 4, 3 were counted"])
        #expect(
            try await damaged { _, _ in ["UPDATE measures SET accepted = 0 WHERE within = \(MeasuresFixture.unit) AND breakdown = 3 AND grain = 1"] }
                == ["counter_differs H55.238 channel day 2026-11-16 2: accepted is 0, 1 were counted"])
    }

    @Test func aCounterThatIsGoneIsNamed() async throws {
        #expect(
            try await damaged { _, _ in ["DELETE FROM measures WHERE within = '' AND breakdown = 1 AND grain = 2 AND key = \(MeasuresFixture.unit)"] }
                == ["counter_differs unit month 2026-11-01 H55.238: it is missing"])
    }

    @Test func aCounterOfNothingIsNamed() async throws {
        let differences = try await damaged { _, _ in ["UPDATE measures SET key = '9.999999' WHERE within = '' AND breakdown = 2 AND grain = 3"] }
        #expect(
            Set(differences) == [
                "counter_differs procedure year 2026-01-01 1.004873: it is missing",
                "counter_differs procedure year 2026-01-01 9.999999: filed is 3, 0 were counted",
                "counter_differs procedure year 2026-01-01 9.999999: accepted is 1, 0 were counted",
            ])
    }

    @Test func everyCounterOfAUnitThatIsGoneIsNamedOnce() async throws {
        for unit in [MeasuresFixture.unit, MeasuresFixture.otherUnit] {
            #expect(
                try await damaged { _, _ in ["DELETE FROM measures WHERE within = \(unit)"] }
                    == ["counter_differs \(unit): every counter of this unit is missing"])
        }
        let all = try await damaged { _, _ in ["DELETE FROM measures"] }
        #expect(all.count { $0.hasSuffix("every counter of this unit is missing") } == 2)
        #expect(all.count { $0.hasSuffix(": it is missing") } == 5 * 3)
    }

    @Test func aCountedEventThatIsGoneIsNamedAndSoAreItsCounters() async throws {
        let differences = try await damaged { _, second in ["DELETE FROM measured_events WHERE measure = 1 AND dossier_id = \(second)"] }
        #expect(differences.first == "counted_events_differ H55.238 2026-11-16 1.004873 channel 2 filed: 1 happened that were not counted")
        #expect(differences.contains("counter_differs whole day 2026-11-16: filed is 3, 2 were counted"))
        #expect(differences.dropFirst().allSatisfy { $0.hasPrefix("counter_differs ") })
    }

    @Test func anEventPutInThePlaceOfAnotherIsNamed() async throws {
        #expect(
            try await damaged { first, second in ["UPDATE measured_events SET dossier_id = \(second) WHERE measure = 2 AND dossier_id = \(first)"] }
                == ["counted_events_differ H55.238 2026-11-16 1.004873 channel 2 accepted: other events were counted than those that happened"])
        #expect(
            try await damaged { first, _ in ["UPDATE measured_events SET sequence = 9 WHERE measure = 2 AND dossier_id = \(first)"] }
                == ["counted_events_differ H55.238 2026-11-16 1.004873 channel 2 accepted: other events were counted than those that happened"])
    }

    @Test func anEventCountedForAnotherDeskIsNamed() async throws {
        let differences = try await damaged { _, second in ["UPDATE measured_events SET desk = 'H55.201' WHERE dossier_id = \(second)"] }
        #expect(
            differences.sorted() == [
                "counted_events_differ H55.238 2026-11-16 1.004873 channel 2 filed: 1 happened that were not counted",
                "counted_events_differ H55.238 2026-11-16 1.004873 channel 2 filed: 1 more counted than happened",
            ])
    }

    @Test func whatNobodyWitnessedIsNamed() async throws {
        let fixture = try await MeasuresFixture()
        try await LiveDossiers(house: fixture.olderHouse).file()
        #expect(
            try await fixture.differences() == [
                "counted_events_differ H55.238 2026-11-16 1.004873 channel 2 filed: 1 happened that were not counted"
            ])
    }

    @Test func whatIsNotedTwiceIsNamed() async throws {
        let fixture = try await MeasuresFixture()
        try await LiveDossiers(house: fixture.house).file()
        try await fixture.byHand(
            """
            INSERT INTO measure_deltas (unit, day, measure, dossier_id, sequence, desk, procedure_code, channel)
            SELECT unit, day, measure, dossier_id, sequence, desk, procedure_code, channel FROM measure_deltas
            """)
        #expect(
            try await fixture.differences() == [
                "counted_events_differ H55.238 2026-11-16 1.004873 channel 2 filed: 1 more counted than happened"
            ])
    }
}
