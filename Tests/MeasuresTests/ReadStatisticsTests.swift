// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import Testing

@testable import Measures

extension SimulatedProvinceTests {
    /// Every figure is what the histories say.
    @Suite struct ReadStatisticsTests {
        /// A month, everything, one day in the middle, today, before anything, after everything, a year's end.
        private static let periods = [
            ("2026-09-01", "2026-09-30"), ("2026-01-01", "2026-11-16"), ("2026-08-20", "2026-08-20"), ("2026-11-16", "2026-11-16"),
            ("2025-02-01", "2025-12-31"), ("2027-03-01", "2027-03-31"), ("2026-08-15", "2027-01-10"),
        ]

        private func questions(by: StatisticsBy) throws -> [StatisticsQuestion] {
            let places = try SimulatedPlaces.current()
            return try Self.periods.flatMap { from, to in
                try [nil, places.unit, MeasuresFixture.otherUnit, "H55.999"].map { unit in
                    try StatisticsQuestion(from: day(from), to: day(to), by: by, unit: unit)
                }
            }
        }

        @Test(arguments: StatisticsBy.allCases)
        func everyLineIsWhatTheEventsSay(by: StatisticsBy) async throws {
            let province = try SimulatedProvinceTests.province()
            let happened = try SimulatedPlaces.current().happened
            var lines = 0
            for question in try questions(by: by) {
                let statistics = try await ReadStatistics(house: province.house)(question)
                let figures = Dictionary(
                    uniqueKeysWithValues: statistics.lines.map { line in
                        var figures = line.figures
                        figures.overdue = nil
                        return (line.key, figures)
                    })
                let expected = happened.figures(question)
                #expect(figures == expected, "\(question)")
                #expect(statistics.lines.map(\.key) == expected.keys.sorted())
                lines += expected.count
            }
            #expect(lines > 20)
        }

        @Test func everyBreakdownHasTheSameTotal() async throws {
            let province = try SimulatedProvinceTests.province()
            for (from, to) in Self.periods {
                for unit in [nil, try SimulatedPlaces.current().unit] {
                    let first = try await province.statistics(from, to, by: .unit, unit: unit)
                    for by in StatisticsBy.allCases {
                        let statistics = try await province.statistics(from, to, by: by, unit: unit)
                        #expect(statistics.total == first.total, "\(from) \(to) \(by) \(unit ?? "")")
                        let sum = statistics.lines.reduce(into: MeasureCounts()) { $0 += $1.figures.counts }
                        #expect(sum == statistics.total.counts, "\(from) \(to) \(by) \(unit ?? "")")
                    }
                }
            }
        }

        @Test(arguments: StatisticsBy.allCases)
        func receivedAndCarriedOverAreWhatWasEndedAndWhatIsInProcess(by: StatisticsBy) async throws {
            let province = try SimulatedProvinceTests.province()
            let happened = try SimulatedPlaces.current().happened
            for question in try questions(by: by) {
                let statistics = try await ReadStatistics(house: province.house)(question)
                let total = statistics.total
                #expect(total.carriedOver == happened.inProcess(at: question.from.adding(days: -1), unit: question.unit).count, "\(question)")
                #expect(total.inProcess == happened.inProcess(at: question.to, unit: question.unit).count, "\(question)")
                #expect(total.waiting == happened.waiting(at: question.to, unit: question.unit).count, "\(question)")
                for figures in statistics.lines.map(\.figures) + [total] {
                    #expect(figures[.accepted] + figures.carriedOver == figures.resolved + figures.endedWithoutResult + figures.inProcess)
                    #expect(figures.carriedOver >= 0 && figures.inProcess >= 0 && figures.waiting >= 0)
                }
            }
        }

        @Test func aDayBeginsWithWhatTheDayBeforeLeft() async throws {
            let lines = try await SimulatedProvinceTests.province().statistics("2026-09-01", "2026-10-31", by: .day).lines
            #expect(lines.count > 40)
            for (day, next) in zip(lines, lines.dropFirst()) { #expect(next.figures.carriedOver == day.figures.inProcess, "\(next.key)") }
        }

        @Test(arguments: StatisticsBy.allCases)
        func overdueIsWhatTheRowsSay(by: StatisticsBy) async throws {
            let province = try SimulatedProvinceTests.province()
            let places = try SimulatedPlaces.current()
            for unit in [nil, places.unit, try places.lateUnit()] {
                let late = places.standing.filter { $0.isOverdue(at: province.house.now()) && (unit == nil || $0.unit == unit) }
                let statistics = try await province.statistics("2026-11-01", "2026-11-16", by: by, unit: unit)
                #expect(statistics.total.overdue == late.count)
                #expect(!statistics.hasMoreOverdue)
                if by == .day {
                    #expect(statistics.lines.allSatisfy { $0.figures.overdue == nil })
                } else {
                    let expected = Dictionary(grouping: late) { by == .unit ? $0.unit : by == .procedure ? $0.procedure : String($0.channel) }
                    #expect(statistics.lines.allSatisfy { $0.figures.overdue == expected[$0.key]?.count ?? 0 })
                    #expect(Set(statistics.lines.map(\.key)).isSuperset(of: expected.keys))
                }
            }
            #expect(try places.lateUnit() != "")
        }

        @Test func aPeriodThatIsOverSaysNothingOfWhatIsOverdueNow() async throws {
            for by in StatisticsBy.allCases {
                let statistics = try await SimulatedProvinceTests.province().statistics("2026-10-01", "2026-11-15", by: by)
                #expect(statistics.total.overdue == nil && statistics.lines.allSatisfy { $0.figures.overdue == nil })
            }
        }

        @Test func theShareOnTimeIsOfWhatWasResolved() async throws {
            let places = try SimulatedPlaces.current()
            let total = try await SimulatedProvinceTests.province().statistics("2026-01-01", "2026-11-16", by: .unit).total
            let resolved = places.happened.all.filter { Measure.resolved.contains($0.measure) }
            let late = resolved.count { $0.measure == .resolvedLate }
            #expect(total.resolved == resolved.count)
            #expect(total.onTimeShare == Double(resolved.count - late) / Double(resolved.count))
            #expect(try await SimulatedProvinceTests.province().statistics("2025-01-01", "2025-12-31", by: .unit).total.onTimeShare == nil)
        }
    }
}
