// SPDX-License-Identifier: Apache-2.0

/// A whole number for every day of history: one per weekday, another on exceptional days. Sums over any range take the
/// logarithm of the number of exceptions, however long the range is; the days are day numbers (1970-01-01 is 0).
struct DayIndex: Sendable {
    /// Sum of the values of the weekdays before Monday, Tuesday, …, and of the whole week.
    private let weekPrefix: [Int]
    private let exceptions: [Int]
    /// How much the first n exceptions add to what their weekdays would have given.
    private let surplus: [Int]

    init(week: [Int], exceptions: [Int: Int]) {
        weekPrefix = week.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
        self.exceptions = exceptions.keys.sorted()
        surplus = self.exceptions.reduce(into: [0]) { sums, day in
            sums.append((sums.last ?? 0) + (exceptions[day] ?? 0) - week[Self.weekday(day)])
        }
    }

    /// Monday is 0; 1969-12-29 was one.
    private static func weekday(_ day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }

    /// The sum of all days before `day`, counted from a fixed origin; only differences mean something.
    func sum(before day: Int) -> Int {
        let weekday = Self.weekday(day)
        let weeks = (day + 3 - weekday) / 7
        return weeks * (weekPrefix.last ?? 0) + weekPrefix[weekday] + surplus[exceptionsBefore(day)]
    }

    /// The first day at whose end the sum reaches `target`; `day` must not lie after it.
    func firstDay(reaching target: Int, from day: Int) -> Int {
        var (low, high, step) = (day, day, 1)
        while sum(before: high + 1) < target {
            low = high + 1
            high += step
            step *= 2
        }
        return bisect(low, high) { sum(before: $0 + 1) >= target }
    }

    /// The last day at whose start the sum is not above `target`; `day` must not lie before it.
    func lastDay(within target: Int, from day: Int) -> Int {
        var (low, high, step) = (day, day, 1)
        while sum(before: low) > target {
            high = low
            low -= step
            step *= 2
        }
        return bisect(low, high + 1) { sum(before: $0) > target } - 1
    }

    private func exceptionsBefore(_ day: Int) -> Int {
        bisect(0, exceptions.count) { $0 == exceptions.count || exceptions[$0] >= day }
    }

    /// The first number of `low…high` with a property that, once it holds, holds for all that follow.
    private func bisect(_ low: Int, _ high: Int, _ holds: (Int) -> Bool) -> Int {
        var (low, high) = (low, high)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
