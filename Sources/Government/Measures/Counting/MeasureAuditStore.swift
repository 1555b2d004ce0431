// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel
import WorkingTime

/// What the events themselves say is to be counted: for dossiers older than the counters, and for the audit.
struct MeasureAuditStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    /// The next dossiers that wait to be counted.
    func waiting(limit: Int) throws -> [Identifier] {
        try connection.all("SELECT dossier_id FROM dossiers_without_measures ORDER BY dossier_id LIMIT \(limit)") { try $0.get(0) }
    }

    func noteCounted(through last: Identifier) throws {
        try connection.execute("DELETE FROM dossiers_without_measures WHERE dossier_id <= \(last)")
    }

    /// The next dossiers in the order of their identifiers.
    func dossiers(after last: Identifier?, limit: Int) throws -> [Identifier] {
        let later: SQL = last.map { "WHERE id > \($0)" } ?? .empty
        return try connection.all("SELECT id FROM dossiers \(later) ORDER BY id LIMIT \(limit)") { try $0.get(0) }
    }

    /// What counts of the histories of the dossiers from one to another.
    func events(from first: Identifier, through last: Identifier) throws -> [MeasuredEvent] {
        try connection.all(
            """
            SELECT e.name, e.at, d.resolving_unit, d.receiving_unit, d.procedure_code, d.channel, d.id, e.sequence, d.accepted_at IS NOT NULL,
                CASE WHEN e.name = 'resolved' THEN e.content END
            FROM dossiers d JOIN dossier_events e ON e.dossier_id = d.id
            WHERE d.id >= \(first) AND d.id <= \(last) AND e.name IN \(list: Measure.eventNames.map(\.rawValue))
            """
        ) { row in try event(row) }.compactMap(\.self)
    }

    private func event(_ row: borrowing Row) throws -> MeasuredEvent? {
        let resolved = try row.get(9, as: String?.self).flatMap { try? JSONText($0).decoded(as: CaseEvent.Resolved.self) }
        guard let name = CaseEvent.Name(rawValue: try row.get(0)),
            let measure = Measure(of: name, isAccepted: try row.get(8), timeliness: resolved?.timeliness)
        else { return nil }
        return MeasuredEvent(
            measure: measure, day: LocalDateTime(try row.get(1, as: Instant.self)).date, unit: try row.get(2), desk: try row.get(3),
            procedure: try row.get(4), channel: try row.get(5), dossier: try row.get(6), sequence: try row.get(7))
    }

    // MARK: What the counters say

    /// Everything that was counted, in the order of the table.
    func counted(_ body: (MeasuredEvent) -> Void) throws {
        var last: MeasuredEvent?
        while true {
            let later: SQL =
                last.map {
                    "WHERE (unit, day, measure, dossier_id, sequence) > (\($0.unit), \($0.day), \($0.measure), \($0.dossier), \($0.sequence))"
                }
                ?? .empty
            var count = 0
            try connection.forEach(
                """
                SELECT \(MeasureStore.eventColumns) FROM measured_events \(later)
                ORDER BY unit, day, measure, dossier_id, sequence LIMIT \(Self.page)
                """
            ) { row in
                let event = try MeasuredEvent(row)
                body(event)
                (last, count) = (event, count + 1)
            }
            if count < Self.page { return }
        }
    }

    /// Noted, but not counted yet.
    func noted(_ body: (MeasuredEvent) -> Void) throws {
        try connection.forEach(
            """
            SELECT \(MeasureStore.eventColumns) FROM measure_deltas t
            WHERE NOT EXISTS (
                SELECT 1 FROM measured_events m
                WHERE m.unit = t.unit AND m.day = t.day AND m.measure = t.measure AND m.dossier_id = t.dossier_id AND m.sequence = t.sequence)
            """
        ) { body(try MeasuredEvent($0)) }
    }

    /// Every counter, in the order of the table.
    func cells(_ body: (MeasureCell, MeasureCounts) -> Void) throws {
        var last: MeasureCell?
        while true {
            let later: SQL =
                last.map { "WHERE (within, breakdown, grain, start, key) > (\($0.within), \($0.breakdown), \($0.grain), \($0.start), \($0.key))" }
                ?? .empty
            var count = 0
            try connection.forEach(
                """
                SELECT within, breakdown, grain, start, key, \(unsafe: MeasureStore.countColumns) FROM measures \(later)
                ORDER BY within, breakdown, grain, start, key LIMIT \(Self.page)
                """
            ) { row in
                let cell = MeasureCell(
                    within: try row.get(0), breakdown: try row.get(1), grain: try row.get(2), start: try row.get(3), key: try row.get(4))
                body(cell, try MeasureCounts(row, from: 5))
                (last, count) = (cell, count + 1)
            }
            if count < Self.page { return }
        }
    }

    private static let page = 10_000
}
