// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing
import WorkingTime

@Suite struct CalendarTests {
    private static let data = repository.appending(path: "../shared/data/holidays").standardizedFileURL
    private static let hasData = FileManager.default.fileExists(atPath: data.path)

    private func rows(_ file: String) throws -> [[Substring]] {
        try String(contentsOf: Self.data.appending(path: file), encoding: .utf8).split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    @Test(.enabled(if: hasData, "the public holiday list is not beside this repository"))
    func thePackAgreesWithThePublicList() throws {
        var listed: Set<LocalDate> = []
        for row in try rows("vn_holidays_2020_2027.csv") {
            let date = try #require(LocalDate(iso: String(row[0])))
            guard (2024...2027).contains(date.year) else { continue }
            listed.insert(date)
            #expect(calendar.days[date].map { !$0.isWorking } == true, "\(date.iso) \(row[1])")
        }
        let pack = Set(calendar.days.values.filter { !$0.isWorking }.map(\.date))
        // The list does not know the exchanged day of New Year 2026.
        #expect(pack.subtracting(listed) == [day("2026-01-02")])
    }

    @Test(.enabled(if: hasData, "the public holiday list is not beside this repository"))
    func exchangedDaysComeInPairs() throws {
        for row in try rows("vn_ngay_lam_bu.csv") {
            #expect(LocalDate(iso: String(row[0])).flatMap { calendar.days[$0]?.kind } == .swappedOff)
            #expect(LocalDate(iso: String(row[1])).flatMap { calendar.days[$0]?.kind } == .makeUpWorking)
        }
    }

    @Test(arguments: [(2024, 250, 262), (2025, 250, 261), (2026, 249, 261)])
    func yearsHaveTheirWorkingDays(year: Int, atLeast: Int, weekdays: Int) throws {
        let (first, last) = (
            try #require(LocalDate(year: year - 1, month: 12, day: 31)), try #require(LocalDate(year: year, month: 12, day: 31))
        )
        let off = calendar.days.values.filter { $0.date.year == year && !$0.isWorking && $0.date.weekday.rawValue <= 5 }.count
        let makeUp = calendar.days.values.filter { $0.date.year == year && $0.isWorking }.count
        #expect(calendar.workingDays(after: first, through: last) == weekdays - off + makeUp)
        #expect(calendar.workingDays(after: first, through: last) >= atLeast)
    }

    @Test func makeUpDaysFallOnDaysOffAndTheRestDoNotWork() {
        #expect(packYears.map(\.year) == [2024, 2025, 2026, 2027])
        #expect(packYears.allSatisfy { $0.problems.isEmpty })
        #expect(calendar.days.values.filter(\.isWorking).allSatisfy { $0.date.weekday == .saturday && calendar.isWorkingDay($0.date) })
        #expect(calendar.days.values.filter { !$0.isWorking }.allSatisfy { !calendar.isWorkingDay($0.date) })
        #expect(
            calendar.days.values.filter { $0.kind == .compensation || $0.kind == .swappedOff }.allSatisfy { $0.date.weekday.rawValue <= 5 })
        #expect(calendar.days[day("2027-02-04")]?.confirmed == false)
    }

    @Test func deskHoursAreNotWorkingHours() throws {
        let saturday = try #require(OfficePeriod("07:30-11:00"))
        let hours = try OfficeHours(version: "desk", week: OfficeHours.standard.week, extraDesk: WeekHours([.saturday: [saturday]]))
        let desk = WorkingCalendar(years: packYears, hours: hours)
        #expect(desk.isDeskOpen(at: at("2026-11-21T08:00")) && !desk.isDeskOpen(at: at("2026-11-21T11:00")))
        #expect(!desk.isWorkingDay(day("2026-11-21")))
        #expect(desk.normalise(at("2026-11-21T08:00")) == at("2026-11-23T07:00"))
        #expect(!desk.isDeskOpen(at: at("2026-02-21T06:00")) && desk.isDeskOpen(at: at("2026-11-20T08:00")))
        #expect(!desk.isDeskOpen(at: at("2024-02-10T08:00")), "a holiday on a Saturday")
    }

    @Test func officesWithOtherHoursCountTheirOwnMinutes() throws {
        let periods = try ["07:00-11:00", "13:00-17:00"].map { try #require(OfficePeriod($0)) }
        let week = WeekHours(Dictionary(uniqueKeysWithValues: Weekday.allCases.prefix(5).map { ($0, periods) }))
        let office = WorkingCalendar(years: packYears, hours: try OfficeHours(version: "other", week: week))
        #expect(office.dueMoment(received: at("2026-03-02T12:00"), limit: .workingDays(1), policy: .clock) == at("2026-03-03T11:00"))
    }

    @Test func impossibleHoursAreRefused() throws {
        #expect(throws: OfficeHoursProblem.noWorkingPeriod) { try OfficeHours(version: "none", week: WeekHours()) }
        let overlap = try ["07:00-11:30", "11:00-17:00"].map { try #require(OfficePeriod($0)) }
        #expect(throws: OfficeHoursProblem.periodsOverlap) { try OfficeHours(version: "overlap", week: WeekHours([.monday: overlap])) }
        #expect(OfficePeriod("11:30-07:00") == nil && OfficePeriod("7:00-11:30") == nil && ClockTime("24:00") == nil)
    }

    @Test func aYearAndItsHoursAreReadFromPlainText() throws {
        let year = try JSONDecoder().decode(
            CalendarYear.self,
            from: Data(
                """
                {"year": 2026, "version": "2026-1", "days": [
                  {"date": "2026-11-24", "kind": "holiday", "name": {"vi": "Ngày Văn hóa Việt Nam", "en": "Viet Nam Culture Day"}},
                  {"date": "2026-08-22", "kind": "makeUpWorking", "name": {"vi": "Làm bù", "en": "Made up"}, "decision": "9", "confirmed": false}]}
                """.utf8))
        #expect(year.days.map(\.confirmed) == [true, false] && year.days[1].decision == "9")
        let hours = try JSONDecoder().decode(
            OfficeHours.self,
            from: Data(
                #"{"version": "1", "week": {"monday": ["07:00-11:30", "13:30-17:00"]}, "extraDesk": {"saturday": ["07:30-11:00"]}}"#.utf8))
        #expect(hours.minutesPerDay == 480 && hours.makeUpDay == hours.week[.monday] && hours.extraDesk[.saturday].count == 1)
        let calendar = WorkingCalendar(years: [year], hours: hours)
        let copy = try JSONDecoder().decode(WorkingCalendar.self, from: JSONEncoder().encode(calendar))
        #expect(copy == calendar && copy.version == "hours 1, 2026 2026-1")
    }

    @Test(arguments: [
        #"{"year": 2026, "version": "1", "days": [{"date": "2025-11-24", "kind": "holiday", "name": {"vi": "a", "en": "b"}}]}"#,
        #"{"year": 2026, "version": "1", "days": [{"date": "2026-11-24", "kind": "holiday", "name": {"vi": "a", "en": "b"}}, {"date": "2026-11-24", "kind": "holiday", "name": {"vi": "a", "en": "b"}}]}"#,
        #"{"year": 2026, "version": "1", "days": [{"date": "2026-11-31", "kind": "holiday", "name": {"vi": "a", "en": "b"}}]}"#,
    ])
    func brokenYearsAreRefused(text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(CalendarYear.self, from: Data(text.utf8)) }
    }

    @Test func theLaterVersionOfAYearReplacesTheEarlier() {
        let amended = CalendarYear(year: 2026, version: "2026-2", days: [])
        let newer = WorkingCalendar(years: packYears + [amended], hours: .standard)
        #expect(newer.isWorkingDay(day("2026-11-24")) && newer.years.count == 4)
        #expect(newer.version.contains("2026 2026-2"))
    }
}
