// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Measures

/// Periods nobody can answer for are refused in words.
@Suite struct StatisticsQuestionTests {
    private func refusal(_ from: String, _ to: String, by: StatisticsBy = .unit) throws -> UserError? {
        try refusal(day(from), day(to), by)
    }

    private func refusal(_ from: LocalDate, _ to: LocalDate, _ by: StatisticsBy) -> UserError? {
        do {
            _ = try StatisticsQuestion(from: from, to: to, by: by)
            return nil
        } catch {
            return error
        }
    }

    private func isExplained(_ error: UserError, field: String) -> Bool {
        error.code == "statistics.bad_period" && error.status == 422 && !error.title.vi.isEmpty && !error.title.en.isEmpty
            && error.advice?.vi.isEmpty == false && error.advice?.en.isEmpty == false && error.fields.map(\.field) == [field]
    }

    @Test(arguments: StatisticsBy.allCases)
    func aPeriodThatEndsBeforeItBeginsIsRefused(by: StatisticsBy) throws {
        let error = try #require(try refusal("2026-11-17", "2026-11-16", by: by))
        #expect(isExplained(error, field: "to"))
        #expect(try refusal("2026-11-16", "2026-11-16", by: by) == nil)
    }

    @Test(arguments: StatisticsBy.allCases)
    func daysBeforeAnythingCanHaveBeenCountedAreRefused(by: StatisticsBy) throws {
        for from in ["0001-01-01", "1899-12-31"] {
            #expect(isExplained(try #require(try refusal(from, "1900-01-31", by: by)), field: "from"))
        }
        #expect(isExplained(try #require(try refusal("1899-12-31", "1899-12-31", by: by)), field: "from"))
        #expect(try refusal("1900-01-01", "1900-01-31", by: by) == nil)
    }

    @Test(arguments: StatisticsBy.allCases)
    func daysTheCalendarCannotWriteAreRefused(by: StatisticsBy) throws {
        let last = try day("9999-12-31")
        for to in [last, last.adding(days: 1), last.adding(days: 400_000)] {
            #expect(isExplained(try #require(refusal(try day("9998-12-01"), to, by)), field: "to"))
            #expect(isExplained(try #require(refusal(to, to, by)), field: "from"))
        }
        #expect(try refusal("9998-12-01", "9998-12-31", by: by) == nil)
    }

    @Test func aTableByDayHasAYearOfDaysAtMost() throws {
        #expect(try refusal("2024-01-01", "2024-12-31", by: .day) == nil)
        #expect(isExplained(try #require(try refusal("2024-01-01", "2025-01-01", by: .day)), field: "to"))
        for by in [StatisticsBy.unit, .procedure, .channel] { #expect(try refusal("1900-01-01", "9998-12-31", by: by) == nil) }
    }

    @Test func theWidestQuestionsAreAnswered() async throws {
        let fixture = try await MeasuresFixture()
        try await LiveDossiers(house: fixture.house).liveAll()
        try await FoldMeasures(database: fixture.database)()
        for by in [StatisticsBy.unit, .procedure, .channel] {
            for unit in [nil, MeasuresFixture.unit] {
                let widest = try await fixture.statistics("1900-01-01", "9998-12-31", by: by, unit: unit)
                let present = try await fixture.statistics("2026-11-16", "2026-11-16", by: by, unit: unit)
                #expect(widest.total == present.total && widest.lines == present.lines)
                #expect(try await fixture.statistics("9998-12-31", "9998-12-31", by: by, unit: unit).total.carriedOver == present.total.inProcess)
                #expect(try await fixture.statistics("1900-01-01", "1900-01-01", by: by, unit: unit).total.isEmpty)
            }
        }
    }
}
