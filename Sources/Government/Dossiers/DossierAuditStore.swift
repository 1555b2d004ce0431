// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel
import Process
import WorkingTime

/// A dossier's row as it stands, every column as text, for comparison with what its history says.
struct AuditedRow: Sendable {
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

    /// The columns as `AuditedRow.expected` names them, behind the four that are read as values.
    private static let columns: SQL = """
        code, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final, receiving_unit,
        resolving_unit, unit, step, steps, step_role, assignee, assignee_name, applicant_name, applicant_folded, applicant_account,
        channel, delivery, submitted_at, accepted_at, due_at, original_due_at, danger_at, resolved_at, closed_at, sequence
        """

    /// - Parameter id: nil for the first.
    func rows(after id: String?, limit: Int) throws -> [AuditedRow] {
        let later: SQL = id.map { "WHERE id > \($0)" } ?? ""
        return try connection.all(
            "SELECT id, head_hash, state, submission, \(Self.columns) FROM dossiers \(later) ORDER BY id LIMIT \(limit)"
        ) { row in
            let state = try? row.get(2, as: JSONText.self).decoded(as: CaseState.self)
            let submission = try? row.get(3, as: JSONText.self).decoded(as: Submission.self)
            return AuditedRow(
                id: try row.get(0), headHash: try row.get(1), state: submission.flatMap { state?.with(submission: $0) },
                columns: try Self.texts(row, from: 4))
        }
    }

    /// Every column as text, whatever its type: numbers in decimal, moments in milliseconds, truth as 1.
    private static func texts(_ row: borrowing Row, from first: Int) throws -> [String] {
        var texts: [String] = []
        for (index, kind) in kinds.enumerated() {
            let column = first + index
            let text: String? =
                switch kind {
                case .text: try row.get(column, as: String?.self)
                case .number: try row.get(column, as: Int?.self).map { String($0) }
                case .truth: try row.get(column, as: Bool?.self).map { $0 ? "1" : "0" }
                case .moment: try row.get(column, as: Instant?.self).map { String($0.milliseconds) }
                }
            texts.append(text ?? "")
        }
        return texts
    }

    private enum Kind {
        case text, number, truth, moment
    }

    private static let kinds: [Kind] =
        [.text, .text, .text, .number, .text, .text, .number, .truth, .text, .text, .text, .number, .number]
        + [.text, .text, .text, .text, .text, .text, .number, .text] + Array(repeating: .moment, count: 7) + [.number]

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
