// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

@testable import Measures

/// A dossier as its row says it stands, read without any index.
struct StandingDossier {
    let id: Identifier
    let code: String
    let status: Int
    let isFinal: Bool
    let due: Instant?
    let isAccepted: Bool
    let isResolved: Bool
    let unit: String
    let procedure: String
    let channel: Int
    let account: String?
    /// Whoever works at one of these may see it.
    let units: Set<String>

    var isInProcess: Bool { isAccepted && !isResolved && !isFinal }

    /// While it waits for somebody else nobody is late.
    func isOverdue(at now: Instant) -> Bool {
        isInProcess && [DossierStatus.accepted.rawValue, DossierStatus.processing.rawValue].contains(status) && (due.map { $0 < now } ?? false)
    }

    static func all(_ database: any Database) async throws -> [StandingDossier] {
        try await database.read { connection in
            var units: [Identifier: Set<String>] = [:]
            try connection.forEach("/* by hand */ SELECT dossier_id, unit FROM dossier_units") {
                units[try $0.get(0), default: []].insert(try $0.get(1))
            }
            return try connection.all(
                """
                /* by hand */ SELECT id, COALESCE(code, provisional_code), status, is_final, due_at, accepted_at, resolved_at, resolving_unit,
                    procedure_code, channel, applicant_account FROM dossiers
                """
            ) { row in
                let id = try row.get(0, as: Identifier.self)
                return StandingDossier(
                    id: id, code: try row.get(1), status: try row.get(2), isFinal: try row.get(3), due: try row.get(4), isAccepted: !row.isNull(5),
                    isResolved: !row.isNull(6), unit: try row.get(7), procedure: try row.get(8), channel: try row.get(9), account: try row.get(10),
                    units: units[id] ?? [])
            }
        }
    }
}
