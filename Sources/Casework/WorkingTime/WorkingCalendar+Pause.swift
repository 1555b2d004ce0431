// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension WorkingCalendar {
    /// The due date after a pause that is not counted: the old one moved by the pause, in working time.
    /// Under `endOfDay` the pause counts in working days, so the due time stays at closing; a limit in calendar days or
    /// months moves by the time that passed and is then realigned. `ground` is what the law calls the pause.
    package func shifted(
        due old: DueDate, pausedFrom start: LocalDateTime, until end: LocalDateTime, policy: DeadlinePolicy,
        unit: TimeUnit = .workingDay, ground: Phrase? = nil
    ) -> DueDate {
        let new = shifted(old.due, pausedFrom: start, until: end, policy, unit)
        let flags = pauseFlags(from: old.due, through: new)
        return DueDate(
            start: old.start, due: new, explanation: old.explanation + pauseSentences(old, new, start, end, ground),
            flags: old.flags + flags.filter { !old.flags.contains($0) }, calendarVersion: version)
    }

    /// Counting again from zero after a return for supplement (NĐ 61/2018, article 19.4).
    package func restarted(completed: LocalDateTime, limit: TimeLimit, policy: DeadlinePolicy, ground: Phrase? = nil) -> DueDate {
        let new = due(received: completed, limit: limit, policy: policy)
        let because = ground.map { Phrase(vi: " (\($0.vi))", en: " (\($0.en))") } ?? Phrase("")
        let restart = Phrase(
            vi: "Tính lại thời hạn từ đầu kể từ khi hồ sơ đầy đủ\(because.vi).",
            en: "The time limit starts again from zero once the dossier is complete\(because.en).")
        return DueDate(
            start: new.start, due: new.due, explanation: [restart] + new.explanation, flags: new.flags, calendarVersion: version)
    }

    private func shifted(
        _ due: LocalDateTime, pausedFrom start: LocalDateTime, until end: LocalDateTime, _ policy: DeadlinePolicy, _ unit: TimeUnit
    ) -> LocalDateTime {
        guard start < end else { return due }
        switch unit {
        case .calendarDay, .month:
            if policy == .endOfDay {
                let later = due.date.adding(days: end.date.dayNumber - start.date.dayNumber)
                return isWorkingDay(later) ? closing(of: later) : closing(of: workingDay(onOrAfter: later))
            }
            let passed = (end.date.dayNumber - start.date.dayNumber) * 1440 + end.minuteOfDay - start.minuteOfDay
            return normalise(due.adding(minutes: passed))
        case .workingDay where policy == .endOfDay, .unspecified where policy == .endOfDay:
            let days = workingDays(after: normalise(start).date, through: normalise(end).date)
            let later = workingDay(days, after: due.date)
            return due == closing(of: due.date) ? closing(of: later) : LocalDateTime(date: later, minuteOfDay: due.minuteOfDay)
        default:
            return adding(workingMinutes: workingMinutes(from: start, to: end), to: due)
        }
    }

    private func pauseSentences(
        _ old: DueDate, _ new: LocalDateTime, _ start: LocalDateTime, _ end: LocalDateTime, _ ground: Phrase?
    ) -> [Phrase] {
        let minutes = max(0, workingMinutes(from: start, to: end))
        let span = workingTime(minutes: minutes, minutesPerDay: hours.minutesPerDay)
        let because = ground.map { Phrase(vi: ", \($0.vi)", en: ", \($0.en)") } ?? Phrase("")
        let pause = Phrase(
            vi: "Không tính thời gian từ \(start.inWords.vi) đến \(end.inWords.vi) (\(span.vi))\(because.vi).",
            en: "Not counted: from \(start.inWords.en) to \(end.inWords.en) (\(span.en))\(because.en).")
        let moved = Phrase(
            vi: "Hẹn trả chuyển từ \(old.due.inWords.vi) sang \(new.inWords.vi).",
            en: "Due moved from \(old.due.inWords.en) to \(new.inWords.en).")
        return [pause] + sentences(about: runsOfDaysOff(from: old.due.date.adding(days: 1), before: new.date)) + [moved]
    }

    private func pauseFlags(from old: LocalDateTime, through new: LocalDateTime) -> [DueFlag] {
        var flags: [DueFlag] = []
        if specialDays(from: old.date, through: new.date).contains(where: { !$0.confirmed }) { flags.append(.unconfirmedDay) }
        if !unknownYears(from: old.date, through: new.date).isEmpty { flags.append(.outsideCalendar) }
        return flags
    }
}

extension LocalDateTime {
    fileprivate func adding(minutes: Int) -> LocalDateTime {
        let total = date.dayNumber * 1440 + minuteOfDay + minutes
        let day = total >= 0 ? total / 1440 : (total - 1439) / 1440
        return LocalDateTime(date: LocalDate(dayNumber: day), minuteOfDay: total - day * 1440)
    }
}
