// SPDX-License-Identifier: Apache-2.0

/// When offices are open, for the one deadline that a filing carries: eight hours of work to look at it.
struct OpeningHours: Sendable {
    private static let limit: Int64 = 8 * 3_600_000
    private let periods: [(from: Int64, to: Int64)]

    /// `FROM-TO,FROM-TO` in milliseconds, in their order.
    init(_ text: String) {
        periods = text.split(separator: ",").compactMap { period in
            let ends = period.split(separator: "-").compactMap { Int64($0) }
            return ends.count == 2 ? (ends[0], ends[1]) : nil
        }
    }

    func deadline(of moment: Int64) -> Int64 {
        var left = Self.limit
        for period in periods where period.to > moment {
            let from = max(period.from, moment)
            if from + left <= period.to { return from + left }
            left -= period.to - from
        }
        return moment + left
    }
}
