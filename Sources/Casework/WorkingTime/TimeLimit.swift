// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What a time limit is counted in.
package enum TimeUnit: String, Codable, Hashable, Sendable, CaseIterable {
    case workingDay, workingHour, calendarDay, month
    /// The published text does not say: counted as working days and marked for review.
    case unspecified
}

/// Where inside a day a limit ends.
package enum DeadlinePolicy: String, Codable, Hashable, Sendable, CaseIterable {
    /// A working day is so many working minutes; the due time carries the minute of reception.
    case clock
    /// The first day is not counted and the last ends at closing time (Civil Code 2015, articles 147 and 148).
    case endOfDay
}

/// `7.5 working days`: an amount, decimals allowed, and its unit.
package struct TimeLimit: Codable, Hashable, Sendable {
    package let amount: Double
    package let unit: TimeUnit

    package init(amount: Double, unit: TimeUnit) {
        (self.amount, self.unit) = (amount, unit)
    }

    /// The amounts a calendar counts; anything else is cut to this range and flagged.
    package static let amounts: ClosedRange<Double> = 0...3650

    package static func workingDays(_ amount: Double) -> TimeLimit { TimeLimit(amount: amount, unit: .workingDay) }

    /// `7,5 ngày làm việc`, `7.5 working days`.
    package var words: Phrase {
        let plural = amount == 1 ? "" : "s"
        let unitWords =
            switch unit {
            case .workingDay, .unspecified: Phrase(vi: "ngày làm việc", en: "working day\(plural)")
            case .workingHour: Phrase(vi: "giờ làm việc", en: "working hour\(plural)")
            case .calendarDay: Phrase(vi: "ngày", en: "day\(plural)")
            case .month: Phrase(vi: "tháng", en: "month\(plural)")
            }
        let number = decimal(amount)
        return Phrase(vi: "\(number.vi) \(unitWords.vi)", en: "\(number.en) \(unitWords.en)")
    }
}

/// A number without useless decimals, with a comma in Vietnamese and a point in English.
func decimal(_ value: Double) -> Phrase {
    guard value.isFinite else { return Phrase("?") }
    if value == value.rounded(), value.magnitude < 1e15 { return Phrase(String(Int(value))) }
    let text = String(value)
    return Phrase(vi: String(text.map { $0 == "." ? "," : $0 }), en: text)
}
