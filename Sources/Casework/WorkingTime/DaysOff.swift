// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Days off that follow one another, and what makes each of them one.
struct RunOfDaysOff {
    /// Days with the same reason, side by side.
    struct Part {
        let first: LocalDate
        var last: LocalDate
        /// Nil for the weekly day off.
        let name: Phrase?
    }

    var parts: [Part]

    var first: LocalDate? { parts.first?.first }
    var last: LocalDate? { parts.last?.last }
    var isWeekly: Bool { parts.allSatisfy { $0.name == nil } }
    var length: Int { parts.reduce(0) { $0 + $1.last.dayNumber - $1.first.dayNumber + 1 } }
}

extension WorkingCalendar {
    /// The runs of days off from `first` up to, not including, `end`.
    func runsOfDaysOff(from first: LocalDate, before end: LocalDate) -> [RunOfDaysOff] {
        var runs: [RunOfDaysOff] = []
        for number in first.dayNumber..<max(first.dayNumber, end.dayNumber) {
            let date = LocalDate(dayNumber: number)
            if isWorkingDay(date) { continue }
            let part = RunOfDaysOff.Part(first: date, last: date, name: days[date]?.name)
            if let last = runs.last?.last, last.dayNumber == number - 1 {
                runs[runs.count - 1].append(part)
            } else {
                runs.append(RunOfDaysOff(parts: [part]))
            }
        }
        return runs
    }
}

extension RunOfDaysOff {
    fileprivate mutating func append(_ part: Part) {
        if let last = parts.last, last.name == part.name {
            parts[parts.count - 1].last = part.last
        } else {
            parts.append(part)
        }
    }

    /// One sentence about the run.
    var sentence: Phrase {
        guard let first, let last else { return Phrase("") }
        let reasons = parts.map { part in
            let name = part.name ?? Phrase(vi: "nghỉ hằng tuần", en: "weekly day off")
            let dates = parts.count == 1 ? "" : " (\(dateRange(part.first, part.last)))"
            return Phrase(vi: name.vi + dates, en: name.en + dates)
        }
        return Phrase { language in
            let why = reasons.map { $0[language] }.joined(separator: "; ")
            return switch length {
            case 1: language == .vi ? "Không tính \(first.inWords.vi): \(why)." : "Not counted: \(first.inWords.en): \(why)."
            case 2:
                language == .vi
                    ? "Không tính \(first.inWords.vi) và \(last.inWords.vi): \(why)."
                    : "Not counted: \(first.inWords.en) and \(last.inWords.en): \(why)."
            default:
                language == .vi
                    ? "Không tính \(length) ngày, từ \(first.inWords.vi) đến \(last.inWords.vi): \(why)."
                    : "Not counted: \(length) days, from \(first.inWords.en) to \(last.inWords.en): \(why)."
            }
        }
    }
}

/// Sentences about runs in their order; more than two plain weekends become one sentence where the first of them stood.
func sentences(about runs: [RunOfDaysOff]) -> [Phrase] {
    let weekly = runs.filter(\.isWeekly)
    guard weekly.count > 2 else { return runs.map(\.sentence) }
    var sentences: [Phrase] = []
    var weeklyIsSaid = false
    for run in runs {
        if !run.isWeekly {
            sentences.append(run.sentence)
        } else if !weeklyIsSaid {
            weeklyIsSaid = true
            sentences.append(weeklySentence(weekly))
        }
    }
    return sentences
}

private func weeklySentence(_ runs: [RunOfDaysOff]) -> Phrase {
    let days = runs.reduce(0) { $0 + $1.length }
    let ranges = runs.compactMap { run in run.first.flatMap { first in run.last.map { dateRange(first, $0) } } }
    let all = ranges.joined(separator: "; ")
    let (first, last) = (ranges.first ?? "", ranges.last ?? "")
    let isLong = ranges.count > 10
    return Phrase(
        vi: "Không tính \(runs.count) kỳ nghỉ hằng tuần (\(days) ngày)" + (isLong ? ", từ \(first) đến \(last)." : ": \(all)."),
        en: "Not counted: \(runs.count) weekly breaks (\(days) days)" + (isLong ? ", from \(first) to \(last)." : ": \(all)."))
}
