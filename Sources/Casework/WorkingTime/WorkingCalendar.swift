// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Office hours and the special days of several years: everything needed to say when work is done.
package struct WorkingCalendar: Sendable {
    package let years: [CalendarYear]
    package let hours: OfficeHours
    /// The special days of all years.
    package let days: [LocalDate: CalendarDay]

    let minuteIndex: DayIndex
    let workingDayIndex: DayIndex
    private let coveredYears: Set<Int>

    /// Where a year comes twice, the later one replaces the earlier.
    package init(years: [CalendarYear], hours: OfficeHours) {
        let latest = Dictionary(years.map { ($0.year, $0) }) { $1 }
        let days = Dictionary(latest.values.flatMap(\.days).map { ($0.date, $0) }) { $1 }
        self.years = latest.values.sorted { $0.year < $1.year }
        self.hours = hours
        self.days = days
        coveredYears = Set(latest.keys)
        let week = Weekday.allCases.map { hours.week[$0].reduce(0) { $0 + $1.minutes } }
        let makeUp = hours.makeUpDay.reduce(0) { $0 + $1.minutes }
        let exceptions = Dictionary(uniqueKeysWithValues: days.values.map { ($0.date.dayNumber, $0.isWorking ? makeUp : 0) })
        minuteIndex = DayIndex(week: week, exceptions: exceptions)
        workingDayIndex = DayIndex(week: week.map { min($0, 1) }, exceptions: exceptions.mapValues { min($0, 1) })
    }

    /// Names the versions it was made of, `hours 2026-1, 2025-1, 2026-2`; cases keep it beside their due dates.
    package var version: String {
        (["hours \(hours.version)"] + years.map { "\($0.year) \($0.version)" }).joined(separator: ", ")
    }

    /// First day of the first year; nil without any year.
    package var effectiveFrom: LocalDate? { years.first.flatMap { LocalDate(year: $0.year, month: 1, day: 1) } }

    /// Last day of the last year; nil without any year.
    package var effectiveTo: LocalDate? { years.last.flatMap { LocalDate(year: $0.year, month: 12, day: 31) } }

    /// Whether the special days of the date's year are known. Where they are not, only weekly days off are skipped.
    package func covers(_ date: LocalDate) -> Bool { coveredYears.contains(date.year) }

    /// The years a stretch of days touches and this calendar does not know.
    func unknownYears(from first: LocalDate, through last: LocalDate) -> [Int] {
        guard first.year <= last.year else { return [] }
        return (first.year...last.year).filter { !coveredYears.contains($0) }
    }
}

extension WorkingCalendar: Hashable {
    package static func == (left: Self, right: Self) -> Bool { left.years == right.years && left.hours == right.hours }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(years)
        hasher.combine(hours)
    }
}

extension WorkingCalendar: Codable {
    private enum Key: String, CodingKey {
        case years, hours
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            years: try container.decode([CalendarYear].self, forKey: .years),
            hours: try container.decode(OfficeHours.self, forKey: .hours))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(years, forKey: .years)
        try container.encode(hours, forKey: .hours)
    }
}
