// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

/// A dossier's row as it stands, for comparison with its history.
struct AuditedRow {
    let id: String
    let code: String
    let officialCode: String?
    let provisionalCode: String
    let status: Int
    let unit: String
    let receivingUnit: String
    let sequence: Int
    let headHash: String
    let isFinal: Bool
    let state: CaseState?

    /// The columns people search and count by, beside what the history says they must be.
    func columns(for state: CaseState) -> [(column: String, value: String, expected: String)] {
        [
            ("code", officialCode ?? "", state.code ?? ""),
            ("provisional_code", provisionalCode, state.submission.provisionalCode),
            ("status", String(status), String(state.status.rawValue)),
            ("unit", unit, state.unit),
            ("receiving_unit", receivingUnit, state.receivingUnit),
            ("sequence", String(sequence), String(state.sequence)),
            ("is_final", String(isFinal), String(state.isFinal)),
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
            SELECT id, code, provisional_code, status, unit, receiving_unit, sequence, head_hash, is_final, state, submission
            FROM dossiers WHERE id > \(id) ORDER BY id LIMIT \(limit)
            """
        ) { row in
            let official = try row.get(1, as: String?.self)
            let provisional = try row.get(2, as: String.self)
            let state = try? row.get(9, as: JSONText.self).decoded(as: CaseState.self)
            let submission = try? row.get(10, as: JSONText.self).decoded(as: Submission.self)
            return AuditedRow(
                id: try row.get(0), code: official ?? provisional, officialCode: official, provisionalCode: provisional, status: try row.get(3),
                unit: try row.get(4), receivingUnit: try row.get(5), sequence: try row.get(6), headHash: try row.get(7), isFinal: try row.get(8),
                state: submission.flatMap { state?.with(submission: $0) })
        }
    }

    func events(of id: String) throws -> [StoredEvent] {
        guard let id = Identifier(id) else { return [] }
        return try DossierStore(connection).events(of: id)
    }

    func series() throws -> [(name: String, day: String, last: Int)] {
        try connection.all("SELECT series, day, last_number FROM number_series ORDER BY series, day") { row in
            (name: try row.get(0), day: try row.get(1), last: try row.get(2))
        }
    }

    /// How many dossiers carry a number of the series and day, and the highest of them.
    func numbersUsed(series: String, day: String) throws -> (count: Int, highest: Int) {
        guard let date = LocalDate(iso: day) else { return (0, 0) }
        let prefix = "\(series)-\(date.compact)-"
        let column: SQL = series.hasPrefix("DK-") ? "provisional_code" : "code"
        let codes = try connection.all(
            "SELECT \(sql: column) FROM dossiers WHERE \(sql: column) >= \(prefix) AND \(sql: column) < \(prefix + "~")"
        ) { row in try row.get(0, as: String.self) }
        let numbers = codes.compactMap { Int($0.dropFirst(prefix.count)) }
        return (Set(numbers).count, numbers.max() ?? 0)
    }
}
