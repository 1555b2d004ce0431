// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing
import WorkingTime

@Suite struct PauseTests {
    private func due(_ received: String, _ days: Double, _ policy: DeadlinePolicy) -> DueDate {
        calendar.due(received: at(received), limit: .workingDays(days), policy: policy)
    }

    @Test(arguments: [
        // A pause inside one morning, over lunch, over a weekend and a holiday, entirely outside working time.
        ("2026-11-17T08:00", "2026-11-17T10:00", "2026-11-19T11:00", "2026-11-19T17:00"),
        ("2026-11-17T11:00", "2026-11-17T14:00", "2026-11-19T10:00", "2026-11-19T17:00"),
        ("2026-11-18T16:00", "2026-11-25T08:00", "2026-11-25T11:00", "2026-11-26T17:00"),
        ("2026-11-18T17:00", "2026-11-19T07:00", "2026-11-19T09:00", "2026-11-19T17:00"),
        ("2026-11-18T10:00", "2026-11-18T09:00", "2026-11-19T09:00", "2026-11-19T17:00"),
    ])
    func thePauseIsAddedInWorkingTime(start: String, end: String, clock: String, endOfDay: String) {
        let byClock = calendar.shifted(due: due("2026-11-16T09:00", 3, .clock), pausedFrom: at(start), until: at(end), policy: .clock)
        #expect(byClock.due.iso == clock)
        let byDay = calendar.shifted(due: due("2026-11-16T09:00", 3, .endOfDay), pausedFrom: at(start), until: at(end), policy: .endOfDay)
        #expect(byDay.due.iso == endOfDay)
    }

    @Test func theWorkLeftIsTheSameBeforeAndAfter() {
        let old = due("2026-02-09T09:00", 10, .clock)
        let (pause, resume) = (at("2026-02-11T10:17"), at("2026-03-05T14:44"))
        let new = calendar.shifted(due: old, pausedFrom: pause, until: resume, policy: .clock)
        #expect(calendar.workingMinutes(from: pause, to: old.due) == calendar.workingMinutes(from: resume, to: new.due))
    }

    @Test func theLegalGroundIsPartOfTheExplanation() {
        let ground = Phrase(vi: "chờ bổ sung hồ sơ (NĐ 61/2018, Điều 19)", en: "waiting for supplements (Decree 61/2018, article 19)")
        let old = due("2026-11-16T09:00", 3, .clock)
        let new = calendar.shifted(
            due: old, pausedFrom: at("2026-11-18T16:00"), until: at("2026-11-25T08:00"), policy: .clock, ground: ground)
        #expect(Array(new.explanation.prefix(old.explanation.count)) == old.explanation)
        #expect(new.explanation.contains { $0.vi.hasSuffix("(3 ngày làm việc 2 giờ), \(ground.vi).") })
        #expect(new.explanation.last?.vi == "Hẹn trả chuyển từ thứ Năm, 19/11/2026, 09:00 sang thứ Tư, 25/11/2026, 11:00.")
        #expect(new.explanation.contains { $0.vi.contains("Ngày Văn hóa Việt Nam") })
    }

    @Test func calendarDayLimitsMoveByTheTimeThatPassed() {
        let old = calendar.due(received: at("2026-11-02T09:00"), limit: TimeLimit(amount: 10, unit: .calendarDay), policy: .clock)
        let new = calendar.shifted(
            due: old, pausedFrom: at("2026-11-04T09:00"), until: at("2026-11-08T09:00"), policy: .clock, unit: .calendarDay)
        #expect(old.due == at("2026-11-12T09:00"))
        #expect(new.due == at("2026-11-16T09:00"))
    }

    @Test func aRestartCountsTheWholeLimitAgain() {
        let new = calendar.restarted(completed: at("2026-11-20T09:00"), limit: .workingDays(3), policy: .clock)
        #expect(new.due == at("2026-11-26T09:00"))
        #expect(new.explanation.first?.vi == "Tính lại thời hạn từ đầu kể từ khi hồ sơ đầy đủ.")
    }

    @Test(arguments: [
        ("2026-11-20T14:59", "2026-11-20T17:00"), ("2026-11-20T15:00", "2026-11-20T17:00"), ("2026-11-20T15:01", "2026-11-23T17:00"),
        ("2026-11-23T16:00", "2026-11-25T17:00"), ("2026-11-21T16:00", "2026-11-23T17:00"), ("2026-11-20T06:00", "2026-11-20T17:00"),
        ("2026-11-20T20:00", "2026-11-23T17:00"),
    ])
    func sameDayResultsAreDueByTheCutoff(received: String, expected: String) {
        let due = calendar.due(received: at(received), sameDay: SameDayRule())
        #expect(due.due.iso == expected)
        #expect(due.explanation.count >= 3)
    }

    @Test(arguments: [
        ("2026-11-20T14:00", "2026-11-20T17:00"), ("2026-11-20T15:00", "2026-11-20T17:00"), ("2026-11-20T15:01", "2026-11-23T07:00"),
        ("2026-11-22T15:01", "2026-11-23T17:00"),
    ])
    func paperIsHandedOverTheSameDayOrTheNextMorning(received: String, expected: String) {
        #expect(calendar.transferDeadline(received: at(received)).due.iso == expected)
    }
}
