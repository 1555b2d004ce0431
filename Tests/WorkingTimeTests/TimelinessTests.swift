// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing
import WorkingTime

@Suite struct TimelinessTests {
    private let due = at("2026-11-26T09:00")

    @Test(arguments: [
        ("2026-11-25T16:59", Timeliness.early), ("2026-11-26T07:30", .onTime), ("2026-11-26T09:00", .onTime),
        ("2026-11-26T09:01", .overdue),
        ("2026-11-27T07:00", .overdue),
    ])
    func finishedDossiersAreClassified(finish: String, expected: Timeliness) {
        #expect(Timeliness(finished: at(finish), due: due, now: at("2026-12-31T00:00")) == expected)
    }

    @Test(arguments: [("2026-11-26T09:00", Timeliness.withinLimit), ("2026-11-26T09:01", .runningOverdue)])
    func runningDossiersAreClassified(now: String, expected: Timeliness) {
        #expect(Timeliness(finished: nil, due: due, now: at(now)) == expected)
    }

    @Test(arguments: [
        ("2026-11-20T15:00", "còn 2 ngày làm việc 4 giờ", "2 working days 4 hours left", false),
        ("2026-11-25T09:00", "còn 1 ngày làm việc", "1 working day left", true),
        ("2026-11-26T07:00", "còn 2 giờ", "2 hours left", true), ("2026-11-26T08:35", "còn 25 phút", "25 minutes left", true),
        ("2026-11-26T09:00", "đến hạn", "due now", true),
        ("2026-11-27T11:00", "quá hạn 1 ngày làm việc 2 giờ", "1 working day 2 hours overdue", false),
    ])
    func whatIsLeftIsSaid(now: String, vi: String, en: String, isDueSoon: Bool) {
        let remaining = calendar.remaining(at: at(now), until: due)
        #expect(remaining.words == Phrase(vi: vi, en: en))
        #expect(remaining.isDueSoon == isDueSoon)
    }

    @Test func theEveningAfterClosingIsJustOverdue() {
        let remaining = calendar.remaining(at: at("2026-11-26T18:00"), until: at("2026-11-26T17:00"))
        #expect(remaining.isOverdue && remaining.workingMinutes == 0 && remaining.words.vi == "vừa quá hạn")
    }
}
