// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// By what the rows of a table are told apart.
package enum StatisticsBy: String, CaseIterable, Sendable, Hashable {
    case unit, procedure, channel, day
}

/// Which figures somebody asks for. The days are local ones, both included.
package struct StatisticsQuestion: Sendable, Hashable {
    package let from: LocalDate
    package let to: LocalDate
    package let by: StatisticsBy
    /// Only what this unit resolves; nil for the whole province.
    package let unit: String?

    /// - Throws: 422 for a period that ends before it begins, lies outside `possible`, or has more days than a table by day shows.
    package init(from: LocalDate, to: LocalDate, by: StatisticsBy, unit: String? = nil) throws(UserError) {
        if let day = [from, to].first(where: { !Self.possible.contains($0.year) }) { throw .badPeriod(day == from ? "from" : "to", Words.years) }
        if to < from { throw .badPeriod("to", Words.order) }
        if by == .day, to.dayNumber - from.dayNumber >= Self.mostDays { throw .badPeriod("to", Words.tooManyDays) }
        (self.from, self.to, self.by, self.unit) = (from, to, by, unit)
    }

    /// Tables by day stay readable, and their cost bounded.
    package static let mostDays = 366
    /// Years that anything can be counted in.
    static let possible = 1900...9998

    private enum Words {
        static let years = Phrase(vi: "Năm phải từ 1900 đến 9998", en: "The year must be from 1900 to 9998")
        static let order = Phrase(vi: "Ngày cuối đứng trước ngày đầu", en: "The last day is before the first")
        static let tooManyDays = Phrase(
            vi: "Xem theo ngày thì chọn nhiều nhất 366 ngày", en: "By day, choose at most 366 days")
    }
}

extension UserError {
    fileprivate static func badPeriod(_ field: String, _ message: Phrase) -> UserError {
        UserError(
            code: "statistics.bad_period", status: 422, title: Phrase(vi: "Kỳ số liệu chưa đúng", en: "The period is not right"),
            advice: message, fields: [FieldError(field: field, message: message)])
    }
}

/// Counters of one grain that lie side by side.
struct GrainSpan: Sendable, Hashable {
    let grain: Grain
    /// Their first days.
    let starts: Range<LocalDate>
}

extension GrainSpan {
    /// Covers days with as few counters as there can be: whole years in the middle, months beside them, days at the edges.
    static func cover(_ days: Range<LocalDate>, with grains: [Grain]) -> [GrainSpan] {
        guard !days.isEmpty, let largest = grains.max(by: { $0.rawValue < $1.rawValue }) else { return [] }
        guard largest != .day else { return [GrainSpan(grain: .day, starts: days)] }
        let smaller = grains.filter { $0 != largest }
        let (first, last) = (largest.firstStart(notBefore: days.lowerBound), largest.start(of: days.upperBound))
        guard first < last else { return cover(days, with: smaller) }
        return cover(days.lowerBound..<first, with: smaller) + [GrainSpan(grain: largest, starts: first..<last)]
            + cover(last..<days.upperBound, with: smaller)
    }
}

extension Grain {
    fileprivate func firstStart(notBefore day: LocalDate) -> LocalDate {
        let start = start(of: day)
        guard start < day else { return start }
        return switch self {
        case .day: start.adding(days: 1)
        case .month: start.adding(months: 1)
        case .year: start.adding(months: 12)
        }
    }
}
