// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Measures

/// Counters of years, months and days that together are a period: every day of it once, and no other.
@Suite struct GrainSpanTests {
    private static let grains = [Grain.allCases, MeasureCell.grains(isWithinUnit: true), MeasureCell.grains(isWithinUnit: false), [.day]]

    /// The days that the counters of a span count. It must begin and end where a counter does, or one would count other days, too.
    private func days(_ span: GrainSpan) -> Range<Int> {
        for edge in [span.starts.lowerBound, span.starts.upperBound] { #expect(span.grain.start(of: edge) == edge) }
        return span.starts.lowerBound.dayNumber..<span.starts.upperBound.dayNumber
    }

    /// Each span begins where the one before ended, so no day is left out and none is there twice.
    private func isInTurn(_ spans: [GrainSpan], from first: Int, to end: Int) -> Bool {
        let covered = spans.map(days).sorted { $0.lowerBound < $1.lowerBound }
        return covered.map(\.lowerBound) == [first] + covered.dropLast().map(\.upperBound) && covered.last?.upperBound == end
            && covered.allSatisfy { !$0.isEmpty }
    }

    private func check(_ first: LocalDate, _ length: Int) {
        let range = first..<first.adding(days: length)
        for grains in Self.grains {
            let spans = GrainSpan.cover(range, with: grains)
            #expect(isInTurn(spans, from: first.dayNumber, to: first.dayNumber + length), "\(first.iso) \(length) \(grains)")
            #expect(Set(spans.map(\.grain)).isSubset(of: grains))
            // Few counters, whatever the period: two broken months, two broken years.
            if grains.contains(.month) { #expect(spans.filter { $0.grain == .day }.map(days).map(\.count).reduce(0, +) <= 60) }
            if grains.contains(.year) { #expect(spans.filter { $0.grain == .month }.map(days).map(\.count).reduce(0, +) <= 22 * 31) }
        }
    }

    @Test func randomPeriodsAreCoveredExactly() {
        var random = Seeded(state: 2026)
        let first = LocalDate(dayNumber: 18_000)
        for _ in 0..<300 {
            check(first.adding(days: .random(in: 0..<3000, using: &random)), .random(in: 2...1500, using: &random))
        }
    }

    @Test func periodsOfOneDayAreCoveredByItsCounter() {
        var random = Seeded(state: 11)
        for _ in 0..<400 { check(LocalDate(dayNumber: .random(in: 17_000..<22_000, using: &random)), 1) }
    }

    @Test func anEmptyPeriodNeedsNoCounter() throws {
        for first in [try day("2026-01-01"), try day("2024-02-29"), try day("2026-12-31")] {
            for grains in Self.grains { #expect(GrainSpan.cover(first..<first, with: grains) == []) }
        }
    }

    @Test func wholeYearsAndMonthsAreTakenWhole() throws {
        let years = try day("2020-01-01")..<day("2026-01-01")
        #expect(GrainSpan.cover(years, with: Grain.allCases) == [GrainSpan(grain: .year, starts: years)])
        #expect(GrainSpan.cover(years, with: [.day, .month]) == [GrainSpan(grain: .month, starts: years)])
        let month = try day("2024-02-01")..<day("2024-03-01")
        #expect(GrainSpan.cover(month, with: Grain.allCases) == [GrainSpan(grain: .month, starts: month)])
    }

    @Test func edgesOfTheCalendarOfQuestionsAreCoveredToo() throws {
        let (first, last) = (LocalDate.firstOfAll, try day("9998-12-31"))
        let spans = GrainSpan.cover(first..<last.adding(days: 1), with: Grain.allCases)
        #expect(spans == [GrainSpan(grain: .year, starts: first..<last.adding(days: 1))])
        #expect(GrainSpan.cover(last..<last.adding(days: 1), with: Grain.allCases).map(days) == [last.dayNumber..<last.dayNumber + 1])
    }
}
