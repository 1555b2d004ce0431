// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A moment as an export writes it: the wall clock of Việt Nam, which stays at UTC+7.
struct LocalMoment: Comparable {
    /// Seconds since 1970-01-01T00:00 local time.
    private let seconds: Int

    init(_ instant: Instant) {
        let milliseconds = Int(instant.milliseconds) + vietnamOffsetMinutes * 60_000
        seconds = milliseconds >= 0 ? milliseconds / 1000 : -((999 - milliseconds) / 1000)
    }

    static func < (left: LocalMoment, right: LocalMoment) -> Bool { left.seconds < right.seconds }

    /// Days since 1970-01-01.
    var day: Int { seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400) }
    var secondOfDay: Int { seconds - day * 86_400 }
}

extension [UInt8] {
    mutating func append(decimal value: Int) {
        guard value >= 10 else { return append(UInt8(48 + Swift.max(0, value))) }
        if value >= 100 { append(decimal: value / 100) } else if value >= 10 { return append(two: value) }
        append(two: value % 100)
    }

    mutating func append(two value: Int) {
        append(UInt8(48 + value / 10))
        append(UInt8(48 + value % 10))
    }

    /// `2026-11-20`.
    mutating func append(day number: Int) {
        let date = LocalDate(dayNumber: number)
        append(two: date.year / 100)
        append(two: date.year % 100)
        append(UInt8(ascii: "-"))
        append(two: date.month)
        append(UInt8(ascii: "-"))
        append(two: date.day)
    }

    /// `09:05`.
    mutating func append(clock secondOfDay: Int) {
        append(two: secondOfDay / 3600)
        append(UInt8(ascii: ":"))
        append(two: secondOfDay / 60 % 60)
    }
}
