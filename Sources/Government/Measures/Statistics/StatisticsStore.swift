// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

/// Sums of counters. What a sum costs hangs on days and units, not on dossiers.
struct StatisticsStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    /// Counters of these days, added up by key.
    func sums(_ breakdown: Breakdown, within unit: String?, over days: Range<LocalDate>) throws -> [String: MeasureCounts] {
        var sums: [String: MeasureCounts] = [:]
        for span in GrainSpan.cover(days, with: MeasureCell.grains(isWithinUnit: unit != nil)) {
            try connection.forEach(
                """
                SELECT key, \(unsafe: Self.sums) FROM measures
                WHERE within = \(unit ?? "") AND breakdown = \(breakdown) AND grain = \(span.grain)
                    AND start >= \(span.starts.lowerBound) AND start < \(span.starts.upperBound)
                GROUP BY key
                """
            ) { row in sums[try row.get(0), default: .init()] += try MeasureCounts(row, from: 1) }
        }
        return sums
    }

    /// Counters of each of these days.
    func days(within unit: String?, over days: Range<LocalDate>) throws -> [String: MeasureCounts] {
        let breakdown: Breakdown = unit == nil ? .whole : .channel
        var sums: [String: MeasureCounts] = [:]
        try connection.forEach(
            """
            SELECT start, \(unsafe: Self.sums) FROM measures
            WHERE within = \(unit ?? "") AND breakdown = \(breakdown) AND grain = \(Grain.day)
                AND start >= \(days.lowerBound) AND start < \(days.upperBound)
            GROUP BY start
            """
        ) { row in sums[try row.get(0), default: .init()] += try MeasureCounts(row, from: 1) }
        return sums
    }

    /// What no counter has counted yet: the last seconds.
    func pending(within unit: String?) throws -> [(event: PendingPlace, count: Int)] {
        let isWithin: SQL = unit.map { "AND t.unit = \($0)" } ?? .empty
        return try connection.all(
            """
            SELECT t.measure, t.day, t.unit, t.procedure_code, t.channel, count(*) FROM measure_deltas t
            WHERE NOT EXISTS (
                SELECT 1 FROM measured_events m
                WHERE m.unit = t.unit AND m.day = t.day AND m.measure = t.measure AND m.dossier_id = t.dossier_id AND m.sequence = t.sequence)
                \(isWithin)
            GROUP BY t.measure, t.day, t.unit, t.procedure_code, t.channel
            """
        ) { row in
            let place = PendingPlace(
                measure: try row.get(0), day: try row.get(1), unit: try row.get(2), procedure: try row.get(3), channel: try row.get(4))
            return (place, try row.get(5))
        }
    }

    struct PendingPlace {
        let measure: Measure
        let day: LocalDate
        let unit: String
        let procedure: String
        let channel: Int

        func key(_ by: StatisticsBy) -> String {
            switch by {
            case .unit: unit
            case .procedure: procedure
            case .channel: String(channel)
            case .day: day.iso
            }
        }
    }

    /// How many accepted dossiers are past their time, by key; at most so many are looked at, the longest overdue first.
    func overdue(by: StatisticsBy, within unit: String?, at now: Instant, atMost limit: Int) throws -> [String: Int] {
        let key: SQL =
            switch by {
            case .unit, .day: "resolving_unit"
            case .procedure: "procedure_code"
            case .channel: "CAST(channel AS TEXT)"
            }
        let isWithin: SQL = unit.map { "AND resolving_unit = \($0)" } ?? .empty
        var counts: [String: Int] = [:]
        try connection.forEach(
            """
            SELECT key, count(*) FROM (
                SELECT \(key) AS key FROM dossiers
                WHERE \(InProcess.isOverdue(at: now)) \(isWithin) ORDER BY due_at LIMIT \(limit)
            ) late GROUP BY key
            """
        ) { row in counts[try row.get(0)] = try row.get(1) }
        return counts
    }

    private static let sums = Measure.allCases.map { "CAST(sum(\($0.column)) AS BIGINT)" }.joined(separator: ", ")
}

/// Conditions on rows of `dossiers` as the index `dossiers_in_process` spells them.
enum InProcess {
    static let condition: SQL = "NOT is_final AND resolved_at IS NULL AND due_at IS NOT NULL"

    /// While it waits for the applicant or is stopped the clock does not run.
    static func isOverdue(at now: Instant) -> SQL {
        let running = [DossierStatus.accepted, .processing].map(\.rawValue)
        return "\(condition) AND due_at < \(now) AND status IN \(list: running)"
    }
}
