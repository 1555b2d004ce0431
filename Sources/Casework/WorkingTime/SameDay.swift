// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Results "within the day": received until the cut-off, the same working day; later, the next ("ngay trong ngày", civil status).
package struct SameDayRule: Codable, Hashable, Sendable {
    package let cutoff: ClockTime

    package init(cutoff: ClockTime = .threeInTheAfternoon) {
        self.cutoff = cutoff
    }
}

extension WorkingCalendar {
    /// The due date of a same-day procedure. Only a dossier received *after* the cut-off waits for the next working day.
    package func due(received: LocalDateTime, sameDay rule: SameDayRule) -> DueDate {
        let start = countingStart(of: received)
        let isLate = start.moment.minuteOfDay > rule.cutoff.minuteOfDay
        let day = isLate ? workingDay(1, after: start.moment.date) : start.moment.date
        let rulePhrase =
            isLate
            ? Phrase(
                vi: "Giải quyết trong ngày; nhận sau \(rule.cutoff.text) thì trả vào ngày làm việc tiếp theo.",
                en: "Resolved within the day; received after \(rule.cutoff.text) it is returned the next working day.")
            : Phrase(
                vi: "Giải quyết trong ngày; nhận đến \(rule.cutoff.text) thì trả cùng ngày làm việc.",
                en: "Resolved within the day; received by \(rule.cutoff.text) it is returned the same working day.")
        return dueByRule(start, closing(of: day), rulePhrase)
    }

    /// By when a paper dossier is with the resolving agency: the same working day, or the opening of the next when it was
    /// received after 15:00 (NĐ 118/2025, article 18.2).
    package func transferDeadline(received: LocalDateTime, cutoff: ClockTime = .threeInTheAfternoon) -> DueDate {
        let start = countingStart(of: received)
        let isLate = start.moment.minuteOfDay > cutoff.minuteOfDay
        let due = isLate ? opening(of: workingDay(1, after: start.moment.date)) : closing(of: start.moment.date)
        let rulePhrase =
            isLate
            ? Phrase(
                vi: "Nhận sau \(cutoff.text): chuyển vào đầu giờ ngày làm việc tiếp theo.",
                en: "Received after \(cutoff.text): handed over at the opening of the next working day.")
            : Phrase(
                vi: "Nhận đến \(cutoff.text): chuyển trong ngày làm việc.",
                en: "Received by \(cutoff.text): handed over the same working day.")
        return dueByRule(start, due, rulePhrase)
    }

    private func dueByRule(_ start: CountingStart, _ due: LocalDateTime, _ rule: Phrase) -> DueDate {
        let count = Count(start: start, limit: .workingDays(1), policy: .endOfDay, due: due, wasCut: false)
        let skipped = sentences(about: runsOfDaysOff(from: start.received.date, before: due.date))
        let sum = Phrase(vi: "Hạn: \(due.inWords.vi).", en: "Due: \(due.inWords.en).")
        return DueDate(
            start: start.moment, due: due, explanation: [sentence(about: start), rule] + skipped + [sum] + doubts(count),
            flags: flags(of: count), calendarVersion: version)
    }
}
