// SPDX-License-Identifier: Apache-2.0

import Cases
package import Database
package import Kernel
import Process
import WorkingTime

/// Dossiers and their events in the database. Writing happens inside the caller's unit of work.
package struct DossierStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    // MARK: Numbers

    /// The next number of a series on a day; without gaps, because a refused unit of work gives it back.
    package func nextNumber(series: String, on day: LocalDate) throws -> Int {
        let number = try connection.value(
            """
            INSERT INTO number_series (series, day, last_number) VALUES (\(series), \(day.iso), 1)
            ON CONFLICT (series, day) DO UPDATE SET last_number = number_series.last_number + 1
            RETURNING last_number
            """, as: Int.self)
        guard let number else { throw DatabaseError(.other(code: 0), "no number for \(series)") }
        return number
    }

    /// Moves a series on by many numbers at once, as far as nobody else took numbers from it meanwhile.
    func raise(_ rise: SeriesRise) throws {
        let changed = try connection.execute(
            """
            INSERT INTO number_series (series, day, last_number) VALUES (\(rise.series), \(rise.day.iso), \(rise.to))
            ON CONFLICT (series, day) DO UPDATE SET last_number = excluded.last_number WHERE number_series.last_number = \(rise.from)
            """)
        guard changed == 1 else { throw UserError.seriesTaken(rise) }
    }

    /// Where the series of these days stand.
    package func lastNumbers(from first: LocalDate, through last: LocalDate) throws -> [(series: String, day: LocalDate, last: Int)] {
        try connection.all(
            "SELECT series, day, last_number FROM number_series WHERE day >= \(first.iso) AND day <= \(last.iso) ORDER BY series, day"
        ) { row in
            guard let day = LocalDate(iso: try row.get(1)) else { throw DatabaseError(.decoding, "the day of a number series") }
            return (series: try row.get(0), day: day, last: try row.get(2))
        }
    }

    // MARK: Rows

    static let insertedColumns = """
        id, code, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final,
        receiving_unit, resolving_unit, unit, step, steps, step_role, assignee, assignee_name,
        applicant_name, applicant_folded, applicant_account, channel, delivery,
        submitted_at, accepted_at, due_at, original_due_at, danger_at, resolved_at, closed_at,
        sequence, head_hash, submission, state
        """

    /// - Parameter text: of the filing event: what was filed, written once.
    static func insertedValues(_ dossier: Dossier, submission text: String, state stateText: String, placement: Placement) -> [SQLValue] {
        let state = dossier.state
        let submission = state.submission
        let applicant = submission.applicant
        return [
            dossier.id.sqlValue, state.code.sqlValue, submission.provisionalCode.sqlValue, submission.procedure.sqlValue, submission.version.sqlValue,
            submission.caseCode.sqlValue, dossier.procedureName.sqlValue, state.status.rawValue.sqlValue, state.isFinal.sqlValue,
            submission.receivingUnit.sqlValue, submission.resolvingUnit.sqlValue, state.unit.sqlValue, state.step.sqlValue, placement.steps.sqlValue,
            placement.role.sqlValue, (state.assignee?.account).sqlValue, (state.assignee?.name).sqlValue,
            applicant.name.sqlValue, folded(applicant.name).sqlValue, applicant.account.sqlValue,
            submission.channel.nationalNumber.sqlValue, submission.delivery.rawValue.sqlValue,
            state.submittedAt.instant().sqlValue, (state.acceptedAt?.instant()).sqlValue, (state.due?.due.instant()).sqlValue,
            (state.originalDue?.instant()).sqlValue, placement.danger.sqlValue, (state.resolvedAt?.instant()).sqlValue,
            (state.closedAt?.instant()).sqlValue, state.sequence.sqlValue, dossier.headHash.sqlValue, .json(text), .json(stateText),
        ]
    }

    /// Writes the new state over the one it was decided on; false when somebody else was faster.
    package func update(_ dossier: Dossier, placement: Placement, from before: Dossier) throws -> Bool {
        let state = dossier.state
        let isSupplemented = state.submission != before.state.submission
        let submission: SQL = isSupplemented ? ", submission = \(JSONText(try canonicalJSON(state.submission)))" : ""
        let changed = try connection.execute(
            """
            UPDATE dossiers SET
                code = \(state.code), status = \(state.status.rawValue), is_final = \(state.isFinal), unit = \(state.unit),
                step = \(state.step), step_role = \(placement.role), assignee = \(state.assignee?.account),
                assignee_name = \(state.assignee?.name), accepted_at = \(state.acceptedAt?.instant()),
                due_at = \(state.due?.due.instant()), original_due_at = \(state.originalDue?.instant()),
                danger_at = \(placement.danger), resolved_at = \(state.resolvedAt?.instant()), closed_at = \(state.closedAt?.instant()),
                sequence = \(state.sequence), head_hash = \(dossier.headHash), state = \(try json(state))\(sql: submission)
            WHERE id = \(dossier.id) AND sequence = \(before.state.sequence)
            """)
        return changed == 1
    }

    /// True when the unit is new to the dossier.
    @discardableResult
    package func addParticipant(_ unit: String, to dossier: Identifier) throws -> Bool {
        try connection.execute(
            "INSERT INTO dossier_units (dossier_id, unit) VALUES (\(dossier), \(unit)) ON CONFLICT (dossier_id, unit) DO NOTHING") > 0
    }

    package func find(code: String) throws -> Dossier? {
        try first(Self.query(code))
    }

    /// The dossier by its code, to be acted on: whoever else acts on it waits until this unit of work has ended.
    func claim(code: String) throws -> Dossier? {
        try first("\(Self.query(code))\(connection.dialect.forUpdate)")
    }

    /// Lets nobody else act on the dossier until this unit of work has ended.
    package func hold(_ dossier: Identifier) throws {
        guard connection.dialect.forUpdate != .empty else { return }
        try connection.execute("SELECT id FROM dossiers WHERE id = \(dossier)\(connection.dialect.forUpdate)")
    }

    private static func query(_ code: String) -> SQL {
        let condition: SQL = DossierCode.isProvisional(code) ? "provisional_code = \(code)" : "code = \(code)"
        return "SELECT \(columns) FROM dossiers WHERE \(condition)"
    }

    /// The dossier by its code, when it may be seen; what may not be seen looks the same as what does not exist.
    package func find(code: String, visibleTo access: DossierAccess) throws -> Dossier? {
        let condition: SQL = DossierCode.isProvisional(code) ? "provisional_code = \(code)" : "code = \(code)"
        return try first("SELECT id, state, head_hash, procedure_name, submission FROM dossiers WHERE \(sql: condition) AND \(sql: access.predicate)")
    }

    /// Several by their codes, those that may be seen, in no order.
    package func find(codes: [String], visibleTo access: DossierAccess) throws -> [Dossier] {
        let (provisional, official) = (codes.filter(DossierCode.isProvisional), codes.filter { !DossierCode.isProvisional($0) })
        var found: [Dossier] = []
        for condition: SQL in ["code IN \(list: official)", "provisional_code IN \(list: provisional)"] {
            found += try connection.all(
                "SELECT \(sql: Self.columns) FROM dossiers WHERE \(sql: condition) AND \(sql: access.predicate)", dossier)
        }
        return found
    }

    package func find(id: Identifier) throws -> Dossier? {
        try first("SELECT id, state, head_hash, procedure_name, submission FROM dossiers WHERE id = \(id)")
    }

    private func first(_ sql: SQL) throws -> Dossier? {
        try connection.first(sql, dossier)
    }

    private static let columns: SQL = "id, state, head_hash, procedure_name, submission"

    private func dossier(_ row: borrowing Row) throws -> Dossier {
        let state = try row.get(1, as: JSONText.self).decoded(as: CaseState.self)
        let submission = try row.get(4, as: JSONText.self).decoded(as: Submission.self)
        return Dossier(id: try row.get(0), state: state.with(submission: submission), headHash: try row.get(2), procedureName: try row.get(3))
    }

    private func json(_ state: CaseState) throws -> JSONText { JSONText(try canonicalJSON(state)) }

    // MARK: Events

    package func append(_ event: StoredEvent, to dossier: Identifier) throws {
        try append([event], to: dossier)
    }

    /// Several in one statement.
    func append(_ events: [StoredEvent], to dossier: Identifier) throws {
        guard !events.isEmpty else { return }
        var sql = SQL.Interpolation(literalCapacity: 160, interpolationCount: events.count * 9)
        sql.appendLiteral(
            "INSERT INTO dossier_events (dossier_id, sequence, name, at, actor_account, actor_name, content, previous_hash, hash) VALUES ")
        for (index, event) in events.enumerated() {
            sql.appendLiteral(index == 0 ? "(" : "), (")
            sql.appendInterpolation(dossier)
            sql.appendLiteral(", ")
            sql.appendInterpolation(event.sequence)
            sql.appendLiteral(", ")
            sql.appendInterpolation(event.name)
            sql.appendLiteral(", ")
            sql.appendInterpolation(event.at)
            for text in [event.actor.account, event.actor.name, event.content, event.previousHash, event.hash] {
                sql.appendLiteral(", ")
                sql.appendInterpolation(text)
            }
        }
        sql.appendLiteral(")")
        try connection.send(SQL(stringInterpolation: sql))
    }

    package func events(of dossier: Identifier) throws -> [StoredEvent] {
        try connection.all(
            """
            SELECT sequence, name, at, actor_account, actor_name, content, previous_hash, hash
            FROM dossier_events WHERE dossier_id = \(dossier) ORDER BY sequence
            """
        ) { row in
            StoredEvent(
                sequence: try row.get(0), name: try row.get(1), at: try row.get(2),
                actor: Assignee(account: try row.get(3), name: try row.get(4)), content: try row.get(5),
                previousHash: try row.get(6), hash: try row.get(7))
        }
    }
}

/// Where a dossier stands in the queues: what its state means together with its process.
package struct Placement: Sendable, Hashable {
    /// The post the current step is for; nil when nobody's task.
    package let role: String?
    package let steps: Int
    /// What the queues sort by: the moment something will be late.
    package let danger: Instant
}
