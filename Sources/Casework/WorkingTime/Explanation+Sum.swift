// SPDX-License-Identifier: Apache-2.0

import Kernel

extension WorkingCalendar {
    /// What was added up, and the due date itself.
    func sum(_ count: Count) -> [Phrase] {
        let due = count.due.inWords
        let total =
            switch count.limit.unit {
            case .workingDay, .unspecified: count.policy == .clock ? minutesCounted(count) : daysCounted(count)
            case .workingHour: minutesCounted(count)
            case .calendarDay, .month: elapsed(count)
            }
        return [Phrase(vi: "\(total.vi) Hẹn trả: \(due.vi).", en: "\(total.en) Due: \(due.en).")]
    }

    private func minutesCounted(_ count: Count) -> Phrase {
        let start = count.start.moment
        let minutes = workingMinutes(from: start, to: count.due)
        let span = workingTime(minutes: minutes, minutesPerDay: hours.minutesPerDay)
        let inHours = minutes >= hours.minutesPerDay ? workingTime(minutes: minutes, minutesPerDay: .max) : nil
        let total = Phrase { language in span[language] + (inHours.map { " (\($0[language]))" } ?? "") }
        return Phrase(
            vi: "Từ \(start.inWords.vi) cộng đủ \(total.vi).", en: "From \(start.inWords.en) that adds up to \(total.en).")
    }

    private func daysCounted(_ count: Count) -> Phrase {
        let start = count.start.moment.date
        let whole = Int(count.limit.amount.rounded(.down))
        let part = dayMinutes(count.limit.amount - Double(whole))
        let days = (0..<min(whole, 11)).map { workingDay($0 + 1, after: start) }
        let last = workingDay(whole, after: start)
        let first = days.first ?? last
        let list = days.count <= 10 ? days.map(\.vietnamese).joined(separator: ", ") : "\(first.vietnamese)–\(last.vietnamese)"
        let counted =
            whole == 0
            ? Phrase("") : Phrase(vi: "Đếm \(whole) ngày làm việc: \(list).", en: "\(plural(whole, "working day")) counted: \(list).")
        guard part > 0 else {
            return whole > 0 ? counted : Phrase(vi: "Hết giờ làm việc của ngày bắt đầu.", en: "The closing time of the first day.")
        }
        let span = workingTime(minutes: part, minutesPerDay: hours.minutesPerDay)
        let added = Phrase(
            vi: "Phần lẻ \(span.vi) tính tiếp sau giờ đóng cửa ngày \(last.vietnamese).",
            en: "The part of a day, \(span.en), follows the closing time of \(last.vietnamese).")
        return whole == 0 ? added : Phrase { "\(counted[$0]) \(added[$0])" }
    }

    private func elapsed(_ count: Count) -> Phrase {
        let start = count.start.moment.date
        let last = count.lastDay ?? count.due.date
        let whole = count.limit.amount.rounded(.down)
        let part = count.limit.unit == .calendarDay ? dayMinutes(count.limit.amount - whole) : 0
        let words = (part > 0 ? TimeLimit(amount: whole, unit: .calendarDay) : count.limit).words
        let span = workingTime(minutes: part, minutesPerDay: hours.minutesPerDay)
        let rest =
            part > 0
            ? Phrase(vi: ", phần lẻ \(span.vi) tính tiếp sau đó", en: "; the part of a day, \(span.en), follows") : Phrase("")
        return Phrase(
            vi: "\(words.vi) kể từ \(start.vietnamese) là \(last.inWords.vi)\(rest.vi).",
            en: "\(words.en) from \(start.vietnamese) come to \(last.inWords.en)\(rest.en).")
    }

    /// Sentences for each flag.
    func doubts(_ count: Count) -> [Phrase] {
        flags(of: count).map { flag in
            switch flag {
            case .unspecifiedUnit:
                Phrase(
                    vi: "Đơn vị của thời hạn chưa được công bố: tạm tính là ngày làm việc, cần kiểm tra lại.",
                    en: "The unit of the limit is not published: counted as working days, to be reviewed.")
            case .amountOutOfRange:
                Phrase(
                    vi: "Thời hạn ghi trong dữ liệu không tính được: đã tính là \(count.limit.words.vi), cần kiểm tra lại.",
                    en: "The limit as recorded cannot be counted: taken as \(count.limit.words.en), to be reviewed.")
            case .unconfirmedDay: unconfirmed(count)
            case .outsideCalendar: unknown(count)
            }
        }
    }

    func flags(of count: Count) -> [DueFlag] {
        var flags: [DueFlag] = []
        if count.limit.unit == .unspecified { flags.append(.unspecifiedUnit) }
        if count.wasCut { flags.append(.amountOutOfRange) }
        if !unconfirmedDays(count).isEmpty { flags.append(.unconfirmedDay) }
        if !unknownYears(from: count.start.received.date, through: count.due.date).isEmpty { flags.append(.outsideCalendar) }
        return flags
    }

    private func unconfirmedDays(_ count: Count) -> [CalendarDay] {
        specialDays(from: count.start.received.date, through: count.due.date).filter { !$0.confirmed }
    }

    private func unconfirmed(_ count: Count) -> Phrase {
        var ranges: [(first: LocalDate, last: LocalDate)] = []
        for date in unconfirmedDays(count).map(\.date) {
            if let last = ranges.last?.last, last.adding(days: 1) == date {
                ranges[ranges.count - 1].last = date
            } else {
                ranges.append((date, date))
            }
        }
        let list = ranges.map { dateRange($0.first, $0.last) }.joined(separator: "; ")
        return Phrase(
            vi: "Lịch ngày \(list) chưa có quyết định chính thức: ngày hẹn được tính lại khi có quyết định.",
            en: "Not yet officially decided: \(list). The due date is counted again once it is.")
    }

    private func unknown(_ count: Count) -> Phrase {
        let years = unknownYears(from: count.start.received.date, through: count.due.date)
        let list = years.count > 3 ? "\(years[0])–\(years[years.count - 1])" : years.map(String.init).joined(separator: ", ")
        return Phrase(
            vi: "Lịch làm việc chưa có ngày lễ của năm \(list): mới chỉ trừ ngày nghỉ hằng tuần, cần kiểm tra lại.",
            en: "The calendar does not know the holidays of \(list): only weekly days off were left out, to be reviewed.")
    }
}
