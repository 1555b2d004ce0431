// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

@Suite struct LocalDateTests {
    @Test func everyDayOfFourCenturiesHasItsNumberAndWeekday() throws {
        var date = try #require(LocalDate(year: 1899, month: 12, day: 31))
        #expect(date.weekday == .sunday)
        for _ in 0..<146_097 {
            let next = date.adding(days: 1)
            #expect(next > date && next.dayNumber == date.dayNumber + 1)
            #expect(next.weekday.rawValue == date.weekday.rawValue % 7 + 1)
            #expect(LocalDate(year: next.year, month: next.month, day: next.day) == next)
            date = next
        }
        #expect(date.iso == "2299-12-31")
    }

    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("2026-11-20", 20_777, .friday), ("2000-02-29", 11_016, .tuesday), ("1969-12-29", -3, .monday),
    ])
    func knownDaysAgree(iso: String, number: Int, weekday: Weekday) {
        #expect(LocalDate(iso: iso)?.dayNumber == number)
        #expect(LocalDate(iso: iso)?.weekday == weekday)
        #expect(LocalDate(dayNumber: number).iso == iso)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "0000-01-01", "2026-1-01", "20261120", "2026/11/20", "2026-11-20 ",
        "26-11-2026",
    ])
    func impossibleDatesAreRefused(text: String) {
        #expect(LocalDate(iso: text) == nil)
    }

    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"), ("2026-12-31", 12, "2027-12-31"), ("2024-02-29", 12, "2025-02-28"),
        ("2026-06-10", 0, "2026-06-10"),
    ])
    func monthsAreClipped(start: String, months: Int, end: String) {
        #expect(LocalDate(iso: start)?.adding(months: months).iso == end)
    }

    @Test func datesAreWrittenForEveryReader() throws {
        let date = try #require(LocalDate(iso: "2026-03-05"))
        #expect(date.vietnamese == "05/03/2026" && date.compact == "260305" && date.iso == "2026-03-05")
        #expect(try JSONDecoder().decode([LocalDate].self, from: JSONEncoder().encode([date])) == [date])
    }

    @Test(arguments: [
        ("2026-11-20T02:00:00Z", "2026-11-20T09:00"), ("2026-11-20T17:00:00Z", "2026-11-21T00:00"),
        ("2026-11-20T16:59:59.999Z", "2026-11-20T23:59"),
        ("1969-12-31T16:59:59.999Z", "1969-12-31T23:59"), ("1960-01-01T00:00:30Z", "1960-01-01T07:00"),
    ])
    func instantsFallIntoVietnameseMinutes(instant: String, local: String) throws {
        let instant = try #require(Instant(rfc3339: instant))
        #expect(LocalDateTime(instant).iso == local)
        #expect(LocalDateTime(LocalDateTime(instant).instant()).iso == local)
    }

    @Test func minutesAreSpokenAndOrdered() throws {
        let minute = try #require(LocalDateTime(iso: "2026-11-20T09:05"))
        #expect(minute.spoken(.vi) == "thứ Sáu, 20/11/2026, 09:05" && minute.spoken(.en) == "Friday, 20/11/2026, 09:05")
        #expect((minute.hour, minute.minute, minute.time) == (9, 5, "09:05"))
        let later = try #require(LocalDateTime(iso: "2026-11-21T00:00"))
        #expect(minute < later)
    }

    @Test(arguments: ["2026-11-20T24:00", "2026-11-20T09:60", "2026-11-20 09:00", "2026-11-20T9:00", "2026-11-20T09:00Z", "2026-11-20"])
    func otherMinutesAreRefused(text: String) {
        #expect(LocalDateTime(iso: text) == nil)
    }
}
