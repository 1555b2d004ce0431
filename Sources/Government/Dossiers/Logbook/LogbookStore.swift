// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

/// Reads the logbook by an index that begins with desk and time of acceptance.
struct LogbookStore {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func lines(unit: String, accepted: Range<Instant>, after code: String?, limit: Int) throws -> [LogbookLine] {
        let beyond: SQL = code.map { "AND (accepted_at, code) > ((SELECT accepted_at FROM dossiers WHERE code = \($0)), \($0))" } ?? ""
        return try connection.all(
            """
            SELECT id, code, procedure_code, procedure_name, resolving_unit, accepted_at, due_at, closed_at, status, submission FROM dossiers
            WHERE receiving_unit = \(unit) AND accepted_at >= \(accepted.lowerBound) AND accepted_at < \(accepted.upperBound) \(sql: beyond)
            ORDER BY accepted_at, code LIMIT \(limit)
            """
        ) { row in
            let submission = try row.get(9, as: JSONText.self).decoded(as: Submission.self)
            return LogbookLine(
                id: try row.get(0), code: try row.get(1), procedureCode: try row.get(2), procedureName: try row.get(3),
                applicantName: submission.applicant.name, applicantAddress: submission.applicant.address,
                applicantPhone: submission.applicant.phone, resolvingUnit: try row.get(4), acceptedAt: try row.get(5), due: try row.get(6),
                closedAt: try row.get(7), status: DossierStatus(rawValue: try row.get(8)) ?? .accepted, delivery: submission.delivery)
        }
    }
}
