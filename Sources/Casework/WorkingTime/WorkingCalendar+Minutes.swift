// SPDX-License-Identifier: Apache-2.0

package import Kernel

extension WorkingCalendar {
    /// Working minutes between two moments, negative when `end` comes first. Cost does not grow with the distance.
    package func workingMinutes(from start: LocalDateTime, to end: LocalDateTime) -> Int {
        position(of: end) - position(of: start)
    }

    /// The earliest moment with so many working minutes behind it since `moment`: work that fills a day ends at closing
    /// time, not at the next opening. Negative minutes count back, to the latest such moment.
    package func adding(workingMinutes minutes: Int, to moment: LocalDateTime) -> LocalDateTime {
        if minutes == 0 { return moment }
        let target = position(of: moment) + minutes
        let day = moment.date.dayNumber
        if minutes > 0 {
            let date = LocalDate(dayNumber: minuteIndex.firstDay(reaching: target, from: day))
            return self.moment(on: date, after: target - minuteIndex.sum(before: date.dayNumber)) { $0 <= $1 }
        }
        let date = LocalDate(dayNumber: minuteIndex.lastDay(within: target, from: day))
        return self.moment(on: date, after: target - minuteIndex.sum(before: date.dayNumber)) { $0 < $1 }
    }

    /// Working minutes since a fixed origin.
    private func position(of moment: LocalDateTime) -> Int {
        periods(on: moment.date).reduce(minuteIndex.sum(before: moment.date.dayNumber)) { $0 + $1.minutes(before: moment.minuteOfDay) }
    }

    /// The moment of a day after so many of its working minutes; `fits` decides whether the last minute of a period
    /// means its end or the start of the next.
    private func moment(on date: LocalDate, after minutes: Int, fits: (Int, Int) -> Bool) -> LocalDateTime {
        var rest = minutes
        for period in periods(on: date) {
            if fits(rest, period.minutes) { return LocalDateTime(date: date, minuteOfDay: period.start.minuteOfDay + rest) }
            rest -= period.minutes
        }
        return closing(of: date)
    }
}
