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

    // MARK: Rows

    /// `submission` is the text of the filing event: what was filed, written once.
    package func insert(_ dossier: Dossier, submission text: String, placement: Placement) throws {
        let state = dossier.state
        let submission = state.submission
        try connection.execute(
            """
            INSERT INTO dossiers (
                id, code, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final,
                receiving_unit, resolving_unit, unit, step, steps, step_role, assignee, assignee_name,
                applicant_name, applicant_folded, applicant_account, channel, delivery,
                submitted_at, danger_at, sequence, head_hash, submission, state)
            VALUES (
                \(dossier.id), \(state.code), \(submission.provisionalCode), \(submission.procedure), \(submission.version),
                \(submission.caseCode), \(dossier.procedureName), \(state.status.rawValue), \(state.isFinal),
                \(submission.receivingUnit), \(submission.resolvingUnit), \(state.unit), \(state.step), \(placement.steps),
                \(placement.role), \(state.assignee?.account), \(state.assignee?.name),
                \(submission.applicant.name), \(folded(submission.applicant.name)), \(submission.applicant.account),
                \(submission.channel.nationalNumber), \(submission.delivery.rawValue),
                \(state.submittedAt.instant()), \(placement.danger), \(state.sequence), \(dossier.headHash),
                \(JSONText(text)), \(try json(state)))
            """)
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
        try DossierCode.isProvisional(code)
            ? first("SELECT id, state, head_hash, procedure_name, submission FROM dossiers WHERE provisional_code = \(code)")
            : first("SELECT id, state, head_hash, procedure_name, submission FROM dossiers WHERE code = \(code)")
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
        try connection.execute(
            """
            INSERT INTO dossier_events (dossier_id, sequence, name, at, actor_account, actor_name, content, previous_hash, hash)
            VALUES (\(dossier), \(event.sequence), \(event.name), \(event.at), \(event.actor.account), \(event.actor.name),
                \(event.content), \(event.previousHash), \(event.hash))
            """)
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

    // MARK: Requests already answered

    package func answered(account: String, key: String) throws -> (requestHash: String, dossier: Identifier)? {
        try connection.first("SELECT request_hash, dossier_id FROM idempotency_keys WHERE account = \(account) AND key = \(key)") { row in
            (requestHash: try row.get(0), dossier: try row.get(1))
        }
    }

    package func remember(account: String, key: String, requestHash: String, dossier: Identifier, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO idempotency_keys (account, key, request_hash, dossier_id, created_at)
            VALUES (\(account), \(key), \(requestHash), \(dossier), \(at))
            """)
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
