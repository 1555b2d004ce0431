// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel

/// By what figures are told apart.
package enum Breakdown: Int, CaseIterable, Sendable, Hashable, SQLBindable, SQLDecodable {
    case whole = 0, unit, procedure, channel
}

/// How long the time is that one counter counts.
package enum Grain: Int, CaseIterable, Sendable, Hashable, SQLBindable, SQLDecodable {
    case day = 1, month, year

    /// The first day of the time a day lies in.
    package func start(of day: LocalDate) -> LocalDate {
        switch self {
        case .day: day
        case .month: LocalDate(year: day.year, month: day.month, day: 1) ?? day
        case .year: LocalDate(year: day.year, month: 1, day: 1) ?? day
        }
    }
}

/// Which counter: of the whole province or within one unit, by what, over which time, for which unit, procedure or channel.
/// Each figure of a page is the sum of few counters, however many dossiers there are.
package struct MeasureCell: Sendable, Hashable, Comparable {
    /// The resolving unit; empty for the whole province.
    package let within: String
    package let breakdown: Breakdown
    package let grain: Grain
    package let start: LocalDate
    package let key: String

    package init(within: String, breakdown: Breakdown, grain: Grain, start: LocalDate, key: String) {
        (self.within, self.breakdown, self.grain, self.start, self.key) = (within, breakdown, grain, start, key)
    }

    /// The order of the primary key: rows are written side by side, and whoever counts at the same time waits for no circle.
    package static func < (left: Self, right: Self) -> Bool {
        (left.within, left.breakdown.rawValue, left.grain.rawValue, left.start.dayNumber, left.key)
            < (right.within, right.breakdown.rawValue, right.grain.rawValue, right.start.dayNumber, right.key)
    }

    /// The grains that are kept. Within one unit the years are left out: months are few enough there.
    package static func grains(isWithinUnit: Bool) -> [Grain] { isWithinUnit ? [.day, .month] : Grain.allCases }
}
