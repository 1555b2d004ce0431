// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing
import WorkingTime

struct DueCase: Sendable, CustomTestStringConvertible {
    let received: String
    let amount: Double
    let unit: TimeUnit
    let clock: String
    let endOfDay: String

    init(_ received: String, _ amount: Double, _ unit: TimeUnit, clock: String, endOfDay: String) {
        (self.received, self.amount, self.unit) = (received, amount, unit)
        (self.clock, self.endOfDay) = (clock, endOfDay)
    }

    var testDescription: String { "\(received) + \(amount) \(unit)" }
}

@Suite struct DueTests {
    @Test(arguments: [
        DueCase("2026-11-20T09:00", 3, .workingDay, clock: "2026-11-26T09:00", endOfDay: "2026-11-26T17:00"),
        DueCase("2026-02-13T15:30", 5, .workingDay, clock: "2026-02-27T15:30", endOfDay: "2026-02-27T17:00"),
        DueCase("2026-02-14T08:00", 3, .workingDay, clock: "2026-02-25T17:00", endOfDay: "2026-02-26T17:00"),
        DueCase("2026-08-21T17:05", 1, .workingDay, clock: "2026-08-22T17:00", endOfDay: "2026-08-24T17:00"),
        DueCase("2026-03-02T12:00", 1, .workingDay, clock: "2026-03-03T11:30", endOfDay: "2026-03-03T17:00"),
        DueCase("2026-04-17T09:30", 10, .calendarDay, clock: "2026-04-28T07:00", endOfDay: "2026-04-28T17:00"),
    ])
    func publishedExamplesAgree(_ example: DueCase) { check(example) }

    @Test(arguments: [
        // Hours, across lunch, closing and a weekend; the policy does not matter to hours.
        DueCase("2026-11-16T09:00", 1, .workingHour, clock: "2026-11-16T10:00", endOfDay: "2026-11-16T10:00"),
        DueCase("2026-11-16T11:00", 1, .workingHour, clock: "2026-11-16T14:00", endOfDay: "2026-11-16T14:00"),
        DueCase("2026-11-20T16:00", 8, .workingHour, clock: "2026-11-23T16:00", endOfDay: "2026-11-23T16:00"),
        DueCase("2026-11-20T16:00", 1, .workingHour, clock: "2026-11-20T17:00", endOfDay: "2026-11-20T17:00"),
        DueCase("2026-11-20T16:00", 1.5, .workingHour, clock: "2026-11-23T07:30", endOfDay: "2026-11-23T07:30"),
        // Calendar days, ending on a working day, a Saturday, a holiday run.
        DueCase("2026-11-02T10:15", 1, .calendarDay, clock: "2026-11-03T10:15", endOfDay: "2026-11-03T17:00"),
        DueCase("2026-11-02T10:15", 5, .calendarDay, clock: "2026-11-09T07:00", endOfDay: "2026-11-09T17:00"),
        DueCase("2026-02-06T10:15", 10, .calendarDay, clock: "2026-02-23T07:00", endOfDay: "2026-02-23T17:00"),
        DueCase("2026-08-17T10:15", 5, .calendarDay, clock: "2026-08-22T10:15", endOfDay: "2026-08-22T17:00"),
        // Months: same day, clipped, moved off a holiday, half a month as fifteen days.
        DueCase("2026-03-10T09:00", 1, .month, clock: "2026-04-10T09:00", endOfDay: "2026-04-10T17:00"),
        DueCase("2026-03-31T09:00", 3, .month, clock: "2026-06-30T09:00", endOfDay: "2026-06-30T17:00"),
        DueCase("2025-12-31T09:00", 2, .month, clock: "2026-03-02T07:00", endOfDay: "2026-03-02T17:00"),
        DueCase("2026-10-24T09:00", 1, .month, clock: "2026-11-26T07:00", endOfDay: "2026-11-26T17:00"),
        DueCase("2026-03-02T09:00", 0.5, .month, clock: "2026-03-17T09:00", endOfDay: "2026-03-17T17:00"),
        // Nobody published the unit: working days.
        DueCase("2026-11-20T09:00", 3, .unspecified, clock: "2026-11-26T09:00", endOfDay: "2026-11-26T17:00"),
        // Nothing to count.
        DueCase("2026-11-20T09:00", 0, .workingDay, clock: "2026-11-20T09:00", endOfDay: "2026-11-20T17:00"),
        DueCase("2026-11-21T09:00", 0, .calendarDay, clock: "2026-11-23T07:00", endOfDay: "2026-11-23T17:00"),
    ])
    func everyUnitIsCounted(_ example: DueCase) { check(example) }

    @Test(arguments: [
        DueCase("2026-11-16T09:00", 7.5, .workingDay, clock: "2026-11-26T15:00", endOfDay: "2026-11-27T11:00"),
        DueCase("2026-11-16T09:00", 6.25, .workingDay, clock: "2026-11-25T11:00", endOfDay: "2026-11-26T09:00"),
        DueCase("2026-11-16T09:00", 0.5, .workingDay, clock: "2026-11-16T15:00", endOfDay: "2026-11-17T11:00"),
        DueCase("2026-11-20T13:30", 0.5, .workingDay, clock: "2026-11-23T07:30", endOfDay: "2026-11-23T11:00"),
        DueCase("2026-11-16T09:00", 1.5, .calendarDay, clock: "2026-11-17T15:00", endOfDay: "2026-11-18T11:00"),
    ])
    func partsOfDaysAreMinutes(_ example: DueCase) { check(example) }

    @Test(arguments: [
        ("2026-11-20T06:59", "2026-11-20T07:00"), ("2026-11-20T07:00", "2026-11-20T07:00"), ("2026-11-20T11:29", "2026-11-20T11:29"),
        ("2026-11-20T11:30", "2026-11-20T13:30"), ("2026-11-20T13:29", "2026-11-20T13:30"), ("2026-11-20T16:59", "2026-11-20T16:59"),
        ("2026-11-20T17:00", "2026-11-23T07:00"), ("2026-11-21T10:00", "2026-11-23T07:00"), ("2026-11-23T18:00", "2026-11-25T07:00"),
        ("2026-11-24T10:00", "2026-11-25T07:00"), ("2026-08-22T10:00", "2026-08-22T10:00"), ("2026-08-21T17:00", "2026-08-22T07:00"),
        ("2025-12-31T23:59", "2026-01-05T07:00"),
    ])
    func countingStartsInWorkingTime(received: String, start: String) {
        #expect(calendar.normalise(at(received)) == at(start))
    }

    @Test(arguments: [-1, .nan, .infinity, 1e300])
    func amountsNobodyCanCountAreFlagged(amount: Double) {
        for unit in TimeUnit.allCases {
            let due = calendar.due(received: at("2026-11-20T09:00"), limit: TimeLimit(amount: amount, unit: unit), policy: .clock)
            #expect(due.flags.contains(.amountOutOfRange))
            #expect(due.due >= due.start)
        }
    }

    @Test(arguments: DeadlinePolicy.allCases, TimeUnit.allCases)
    func aLongerLimitNeverEndsEarlier(policy: DeadlinePolicy, unit: TimeUnit) {
        for received in ["2026-02-12T16:59", "2026-02-14T08:00", "2026-04-24T12:00", "2026-08-21T17:05"] {
            var last = at("2024-01-01T00:00")
            // Several calendar days end on the same working day after a weekend, so parts of them have no order.
            let step = unit == .calendarDay ? 1 : 0.25
            for amount in stride(from: 0, to: 20, by: step) {
                let limit = TimeLimit(amount: amount, unit: unit)
                let due = calendar.dueMoment(received: at(received), limit: limit, policy: policy)
                #expect(due >= last, "\(received) + \(limit.amount) \(unit)")
                last = due
            }
        }
    }

    @Test(arguments: DeadlinePolicy.allCases, TimeUnit.allCases)
    func laterReceptionIsNeverDueEarlier(policy: DeadlinePolicy, unit: TimeUnit) {
        var last = at("2024-01-01T00:00")
        for hour in 0..<(24 * 30) {
            let received = LocalDateTime(date: day("2026-08-10").adding(days: hour / 24), minuteOfDay: hour % 24 * 60 + 31)
            let due = calendar.dueMoment(received: received, limit: TimeLimit(amount: 3, unit: unit), policy: policy)
            #expect(due >= last, "\(received.iso)")
            #expect(due >= received)
            last = due
        }
    }

    private func check(_ example: DueCase) {
        let limit = TimeLimit(amount: example.amount, unit: example.unit)
        #expect(calendar.due(received: at(example.received), limit: limit, policy: .clock).due.iso == example.clock)
        #expect(calendar.due(received: at(example.received), limit: limit, policy: .endOfDay).due.iso == example.endOfDay)
    }
}
