// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing
import WorkingTime

@Suite struct MinutesTests {
    /// The slow truth: look at every minute.
    private func countedOneByOne(from start: LocalDateTime, to end: LocalDateTime) -> Int {
        var count = 0
        for number in start.date.dayNumber...end.date.dayNumber {
            let date = LocalDate(dayNumber: number)
            let first = date == start.date ? start.minuteOfDay : 0
            let last = date == end.date ? end.minuteOfDay : 1440
            for minute in first..<max(first, last) where calendar.periods(on: date).contains(where: { $0.contains(minute) }) { count += 1 }
        }
        return count
    }

    @Test func measuringAgreesWithLookingAtEveryMinute() {
        var random = Seeded(state: 7)
        for _ in 0..<60 {
            let start = randomMoment(&random)
            let end = LocalDateTime(
                date: start.date.adding(days: Int.random(in: 0...40, using: &random)), minuteOfDay: Int.random(in: 0..<1440, using: &random)
            )
            guard start <= end else { continue }
            let minutes = countedOneByOne(from: start, to: end)
            #expect(calendar.workingMinutes(from: start, to: end) == minutes, "\(start.iso) to \(end.iso)")
            #expect(calendar.workingMinutes(from: end, to: start) == -minutes)
        }
    }

    @Test func addedMinutesAreMeasuredAgain() {
        var random = Seeded(state: 11)
        for _ in 0..<2000 {
            let start = randomMoment(&random)
            let minutes = Int.random(in: -20_000...20_000, using: &random)
            let end = calendar.adding(workingMinutes: minutes, to: start)
            #expect(calendar.workingMinutes(from: start, to: end) == minutes, "\(start.iso) + \(minutes)")
        }
    }

    @Test func addingIsMonotone() {
        let start = at("2026-02-12T16:30")
        var last = start
        for minutes in 0..<5000 {
            let end = calendar.adding(workingMinutes: minutes, to: start)
            #expect(end >= last)
            last = end
        }
    }

    @Test func workThatFillsADayEndsAtClosing() {
        #expect(calendar.adding(workingMinutes: 480, to: at("2026-11-20T07:00")) == at("2026-11-20T17:00"))
        #expect(calendar.adding(workingMinutes: 481, to: at("2026-11-20T07:00")) == at("2026-11-23T07:01"))
        #expect(calendar.adding(workingMinutes: 270, to: at("2026-11-20T07:00")) == at("2026-11-20T11:30"))
    }

    @Test func oneWorkingDayBackFindsTheLastMomentToExtend() {
        #expect(calendar.adding(workingMinutes: -480, to: at("2026-11-26T17:00")) == at("2026-11-26T07:00"))
        #expect(calendar.adding(workingMinutes: -480, to: at("2026-11-25T09:00")) == at("2026-11-23T09:00"))
    }

    @Test func workingDaysAreCountedAndFound() {
        #expect(calendar.workingDays(after: day("2026-11-20"), through: day("2026-11-26")) == 3)
        #expect(calendar.workingDays(after: day("2026-11-26"), through: day("2026-11-20")) == -3)
        #expect(calendar.workingDay(3, after: day("2026-11-20")) == day("2026-11-26"))
        #expect(calendar.workingDay(onOrAfter: day("2026-02-14")) == day("2026-02-23"))
        for count in 1..<400 {
            let found = calendar.workingDay(count, after: day("2024-06-01"))
            #expect(calendar.isWorkingDay(found) && calendar.workingDays(after: day("2024-06-01"), through: found) == count)
        }
    }

    @Test func aCenturyIsMeasuredAtOnce() {
        let minutes = calendar.workingMinutes(from: at("1970-01-01T00:00"), to: at("2099-12-31T00:00"))
        #expect(minutes > 129 * 250 * 480)
    }

    private func randomMoment(_ random: inout Seeded) -> LocalDateTime {
        LocalDateTime(
            date: day("2023-11-01").adding(days: Int.random(in: 0..<1600, using: &random)),
            minuteOfDay: Int.random(in: 0..<1440, using: &random))
    }
}

/// A generator that gives the same numbers in every run (splitmix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
