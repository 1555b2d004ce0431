// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A wall-clock minute.
struct Moment {
    let year, month, day, weekday, hour, minute, second: Int

    /// - Parameter offset: hours ahead of UTC.
    init(milliseconds: Int64, offset: Int64) {
        let seconds = milliseconds / 1000 + offset * 3600
        let days = Int(seconds / 86_400)
        let rest = Int(seconds % 86_400)
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
        weekday = (days + 4) % 7
        // Days to civil date, with years that begin in March.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * month + 2) / 5 + 1
        self.month = month < 10 ? month + 3 : month - 9
        year = era * 400 + yearOfEra + (self.month <= 2 ? 1 : 0)
    }

    static func utc(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds, offset: 0) }
    static func local(_ milliseconds: Int64) -> Moment { Moment(milliseconds: milliseconds, offset: 7) }

    /// `2026-11-20T02:00:00Z`, for a moment of UTC.
    var rfc3339: String { "\(date)T\(time):\(two(second))Z" }
    /// `2026-11-20`.
    var date: String { "\(year)-\(two(month))-\(two(day))" }
    /// `2026-11-20T09:00`.
    var minuteText: String { "\(date)T\(time)" }
    /// `261120`.
    var compact: String { "\(two(year % 100))\(two(month))\(two(day))" }
    /// `09:00`.
    var time: String { "\(two(hour)):\(two(minute))" }
    /// `thứ Sáu, 20/11/2026, 09:00`.
    var spoken: String { "\(Self.weekdays[weekday]), \(two(day))/\(two(month))/\(year), \(time)" }

    private static let weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"]

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

func nowInMilliseconds() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
