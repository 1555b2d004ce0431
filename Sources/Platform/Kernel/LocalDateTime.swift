// SPDX-License-Identifier: Apache-2.0

/// A wall-clock minute. Việt Nam keeps UTC+7 the whole year, so a fixed offset is enough to go to and from `Instant`.
package struct LocalDateTime: Hashable, Comparable, Sendable {
    package let date: LocalDate
    /// Minutes since midnight, 0…1439.
    package let minuteOfDay: Int

    package init(date: LocalDate, minuteOfDay: Int) {
        (self.date, self.minuteOfDay) = (date, minuteOfDay)
    }

    /// Reads `2026-11-20T09:00`.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            let date = LocalDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), hour < 24, minute < 60
        else { return nil }
        self.init(date: date, minuteOfDay: hour * 60 + minute)
    }

    package init(_ instant: Instant, offsetMinutes: Int = vietnamOffsetMinutes) {
        let minutes = floored(Int(instant.milliseconds), by: 60_000) + offsetMinutes
        let day = floored(minutes, by: 1440)
        self.init(date: LocalDate(dayNumber: day), minuteOfDay: minutes - day * 1440)
    }

    package func instant(offsetMinutes: Int = vietnamOffsetMinutes) -> Instant {
        let minutes = Int64(date.dayNumber) * 1440 + Int64(minuteOfDay - offsetMinutes)
        return Instant(milliseconds: minutes * 60_000)
    }

    package var hour: Int { minuteOfDay / 60 }
    package var minute: Int { minuteOfDay % 60 }
    package var time: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
    package var iso: String { "\(date.iso)T\(time)" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.date, left.minuteOfDay) < (right.date, right.minuteOfDay)
    }

    /// `thứ Sáu, 20/11/2026, 09:00`.
    package func spoken(_ language: Language) -> String {
        "\(date.weekday.phrase[language]), \(date.vietnamese), \(time)"
    }
}

extension LocalDateTime: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = LocalDateTime(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a local minute like 2026-11-20T09:00: \(text)")
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// Division that rounds down, also below zero.
private func floored(_ value: Int, by divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
}

/// Asia/Ho_Chi_Minh: UTC+7 since 1975, no daylight saving.
package let vietnamOffsetMinutes = 7 * 60
