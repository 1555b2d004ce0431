// SPDX-License-Identifier: Apache-2.0

/// A moment in time with the precision the databases keep: whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Whole days of 24 hours; working time is counted elsewhere.
    package func adding(days: Int) -> Instant { adding(seconds: Int64(days) * 86_400) }

    package func adding(seconds: Int64) -> Instant {
        Instant(milliseconds: milliseconds + seconds * 1000)
    }

    package func seconds(since earlier: Instant) -> Int64 {
        (milliseconds - earlier.milliseconds) / 1000
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an RFC 3339 instant: \(text)")
        }
        self = instant
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rfc3339)
    }
}

extension Instant {
    /// The instant as RFC 3339 in UTC, `2026-11-20T02:00:00Z`; milliseconds only where there are some.
    package var rfc3339: String {
        let local = LocalDateTime(self, offsetMinutes: 0)
        let remainder = Int(((milliseconds % 60_000) + 60_000) % 60_000)
        let (second, millisecond) = (remainder / 1000, remainder % 1000)
        return Digits.text(capacity: 24) { digits in
            local.date.write(iso: &digits)
            digits.sign("T")
            digits.number(local.hour, 2)
            digits.sign(":")
            digits.number(local.minute, 2)
            digits.sign(":")
            digits.number(second, 2)
            if millisecond > 0 {
                digits.sign(".")
                digits.number(millisecond, 3)
            }
            digits.sign("Z")
        }
    }

    /// Reads RFC 3339 with `Z` or a numeric offset; nothing else is taken.
    package init?(rfc3339 text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
            let date = LocalDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            hour < 24, minute < 60, second < 61
        else { return nil }
        var index = 19
        var millisecond = 0
        if bytes[index] == UInt8(ascii: ".") {
            let start = index + 1
            index = bytes[start...].firstIndex { !(48...57).contains($0) } ?? bytes.count
            guard index > start else { return nil }
            let digits = bytes[start..<index].prefix(3) + Array(repeating: UInt8(ascii: "0"), count: max(0, 3 - (index - start)))
            millisecond = number(digits) ?? 0
        }
        guard let offset = Self.offsetMinutes(bytes[index...]) else { return nil }
        let minutes = Int64(date.dayNumber) * 1440 + Int64(hour * 60 + minute - offset)
        self.init(milliseconds: (minutes * 60 + Int64(second)) * 1000 + Int64(millisecond))
    }

    private static func offsetMinutes(_ bytes: ArraySlice<UInt8>) -> Int? {
        let start = bytes.startIndex
        if bytes.count == 1 { return bytes[start] | 0x20 == UInt8(ascii: "z") ? 0 : nil }
        guard bytes.count == 6, bytes[start + 3] == UInt8(ascii: ":"),
            let hours = number(bytes[start + 1..<start + 3]), let minutes = number(bytes[start + 4..<start + 6]), hours < 24, minutes < 60
        else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "+"): return hours * 60 + minutes
        case UInt8(ascii: "-"): return -(hours * 60 + minutes)
        default: return nil
        }
    }
}

/// Decimal digits only; nil for anything else.
func number(_ digits: some Sequence<UInt8>) -> Int? {
    var value = 0
    var any = false
    for digit in digits {
        guard (48...57).contains(digit) else { return nil }
        value = value * 10 + Int(digit - 48)
        any = true
    }
    return any ? value : nil
}

private let twoDigits = (0...99).map { $0 < 10 ? "0\($0)" : String($0) }

/// A non-negative number with leading zeros up to `width`.
package func padded(_ value: Int, _ width: Int) -> String {
    if width == 2, (0...99).contains(value) { return twoDigits[value] }
    let digits = String(value)
    return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
