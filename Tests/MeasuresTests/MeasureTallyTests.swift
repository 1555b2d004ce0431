// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Measures

/// Which counters an event goes into.
@Suite struct MeasureTallyTests {
    private static let units = ["H55.1", "H55.2", "H55.3"]

    private func events(_ count: Int) throws -> [MeasuredEvent] {
        var random = Seeded(state: 5)
        let first = try day("2025-11-03")
        return (0..<count).map { index in
            MeasuredEvent(
                measure: Measure.allCases.randomElement(using: &random) ?? .filed, day: first.adding(days: .random(in: 0..<500, using: &random)),
                unit: Self.units.randomElement(using: &random) ?? "", desk: "H55.9", procedure: "1.00\(Int.random(in: 0..<5, using: &random))",
                channel: .random(in: 1...3, using: &random), dossier: Identifier(high: 1, low: UInt64(index)), sequence: 1)
        }
    }

    private func counts(_ events: [MeasuredEvent]) -> MeasureCounts {
        events.reduce(into: MeasureCounts()) { $0[$1.measure] += 1 }
    }

    private func sum(_ tally: MeasureTally, within unit: String, _ breakdown: Breakdown, _ grain: Grain) -> MeasureCounts {
        tally.cells.filter { $0.key.within == unit && $0.key.breakdown == breakdown && $0.key.grain == grain }.values
            .reduce(into: MeasureCounts()) { $0 += $1 }
    }

    @Test func oneEventIsInEachCounterOfItsProvinceAndItsUnit() throws {
        let date = try day("2026-11-16")
        let event = MeasuredEvent(
            measure: .accepted, day: date, unit: "H55.1", desk: "H55.2", procedure: "1.004873", channel: 2, dossier: Identifier(high: 1, low: 1),
            sequence: 2)
        var one = MeasureCounts()
        one[.accepted] = 1
        let starts: [(Grain, LocalDate)] = [(.day, date), (.month, try day("2026-11-01")), (.year, try day("2026-01-01"))]
        let keys: [(String, Breakdown, String)] = [("", .whole, ""), ("", .unit, "H55.1"), ("", .procedure, "1.004873"), ("", .channel, "2")]
        let ofUnit: [(String, Breakdown, String)] = [("H55.1", .procedure, "1.004873"), ("H55.1", .channel, "2")]
        var expected: [MeasureCell: MeasureCounts] = [:]
        for (grain, start) in starts {
            for (within, breakdown, key) in keys + (grain == .year ? [] : ofUnit) {
                expected[MeasureCell(within: within, breakdown: breakdown, grain: grain, start: start, key: key)] = one
            }
        }
        #expect(MeasureTally([event]).cells == expected)
    }

    @Test func daysMonthsAndYearsOfTheProvinceComeToTheSame() throws {
        let events = try events(2000)
        let (tally, all) = (MeasureTally(events), counts(events))
        #expect(tally.events == events)
        for breakdown in Breakdown.allCases {
            for grain in Grain.allCases { #expect(sum(tally, within: "", breakdown, grain) == all, "\(breakdown) \(grain)") }
        }
    }

    @Test func daysAndMonthsOfAUnitComeToTheSame() throws {
        let events = try events(2000)
        let tally = MeasureTally(events)
        for unit in Self.units {
            let all = counts(events.filter { $0.unit == unit })
            for breakdown in [Breakdown.procedure, .channel] {
                for grain in [Grain.day, .month] { #expect(sum(tally, within: unit, breakdown, grain) == all, "\(unit) \(breakdown) \(grain)") }
            }
            #expect(tally.cells.keys.filter { $0.within == unit && ($0.grain == .year || [.whole, .unit].contains($0.breakdown)) }.isEmpty)
        }
    }

    @Test func aMonthIsTheSumOfItsDays() throws {
        let events = try events(2000)
        for (cell, counted) in MeasureTally(events).cells where cell.grain != .day && cell.within.isEmpty && cell.breakdown == .unit {
            #expect(counted == counts(events.filter { $0.unit == cell.key && cell.grain.start(of: $0.day) == cell.start }), "\(cell)")
        }
    }

    @Test func nothingIsCountedOfNothing() {
        #expect(MeasureTally([]).cells.isEmpty)
    }
}
