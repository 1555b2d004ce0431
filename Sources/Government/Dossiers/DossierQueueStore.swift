// SPDX-License-Identifier: Apache-2.0

import Cases
package import Database
package import Kernel

/// The lists officers and citizens work from, each read by an index that begins with what it filters by.
package struct DossierQueueStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    private static let columns: SQL = """
        id, COALESCE(code, provisional_code), procedure_code, procedure_name, applicant_name, status, unit, step, steps, assignee_name,
        submitted_at, due_at, danger_at, is_final, procedure_version, case_code, channel
        """

    /// Where the next page begins: after the danger and id of the last row shown.
    package struct Position: Sendable, Hashable {
        package let danger: Instant
        package let id: Identifier

        package init(danger: Instant, id: Identifier) {
            (self.danger, self.id) = (danger, id)
        }
    }

    static let summaryColumns = columns

    package func owned(by account: String, before: Instant?, limit: Int) throws -> [DossierSummary] {
        let earlier: SQL = before.map { "AND submitted_at < \($0)" } ?? ""
        return try summaries(
            """
            SELECT \(sql: Self.columns) FROM dossiers WHERE applicant_account = \(account) \(sql: earlier)
            ORDER BY submitted_at DESC, id LIMIT \(limit)
            """)
    }

    /// The public face of a dossier by its code.
    package func tracked(code: String) throws -> TrackedDossier? {
        let condition: SQL = DossierCode.isProvisional(code) ? "provisional_code = \(code)" : "code = \(code)"
        return try connection.first(
            """
            SELECT COALESCE(code, provisional_code), status, step, steps, submitted_at, accepted_at, due_at, resolved_at, closed_at
            FROM dossiers WHERE \(sql: condition)
            """
        ) { row in
            TrackedDossier(
                code: try row.get(0), status: try status(row.get(1)), step: try row.get(2), steps: try row.get(3), submittedAt: try row.get(4),
                acceptedAt: try row.get(5), due: try row.get(6), resolvedAt: try row.get(7), closedAt: try row.get(8))
        }
    }

    package func noteRead(of dossier: Identifier, by account: String, name: String, at: Instant) throws {
        let day = LocalDateTime(at).date.iso
        try connection.execute(
            """
            INSERT INTO dossier_reads (dossier_id, account, name, day, first_at, last_at, times)
            VALUES (\(dossier), \(account), \(name), \(day), \(at), \(at), 1)
            ON CONFLICT (dossier_id, account, day) DO UPDATE SET last_at = excluded.last_at, times = dossier_reads.times + 1
            """)
    }

    package func reads(of dossier: Identifier) throws -> [DossierRead] {
        try connection.all(
            "SELECT name, first_at, last_at, times, account FROM dossier_reads WHERE dossier_id = \(dossier) ORDER BY last_at DESC LIMIT 100"
        ) { row in
            DossierRead(name: try row.get(0), firstAt: try row.get(1), lastAt: try row.get(2), times: try row.get(3), account: try row.get(4))
        }
    }

    func summaries(_ sql: SQL) throws -> [DossierSummary] {
        try connection.all(sql) { row in
            DossierSummary(
                id: try row.get(0), code: try row.get(1), procedureCode: try row.get(2), procedureName: try row.get(3),
                applicantName: try row.get(4), status: try status(row.get(5)), unit: try row.get(6), step: try row.get(7), steps: try row.get(8),
                assigneeName: try row.get(9), submittedAt: try row.get(10), due: try row.get(11), danger: try row.get(12), isFinal: try row.get(13),
                version: try row.get(14), caseCode: try row.get(15), channel: try row.get(16))
        }
    }

    private func status(_ number: Int) throws -> DossierStatus {
        guard let status = DossierStatus(rawValue: number) else { throw DatabaseError(.decoding, "status \(number)") }
        return status
    }
}

/// One line of "who looked at my file".
package struct DossierRead: Sendable, Hashable {
    package let name: String
    package let firstAt: Instant
    package let lastAt: Instant
    package let times: Int
    package let account: String
}
