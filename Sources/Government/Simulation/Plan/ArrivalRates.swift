// SPDX-License-Identifier: Apache-2.0

import Kernel
import WorkingTime

/// How many dossiers a day brings compared with others, at the desks and online, and at what time of the day they come.
struct ArrivalRates: Sendable {
    let calendar: WorkingCalendar

    /// What a day weighs at the desks: nothing while they are closed.
    func desk(_ day: LocalDate) -> Double {
        guard !calendar.receptionPeriods(on: day).isEmpty else { return 0 }
        return Self.weekday[day.weekday.rawValue - 1] * season(day) * monthEnd(day) * aroundLongBreak(day) * (1 - onlineShare(day))
    }

    /// What it weighs online, which never closes. Scaled so that a usual week has the same weight on both ways before they are shared.
    func online(_ day: LocalDate) -> Double {
        let open: Double = calendar.isWorkingDay(day) ? 1 : closedRun(around: day) > 4 ? 0.12 : 0.34
        return 0.9 * open * season(day) * aroundLongBreak(day) * onlineShare(day)
    }

    /// The part of dossiers that came online: 29 % in 2021, over 59 % by the middle of 2022, slower since.
    func onlineShare(_ day: LocalDate) -> Double {
        let years = Double(day.dayNumber - 18_628) / 365.25  // since 1 January 2021
        switch years {
        case ..<0: return 0.24
        case ..<1: return 0.24 + 0.12 * years
        case ..<1.5: return 0.36 + 0.46 * (years - 1)
        default: return min(0.76, 0.59 + 0.04 * (years - 1.5))
        }
    }

    private static let weekday = [1.14, 1.06, 1.0, 0.97, 0.88, 0.5, 0.4]
    private static let months = [1.04, 0.86, 1.05, 1.0, 1.04, 1.08, 1.1, 1.08, 1.0, 0.96, 0.95, 1.02]

    private func season(_ day: LocalDate) -> Double { Self.months[day.month - 1] }

    /// The last working days of a month are busier.
    private func monthEnd(_ day: LocalDate) -> Double {
        LocalDate.days(inMonth: day.month, of: day.year) - day.day < 4 ? 1.12 : 1
    }

    /// Before Tết everybody wants to be done; after it the offices fill slowly.
    private func aroundLongBreak(_ day: LocalDate) -> Double {
        for ahead in 1...12 where closedRun(around: day.adding(days: ahead)) > 4 { return 1.16 }
        for back in 1...6 where closedRun(around: day.adding(days: -back)) > 4 { return 0.72 }
        return 1
    }

    /// How many days the offices are closed in a row around a closed day; 0 on a working day.
    private func closedRun(around day: LocalDate) -> Int {
        guard !calendar.isWorkingDay(day) else { return 0 }
        var length = 1
        for step in [-1, 1] {
            var next = day.adding(days: step)
            while length < 20, !calendar.isWorkingDay(next) {
                length += 1
                next = next.adding(days: step)
            }
        }
        return length
    }

    /// Weights of the 24 hours online.
    private static let hours = Weighted<Int>(
        zip(0..<24, [2, 1, 0.5, 0.4, 0.6, 2, 6, 24, 52, 64, 58, 34, 22, 38, 56, 54, 42, 24, 18, 22, 30, 30, 20, 8]).map { ($0, $1) })

    func onlineMoment(on day: LocalDate, _ chance: inout Chance) -> Instant {
        let hour = Self.hours.draw(&chance) ?? 9
        return LocalDateTime(date: day, minuteOfDay: hour * 60).instant().adding(seconds: Int64(chance.below(3600)))
    }

    /// At the desk people come early in the morning and after lunch.
    func deskMoment(on day: LocalDate, _ chance: inout Chance) -> Instant {
        let periods = calendar.receptionPeriods(on: day)
        let period = periods.count > 1 && chance.happens(0.6) ? periods[0] : periods[max(0, periods.count - 1)]
        // The smaller of two drawn numbers: early in the period more often than late, but not at its last minute.
        let part = min(chance.fraction(), chance.fraction() * 1.3, 0.999)
        let seconds = Int64(part * Double(max(1, period.minutes - 8) * 60))
        return LocalDateTime(date: day, minuteOfDay: period.start.minuteOfDay).instant().adding(seconds: seconds)
    }
}
