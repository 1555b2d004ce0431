// SPDX-License-Identifier: Apache-2.0

package import Database
import Kernel

/// Counters, what they counted, and what is still to be counted. Writing happens inside the caller's unit of work.
package struct MeasureStore {
    private let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    // MARK: Counting

    /// Counts the events of dossiers that were never counted before, such as whole lives written at once.
    package func add(_ statements: [SQL]) throws {
        for statement in statements { try connection.send(statement) }
    }

    /// What `add` is to do, made before.
    package static func adding(_ tally: MeasureTally) -> [SQL] {
        let events = tally.events.inOrder.inStatements.map { rows -> SQL in "INSERT INTO measured_events (\(eventColumns)) VALUES \(values(rows))" }
        return events + adding(tally.cells)
    }

    /// Counts those of the events that were not counted before; how many those were.
    @discardableResult
    package func settle(_ events: [MeasuredEvent]) throws -> Int {
        var fresh: [MeasuredEvent] = []
        for rows in events.inOrder.inStatements {
            try connection.forEach(
                """
                INSERT INTO measured_events (\(Self.eventColumns)) VALUES \(Self.values(rows))
                ON CONFLICT (unit, day, measure, dossier_id, sequence) DO NOTHING RETURNING \(Self.eventColumns)
                """
            ) { fresh.append(try MeasuredEvent($0)) }
        }
        try add(Self.adding(MeasureTally(fresh).cells))
        return fresh.count
    }

    private static func adding(_ cells: [MeasureCell: MeasureCounts]) -> [SQL] {
        cells.sorted { $0.key < $1.key }.inStatements.map { rows in
            let values = SQL.rows(rows) { cell, counts in
                [cell.within.sqlValue, cell.breakdown.sqlValue, cell.grain.sqlValue, cell.start.sqlValue, cell.key.sqlValue]
                    + Measure.allCases.map { counts[$0].sqlValue }
            }
            return """
                INSERT INTO measures (within, breakdown, grain, start, key, \(unsafe: countColumns)) VALUES \(values)
                ON CONFLICT (within, breakdown, grain, start, key) DO UPDATE SET \(unsafe: sums)
                """
        }
    }

    // MARK: What is still to be counted

    /// Says that events are to be counted: a row for each, appended, in one statement.
    package func note(_ events: [MeasuredEvent]) throws {
        for rows in events.inStatements {
            try connection.send("INSERT INTO measure_deltas (\(Self.eventColumns)) VALUES \(Self.values(rows))")
        }
    }

    /// Takes away what is still to be counted, the oldest first and as much as nobody else is counting.
    func take(atMost limit: Int) throws -> [MeasuredEvent] {
        try connection.all(
            """
            DELETE FROM measure_deltas WHERE id IN (SELECT id FROM measure_deltas ORDER BY id LIMIT \(limit)\(connection.dialect.forUpdateSkipLocked))
            RETURNING \(Self.eventColumns)
            """, MeasuredEvent.init)
    }

    func isAnythingNoted() throws -> Bool {
        try connection.value("SELECT 1 FROM measure_deltas LIMIT 1", as: Int.self) != nil
    }

    // MARK: Texts

    static let eventColumns: SQL = "unit, day, measure, dossier_id, sequence, desk, procedure_code, channel"
    static let countColumns = Measure.allCases.map(\.column).joined(separator: ", ")
    private static let sums = Measure.allCases.map { "\($0.column) = measures.\($0.column) + excluded.\($0.column)" }.joined(separator: ", ")

    private static func values(_ rows: ArraySlice<MeasuredEvent>) -> SQL {
        SQL.rows(rows) { event in
            [
                event.unit.sqlValue, event.day.sqlValue, event.measure.sqlValue, event.dossier.sqlValue, event.sequence.sqlValue,
                event.desk.sqlValue, event.procedure.sqlValue, event.channel.sqlValue,
            ]
        }
    }
}

extension [MeasuredEvent] {
    /// The order of the table: two who count the same events wait for each other and not in a circle.
    fileprivate var inOrder: [MeasuredEvent] {
        sorted { one, other in
            (one.unit, one.day, one.measure.rawValue, one.dossier, one.sequence)
                < (other.unit, other.day, other.measure.rawValue, other.dossier, other.sequence)
        }
    }
}

extension MeasuredEvent {
    /// A row of `MeasureStore.eventColumns`.
    init(_ row: borrowing Row) throws {
        self.init(
            measure: try row.get(2), day: try row.get(1), unit: try row.get(0), desk: try row.get(5), procedure: try row.get(6),
            channel: try row.get(7), dossier: try row.get(3), sequence: try row.get(4))
    }
}

extension MeasureCounts {
    /// The columns of `MeasureStore.countColumns` from one on.
    init(_ row: borrowing Row, from first: Int) throws {
        self.init()
        for (index, measure) in Measure.allCases.enumerated() { self[measure] = try row.get(first + index) }
    }
}
