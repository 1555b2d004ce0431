// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A stretch of working time, `2 ngày làm việc 3 giờ`: the two largest units that say something.
package func workingSpan(minutes: Int, minutesPerDay: Int) -> Phrase {
    let (days, rest) = max(0, minutes).quotientAndRemainder(dividingBy: max(1, minutesPerDay))
    let (hours, left) = rest.quotientAndRemainder(dividingBy: 60)
    var parts: [Phrase] = []
    if days > 0 { parts.append(Phrase(vi: "\(days) ngày làm việc", en: plural(days, "working day"))) }
    if hours > 0 { parts.append(Phrase(vi: "\(hours) giờ", en: plural(hours, "hour"))) }
    if left > 0, days == 0 || hours == 0 { parts.append(Phrase(vi: "\(left) phút", en: plural(left, "minute"))) }
    if parts.isEmpty { return Phrase(vi: "0 phút", en: "0 minutes") }
    return Phrase(vi: parts.map(\.vi).joined(separator: " "), en: parts.map(\.en).joined(separator: " "))
}

/// The same with the words "of working time" where no working day says it.
func workingTime(minutes: Int, minutesPerDay: Int) -> Phrase {
    let span = workingSpan(minutes: minutes, minutesPerDay: minutesPerDay)
    return minutes >= minutesPerDay ? span : Phrase(vi: "\(span.vi) làm việc", en: "\(span.en) of working time")
}

func plural(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

extension LocalDate {
    /// `thứ Ba, 24/11/2026`.
    var inWords: Phrase {
        let weekday = weekday.phrase
        return Phrase(vi: "\(weekday.vi), \(vietnamese)", en: "\(weekday.en), \(vietnamese)")
    }
}

extension LocalDateTime {
    /// `thứ Ba, 24/11/2026, 09:00`.
    var inWords: Phrase { Phrase(vi: spoken(.vi), en: spoken(.en)) }
}

/// `21–22/11/2026`, `31/10–01/11/2026`, a single `24/11/2026`.
func dateRange(_ first: LocalDate, _ last: LocalDate) -> String {
    let end = last.vietnamese
    if first == last { return end }
    if first.year != last.year { return "\(first.vietnamese)–\(end)" }
    let day = padded(first.day, 2)
    return first.month == last.month ? "\(day)–\(end)" : "\(day)/\(padded(first.month, 2))–\(end)"
}

extension Phrase {
    /// Both languages made by one function of the language.
    init(each make: (Language) -> String) {
        self.init(vi: make(.vi), en: make(.en))
    }
}
