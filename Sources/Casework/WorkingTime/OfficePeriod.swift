// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A stretch of one day, `07:00-11:30`; its end is the first minute outside it.
package struct OfficePeriod: Hashable, Sendable {
    package let start: ClockTime
    package let end: ClockTime

    /// Nil unless the end comes after the start.
    package init?(start: ClockTime, end: ClockTime) {
        guard start < end else { return nil }
        (self.start, self.end) = (start, end)
    }

    /// Reads `07:00-11:30`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = ClockTime(parts[0]), let end = ClockTime(parts[1]) else { return nil }
        self.init(start: start, end: end)
    }

    package var text: String { "\(start.text)-\(end.text)" }

    package var minutes: Int { end.minuteOfDay - start.minuteOfDay }

    package func contains(_ minuteOfDay: Int) -> Bool { start.minuteOfDay <= minuteOfDay && minuteOfDay < end.minuteOfDay }

    /// How many of the period's minutes lie before `minuteOfDay`.
    func minutes(before minuteOfDay: Int) -> Int { min(max(0, minuteOfDay - start.minuteOfDay), minutes) }
}

extension OfficePeriod: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let period = OfficePeriod(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a period like \"07:00-11:30\": \(text)")
        }
        self = period
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// The periods of each weekday; a day that is not named has none.
package struct WeekHours: Hashable, Sendable {
    package let periods: [Weekday: [OfficePeriod]]

    package init(_ periods: [Weekday: [OfficePeriod]] = [:]) {
        self.periods = periods.filter { !$0.value.isEmpty }
    }

    package subscript(_ weekday: Weekday) -> [OfficePeriod] { periods[weekday] ?? [] }

    /// The first day whose periods overlap or are out of order.
    var disorder: Weekday? {
        Weekday.allCases.first { !isOrdered(self[$0]) }
    }
}

func isOrdered(_ periods: [OfficePeriod]) -> Bool {
    zip(periods, periods.dropFirst()).allSatisfy { $0.end <= $1.start }
}

extension WeekHours: Codable {
    private enum Day: String, CodingKey, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday, saturday, sunday
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Day.self)
        var periods: [Weekday: [OfficePeriod]] = [:]
        for (weekday, key) in zip(Weekday.allCases, Day.allCases) {
            periods[weekday] = try container.decodeIfPresent([OfficePeriod].self, forKey: key)
        }
        self.init(periods)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Day.self)
        for (weekday, key) in zip(Weekday.allCases, Day.allCases) where !self[weekday].isEmpty {
            try container.encode(self[weekday], forKey: key)
        }
    }
}
