// SPDX-License-Identifier: Apache-2.0

import Database
package import Dossiers
import Kernel

/// Answers from the counters and from what the last seconds brought, out of one snapshot: exact on every node at any moment.
package struct ReadStatistics: Sendable {
    /// More overdue dossiers than a province should ever have.
    static let mostOverdue = 50_000

    private let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ question: StatisticsQuestion) async throws -> Statistics {
        let now = house.now()
        return try await house.database.read { try Self.read(question, at: now, $0) }
    }

    static func read(_ question: StatisticsQuestion, at now: Instant, _ connection: any Connection) throws -> Statistics {
        let store = StatisticsStore(connection)
        var figures: [String: Figures] = [:]
        let (past, period) = (LocalDate.firstOfAll..<question.from, question.from..<question.to.adding(days: 1))
        if question.by == .day {
            for (key, counts) in try store.days(within: question.unit, over: period) { figures[key, default: .init()].counts += counts }
        } else {
            for (key, counts) in try store.sums(question, over: past) { figures[key, default: .init()].before += counts }
            for (key, counts) in try store.sums(question, over: period) { figures[key, default: .init()].counts += counts }
        }
        var before = MeasureCounts()
        if question.by == .day { for counts in try store.sums(question, over: past).values { before += counts } }
        for (place, count) in try store.pending(within: question.unit) where place.day <= question.to {
            if place.day >= question.from {
                figures[place.key(question.by), default: .init()].counts[place.measure] += count
            } else if question.by == .day {
                before[place.measure] += count
            } else {
                figures[place.key(question.by), default: .init()].before[place.measure] += count
            }
        }
        var overdue: [String: Int] = [:]
        if question.to >= LocalDateTime(now).date {
            overdue = try store.overdue(by: question.by, within: question.unit, at: now, atMost: mostOverdue)
        }
        return Statistics(question, figures, before: before, overdue: overdue, isCurrent: question.to >= LocalDateTime(now).date)
    }
}

extension StatisticsStore {
    fileprivate func sums(_ question: StatisticsQuestion, over days: Range<LocalDate>) throws -> [String: MeasureCounts] {
        switch question.by {
        case .unit: try sums(.unit, within: nil, over: days).filter { question.unit == nil || question.unit == $0.key }
        case .procedure: try sums(.procedure, within: question.unit, over: days)
        case .channel: try sums(.channel, within: question.unit, over: days)
        case .day: try sums(question.unit == nil ? .whole : .channel, within: question.unit, over: days)
        }
    }
}

extension Statistics {
    fileprivate init(
        _ question: StatisticsQuestion, _ figures: [String: Figures], before: MeasureCounts, overdue: [String: Int], isCurrent: Bool
    ) {
        var (figures, total) = (figures, Figures())
        if question.by == .day {
            // A day begins with what the day before left.
            total.before = before
            for key in figures.keys.sorted() {
                figures[key]?.before = total.before + total.counts
                total.counts += figures[key]?.counts ?? .init()
            }
            if isCurrent { total.overdue = overdue.values.reduce(0, +) }
        } else {
            if isCurrent { for key in Set(figures.keys).union(overdue.keys) { figures[key, default: .init()].overdue = overdue[key] ?? 0 } }
            total.overdue = isCurrent ? 0 : nil
            for one in figures.values { total += one }
        }
        self.init(
            question: question, lines: figures.filter { !$0.value.isEmpty }.map { Line(key: $0.key, figures: $0.value) }.sorted { $0.key < $1.key },
            total: total, hasMoreOverdue: overdue.values.reduce(0, +) >= ReadStatistics.mostOverdue)
    }
}

extension LocalDate {
    /// Before anything that is counted.
    static let firstOfAll = LocalDate(dayNumber: LocalDate(year: 1900, month: 1, day: 1)?.dayNumber ?? 0)
}
