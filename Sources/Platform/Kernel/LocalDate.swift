// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar without a time zone.
package struct LocalDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil when the month has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2026-11-20`.
    package init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var iso: String { Digits.text(capacity: 10) { write(iso: &$0) } }

    func write(iso digits: inout Digits) {
        digits.number(year, 4)
        digits.sign("-")
        digits.number(month, 2)
        digits.sign("-")
        digits.number(day, 2)
    }

    /// `20/11/2026`, the way dates are written in Việt Nam.
    package var vietnamese: String {
        Digits.text(capacity: 10) { digits in
            digits.number(day, 2)
            digits.sign("/")
            digits.number(month, 2)
            digits.sign("/")
            digits.number(year, 4)
        }
    }

    /// `261120`, the date part of a dossier code (TT 01/2018 Đ19).
    package var compact: String { "\(padded(year % 100, 2))\(padded(month, 2))\(padded(day, 2))" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension LocalDate {
    /// Days since 1970-01-01, negative before (days-from-civil, valid for the whole Gregorian calendar).
    package var dayNumber: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    package init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    package func adding(days: Int) -> LocalDate { LocalDate(dayNumber: dayNumber + days) }

    /// The same day of a later month, clipped to that month's last day.
    package func adding(months: Int) -> LocalDate {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
        return LocalDate(year: newYear, month: newMonth, day: newDay) ?? self
    }

    package var weekday: Weekday { Weekday(dayNumber: dayNumber) }
}

extension LocalDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = LocalDate(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

package enum Weekday: Int, CaseIterable, Sendable, Codable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    init(dayNumber: Int) {
        // 1970-01-01 was a Thursday.
        let index = ((dayNumber + 3) % 7 + 7) % 7
        self = Self.allCases[index]
    }

    package var phrase: Phrase {
        switch self {
        case .monday: Phrase(vi: "thứ Hai", en: "Monday")
        case .tuesday: Phrase(vi: "thứ Ba", en: "Tuesday")
        case .wednesday: Phrase(vi: "thứ Tư", en: "Wednesday")
        case .thursday: Phrase(vi: "thứ Năm", en: "Thursday")
        case .friday: Phrase(vi: "thứ Sáu", en: "Friday")
        case .saturday: Phrase(vi: "thứ Bảy", en: "Saturday")
        case .sunday: Phrase(vi: "Chủ nhật", en: "Sunday")
        }
    }
}
