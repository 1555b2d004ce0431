// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension WorkingCalendar {
    /// When something received at `received` is due, with its explanation.
    package func due(received: LocalDateTime, limit: TimeLimit, policy: DeadlinePolicy) -> DueDate {
        let count = count(received: received, limit: limit, policy: policy)
        return DueDate(
            start: count.start.moment, due: count.due, explanation: explain(count), flags: flags(of: count), calendarVersion: version)
    }

    /// The due moment alone, for where thousands are counted and nobody asks why.
    package func dueMoment(received: LocalDateTime, limit: TimeLimit, policy: DeadlinePolicy) -> LocalDateTime {
        count(received: received, limit: limit, policy: policy).due
    }
}

/// How a due moment was reached.
struct Count {
    let start: CountingStart
    let limit: TimeLimit
    let policy: DeadlinePolicy
    var due: LocalDateTime
    /// Where a calendar-day or month limit ended before it was moved off a day off.
    var lastDay: LocalDate?
    /// The limit's amount could not be counted as given.
    let wasCut: Bool
}

extension WorkingCalendar {
    func count(received: LocalDateTime, limit: TimeLimit, policy: DeadlinePolicy) -> Count {
        let start = countingStart(of: received)
        let isCountable = TimeLimit.amounts.contains(limit.amount)
        let amount = limit.amount.isNaN ? 0 : min(max(limit.amount, TimeLimit.amounts.lowerBound), TimeLimit.amounts.upperBound)
        let counted = TimeLimit(amount: amount, unit: limit.unit)
        var count = Count(start: start, limit: counted, policy: policy, due: start.moment, wasCut: !isCountable)
        switch limit.unit {
        case .workingHour:
            count.due = adding(workingMinutes: minutes(amount * 60), to: start.moment)
        case .workingDay, .unspecified:
            count.due = afterWorkingDays(amount, from: start.moment, policy)
        case .calendarDay:
            // A part of a day cannot be walked on the calendar; it is added as working minutes after the whole days.
            let whole = amount.rounded(.down)
            let day = start.moment.date.adding(days: Int(whole))
            count.lastDay = day
            count.due = adding(workingMinutes: dayMinutes(amount - whole), to: landing(on: day, from: start.moment, policy))
        case .month:
            // Half a month is fifteen days, a month thirty (Civil Code 2015, article 146).
            let whole = amount.rounded(.down)
            let day = start.moment.date.adding(months: Int(whole)).adding(days: minutes((amount - whole) * 30))
            count.lastDay = day
            count.due = landing(on: day, from: start.moment, policy)
        }
        return count
    }

    /// Under `endOfDay` whole days are walked first and the part left over is added as minutes after that day's closing,
    /// so that a longer limit never ends earlier.
    private func afterWorkingDays(_ amount: Double, from start: LocalDateTime, _ policy: DeadlinePolicy) -> LocalDateTime {
        if policy == .clock { return adding(workingMinutes: dayMinutes(amount), to: start) }
        let whole = amount.rounded(.down)
        return adding(workingMinutes: dayMinutes(amount - whole), to: closing(of: workingDay(Int(whole), after: start.date)))
    }

    /// The due moment of a limit that ends on `date`, moved to the next working day when that is a day off.
    private func landing(on date: LocalDate, from start: LocalDateTime, _ policy: DeadlinePolicy) -> LocalDateTime {
        let workingDay = workingDay(onOrAfter: date)
        if policy == .endOfDay { return closing(of: workingDay) }
        return workingDay == date ? normalise(LocalDateTime(date: date, minuteOfDay: start.minuteOfDay)) : opening(of: workingDay)
    }

    func dayMinutes(_ days: Double) -> Int { minutes(days * Double(hours.minutesPerDay)) }

    private func minutes(_ value: Double) -> Int { Int(value.rounded()) }
}
