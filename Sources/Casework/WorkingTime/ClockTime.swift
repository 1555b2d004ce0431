// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A time of day, `07:00`.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0…1439.
    package let minuteOfDay: Int

    package init?(minuteOfDay: Int) {
        guard (0..<1440).contains(minuteOfDay) else { return nil }
        self.minuteOfDay = minuteOfDay
    }

    /// Reads `07:00`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        minuteOfDay = hour * 60 + minute
    }

    private init(hour: Int) {
        minuteOfDay = hour * 60
    }

    /// 15:00, after which a paper dossier moves the next working day (NĐ 118/2025 Đ18).
    package static let threeInTheAfternoon = ClockTime(hour: 15)

    package static func < (left: Self, right: Self) -> Bool { left.minuteOfDay < right.minuteOfDay }

    package var text: String { "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))" }

    package func on(_ date: LocalDate) -> LocalDateTime { LocalDateTime(date: date, minuteOfDay: minuteOfDay) }
}

extension ClockTime: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = ClockTime(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of day like \"07:00\": \(text)")
        }
        self = time
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
