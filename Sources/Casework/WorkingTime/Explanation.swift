// SPDX-License-Identifier: Apache-2.0

import Kernel

extension WorkingCalendar {
    /// The sentences of a due date, in the order a careful officer would say them.
    func explain(_ count: Count) -> [Phrase] {
        var sentences = [sentence(about: count.start), sentence(about: count.limit, count.policy)]
        sentences += skipped(count)
        sentences += madeUp(count)
        sentences += sum(count)
        sentences += doubts(count)
        return sentences
    }

    func sentence(about start: CountingStart) -> Phrase {
        let (received, moment) = (start.received.inWords, start.moment.inWords)
        let time = start.moment.time
        return switch start.reason {
        case .withinHours:
            Phrase(
                vi: "Nhận lúc \(received.vi), trong giờ làm việc: tính từ lúc nhận.",
                en: "Received \(received.en), within working hours: counted from then.")
        case .beforeOpening:
            Phrase(
                vi: "Nhận lúc \(received.vi), trước giờ làm việc: tính từ \(time) cùng ngày.",
                en: "Received \(received.en), before opening: counted from \(time) the same day.")
        case .breakBetweenPeriods:
            Phrase(
                vi: "Nhận lúc \(received.vi), trong giờ nghỉ trưa: tính từ \(time) cùng ngày.",
                en: "Received \(received.en), during the midday break: counted from \(time) the same day.")
        case .afterClosing:
            Phrase(
                vi: "Nhận lúc \(received.vi), sau giờ làm việc: tính từ \(moment.vi).",
                en: "Received \(received.en), after closing: counted from \(moment.en).")
        case .dayOff:
            Phrase(
                vi: "Nhận lúc \(received.vi), vào ngày nghỉ: tính từ \(moment.vi).",
                en: "Received \(received.en), on a day off: counted from \(moment.en).")
        }
    }

    private func sentence(about limit: TimeLimit, _ policy: DeadlinePolicy) -> Phrase {
        let words = limit.words
        let ends =
            switch (policy, limit.unit) {
            case (_, .workingHour), (.clock, .calendarDay), (.clock, .month): Phrase(vi: "", en: "")
            case (.clock, _):
                Phrase(vi: ", mỗi ngày \(dayLength.vi) làm việc", en: ", \(dayLength.en) of working time each")
            case (.endOfDay, _):
                Phrase(
                    vi: ", không tính ngày bắt đầu, hết hạn vào cuối giờ làm việc",
                    en: ", the first day not counted, ending at closing time")
            }
        return switch limit.unit {
        case .calendarDay, .month:
            Phrase(vi: "Thời hạn \(words.vi)\(ends.vi), tính cả ngày nghỉ.", en: "Time limit: \(words.en)\(ends.en), days off included.")
        default:
            Phrase(vi: "Thời hạn \(words.vi)\(ends.vi).", en: "Time limit: \(words.en)\(ends.en).")
        }
    }

    private var dayLength: Phrase {
        workingSpan(minutes: hours.minutesPerDay, minutesPerDay: 1440)
    }

    private func skipped(_ count: Count) -> [Phrase] {
        guard let lastDay = count.lastDay else {
            return sentences(about: runsOfDaysOff(from: count.start.received.date, before: count.due.date))
        }
        let before = runsOfDaysOff(from: count.start.received.date, before: count.start.moment.date)
        let after = runsOfDaysOff(from: lastDay, before: count.due.date)
        var phrases = sentences(about: before)
        if let clipped = clippedMonth(count) { phrases.append(clipped) }
        guard !isWorkingDay(lastDay) else { return phrases }
        phrases.append(
            Phrase(
                vi: "Ngày cuối của thời hạn, \(lastDay.inWords.vi), là ngày nghỉ: chuyển sang ngày làm việc tiếp theo.",
                en: "The last day, \(lastDay.inWords.en), is a day off: moved to the next working day."))
        return phrases + sentences(about: after)
    }

    private func clippedMonth(_ count: Count) -> Phrase? {
        let start = count.start.moment.date
        let end = start.adding(months: Int(count.limit.amount.rounded(.down)))
        guard count.limit.unit == .month, end.day != start.day else { return nil }
        return Phrase(
            vi: "Tháng \(end.month)/\(end.year) không có ngày \(start.day): lấy ngày cuối tháng, \(end.vietnamese).",
            en: "\(end.month)/\(end.year) has no day \(start.day): its last day, \(end.vietnamese), is taken.")
    }

    private func madeUp(_ count: Count) -> [Phrase] {
        guard count.lastDay == nil else { return [] }
        let first = count.start.moment.date
        let isFirstCounted = count.policy == .clock || count.limit.unit == .workingHour
        return specialDays(from: isFirstCounted ? first : first.adding(days: 1), through: count.due.date)
            .filter(\.isWorking)
            .map { Phrase(vi: "Có tính \($0.date.inWords.vi): \($0.name.vi).", en: "Counted: \($0.date.inWords.en): \($0.name.en).") }
    }

    /// The special days of a stretch, in order.
    func specialDays(from first: LocalDate, through last: LocalDate) -> [CalendarDay] {
        years.filter { (first.year...max(first.year, last.year)).contains($0.year) }
            .flatMap(\.days).filter { first <= $0.date && $0.date <= last }.sorted { $0.date < $1.date }
    }
}
