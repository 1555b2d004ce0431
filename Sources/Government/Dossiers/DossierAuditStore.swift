// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel
import Process
import WorkingTime

/// A dossier's row as it stands, every column as text, for comparison with what its history says.
struct AuditedRow {
    let id: String
    let headHash: String
    let state: CaseState?
    let columns: [String]

    /// The code people know it by.
    var code: String { columns[0].isEmpty ? columns[1] : columns[0] }

    /// The columns in the order they are read, with what the replayed state makes of each.
    static func expected(_ state: CaseState, _ placement: Placement, procedureName: String) -> [(column: String, value: String)] {
        let submission = state.submission
        func moment(_ time: LocalDateTime?) -> String { time.map { String($0.instant().milliseconds) } ?? "" }
        return [
            ("code", state.code ?? ""),
            ("provisional_code", submission.provisionalCode),
            ("procedure_code", submission.procedure),
            ("procedure_version", String(submission.version)),
            ("case_code", submission.caseCode),
            ("procedure_name", procedureName),
            ("status", String(state.status.rawValue)),
            ("is_final", state.isFinal ? "1" : "0"),
            ("receiving_unit", submission.receivingUnit),
            ("resolving_unit", submission.resolvingUnit),
            ("unit", state.unit),
            ("step", state.step.map { String($0) } ?? ""),
            ("steps", String(placement.steps)),
            ("step_role", placement.role ?? ""),
            ("assignee", state.assignee?.account ?? ""),
            ("assignee_name", state.assignee?.name ?? ""),
            ("applicant_name", submission.applicant.name),
            ("applicant_folded", folded(submission.applicant.name)),
            ("applicant_account", submission.applicant.account ?? ""),
            ("channel", String(submission.channel.nationalNumber)),
            ("delivery", submission.delivery.rawValue),
            ("submitted_at", moment(state.submittedAt)),
            ("accepted_at", moment(state.acceptedAt)),
            ("due_at", moment(state.due?.due)),
            ("original_due_at", moment(state.originalDue)),
            ("danger_at", String(placement.danger.milliseconds)),
            ("resolved_at", moment(state.resolvedAt)),
            ("closed_at", moment(state.closedAt)),
            ("sequence", String(state.sequence)),
        ]
    }
}

struct DossierAuditStore {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func rows(after id: String, limit: Int) throws -> [AuditedRow] {
        try connection.all(
            """
            SELECT id, head_hash, state, submission,
                CAST(code AS TEXT), CAST(provisional_code AS TEXT), CAST(procedure_code AS TEXT), CAST(procedure_version AS TEXT),
                CAST(case_code AS TEXT), CAST(procedure_name AS TEXT), CAST(status AS TEXT), CAST(is_final AS TEXT),
                CAST(receiving_unit AS TEXT), CAST(resolving_unit AS TEXT), CAST(unit AS TEXT), CAST(step AS TEXT),
                CAST(steps AS TEXT), CAST(step_role AS TEXT), CAST(assignee AS TEXT), CAST(assignee_name AS TEXT),
                CAST(applicant_name AS TEXT), CAST(applicant_folded AS TEXT), CAST(applicant_account AS TEXT), CAST(channel AS TEXT),
                CAST(delivery AS TEXT), CAST(submitted_at AS TEXT), CAST(accepted_at AS TEXT), CAST(due_at AS TEXT),
                CAST(original_due_at AS TEXT), CAST(danger_at AS TEXT), CAST(resolved_at AS TEXT), CAST(closed_at AS TEXT),
                CAST(sequence AS TEXT)
            FROM dossiers WHERE id > \(id) ORDER BY id LIMIT \(limit)
            """
        ) { row in
            let state = try? row.get(2, as: JSONText.self).decoded(as: CaseState.self)
            let submission = try? row.get(3, as: JSONText.self).decoded(as: Submission.self)
            var columns: [String] = []
            for column in 4..<33 { columns.append(try row.get(column, as: String?.self) ?? "") }
            return AuditedRow(
                id: try row.get(0), headHash: try row.get(1), state: submission.flatMap { state?.with(submission: $0) }, columns: columns)
        }
    }

    func events(of id: String) throws -> [StoredEvent] {
        guard let id = Identifier(id) else { return [] }
        return try DossierStore(connection).events(of: id)
    }

    func participants(of id: String) throws -> Set<String> {
        Set(try connection.all("SELECT unit FROM dossier_units WHERE dossier_id = \(id)") { row in try row.get(0, as: String.self) })
    }

    func series() throws -> [(name: String, day: String, last: Int)] {
        try connection.all("SELECT series, day, last_number FROM number_series ORDER BY series, day") { row in
            (name: try row.get(0), day: try row.get(1), last: try row.get(2))
        }
    }

    /// Histories whose dossier is gone.
    func orphans(limit: Int) throws -> [String] {
        try connection.all(
            """
            SELECT DISTINCT dossier_id FROM dossier_events e
            WHERE NOT EXISTS (SELECT 1 FROM dossiers d WHERE d.id = e.dossier_id) LIMIT \(limit)
            """
        ) { row in try row.get(0, as: String.self) }
    }
}
