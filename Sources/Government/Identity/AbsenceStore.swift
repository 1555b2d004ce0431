// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Organisation

/// Absences in the database. Nothing is erased: an absence ended early keeps the day it ended.
struct AbsenceStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ plan: PlannedAbsence, id: Identifier, by namer: Person, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO absences (id, account_id, substitute_id, unit_code, from_day, to_day, named_by, named_by_name, created_at)
            VALUES (
              \(id), \(plan.absent), \(plan.substitute), \(plan.unit), \(plan.from), \(plan.to), \(namer.accountID),
              \(namer.displayName), \(now))
            """)
    }

    /// Whether the person is covered at the unit on some day of the span.
    func overlaps(_ plan: PlannedAbsence) throws -> Bool {
        try connection.value(
            """
            SELECT 1 FROM absences WHERE account_id = \(plan.absent) AND unit_code = \(plan.unit)
              AND to_day >= \(plan.from) AND from_day <= \(plan.to) AND ended_at IS NULL LIMIT 1
            """, as: Int.self) != nil
    }

    func end(_ id: Identifier, at now: Instant) throws {
        try connection.execute("UPDATE absences SET ended_at = \(now) WHERE id = \(id) AND ended_at IS NULL")
    }

    func absence(_ id: Identifier) throws -> Absence? {
        try absences("b.id = \(id)").first
    }

    /// Those of these units that are not over, soonest first.
    func coming(units: [String], from day: LocalDate, limit: Int) throws -> [Absence] {
        try absences("b.unit_code IN \(list: units) AND b.to_day >= \(day)", limit: limit)
    }

    /// For whom the person stands in on a day.
    func covered(by substitute: Identifier, on day: LocalDate) throws -> [Absence] {
        try absences("b.substitute_id = \(substitute) AND b.to_day >= \(day) AND b.from_day <= \(day)")
    }

    private func absences(_ condition: SQL, limit: Int = 200) throws -> [Absence] {
        try connection.all(
            """
            SELECT b.id, b.account_id, a.display_name, b.substitute_id, s.display_name, b.unit_code, b.from_day, b.to_day, b.named_by_name
            FROM absences b JOIN accounts a ON a.id = b.account_id JOIN accounts s ON s.id = b.substitute_id
            WHERE \(condition) AND b.ended_at IS NULL ORDER BY b.from_day, b.id LIMIT \(limit)
            """
        ) { row in
            Absence(
                id: try row.get(0), absentID: try row.get(1), absentName: try row.get(2), substituteID: try row.get(3),
                substituteName: try row.get(4), unit: try row.get(5), from: try row.get(6), to: try row.get(7), namedBy: try row.get(8))
        }
    }
}
