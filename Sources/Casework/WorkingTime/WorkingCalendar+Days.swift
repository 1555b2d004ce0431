// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension WorkingCalendar {
    /// The working periods of a day; none on a day off.
    package func periods(on date: LocalDate) -> [OfficePeriod] {
        if let day = days[date] { return day.isWorking ? hours.makeUpDay : [] }
        return hours.week[date.weekday]
    }

    package func isWorkingDay(_ date: LocalDate) -> Bool { !periods(on: date).isEmpty }

    /// When the desk receives people: the working periods and, unless the day is a public day off, the extra ones.
    package func receptionPeriods(on date: LocalDate) -> [OfficePeriod] {
        let extra = days[date] == nil ? hours.extraDesk[date.weekday] : []
        return (periods(on: date) + extra).sorted { $0.start < $1.start }
    }

    package func isDeskOpen(at moment: LocalDateTime) -> Bool {
        receptionPeriods(on: moment.date).contains { $0.contains(moment.minuteOfDay) }
    }

    /// The date itself when it is a working day, else the next one.
    package func workingDay(onOrAfter date: LocalDate) -> LocalDate {
        let day = date.dayNumber
        return LocalDate(dayNumber: workingDayIndex.firstDay(reaching: workingDayIndex.sum(before: day) + 1, from: day))
    }

    /// The `count`-th working day after a date; the date itself for 0.
    package func workingDay(_ count: Int, after date: LocalDate) -> LocalDate {
        guard count > 0 else { return date }
        let next = date.dayNumber + 1
        return LocalDate(dayNumber: workingDayIndex.firstDay(reaching: workingDayIndex.sum(before: next) + count, from: next))
    }

    /// How many working days lie after `first` up to and including `last`; negative the other way round.
    package func workingDays(after first: LocalDate, through last: LocalDate) -> Int {
        workingDayIndex.sum(before: last.dayNumber + 1) - workingDayIndex.sum(before: first.dayNumber + 1)
    }

    /// The first working minute of a working day; midnight of a day off.
    package func opening(of date: LocalDate) -> LocalDateTime {
        LocalDateTime(date: date, minuteOfDay: periods(on: date).first?.start.minuteOfDay ?? 0)
    }

    /// Closing time of a working day; midnight of a day off.
    package func closing(of date: LocalDate) -> LocalDateTime {
        LocalDateTime(date: date, minuteOfDay: periods(on: date).last?.end.minuteOfDay ?? 0)
    }
}
