// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// Rows of lists for dossiers that were found by key.
extension DossierQueueStore {
    /// By whole codes, oldest danger first.
    func summaries(codes: [String], visibleTo access: DossierAccess) throws -> [DossierSummary] {
        let (provisional, official) = (codes.filter(DossierCode.isProvisional), codes.filter { !DossierCode.isProvisional($0) })
        var rows: [DossierSummary] = []
        for condition: SQL in ["code IN \(list: official)", "provisional_code IN \(list: provisional)"] {
            rows += try summaries(
                "SELECT \(sql: Self.summaryColumns) FROM dossiers WHERE \(sql: condition) AND \(sql: access.predicate)")
        }
        var seen: Set<Identifier> = []
        return rows.filter { seen.insert($0.id).inserted }.sorted { ($0.danger, $0.id) < ($1.danger, $1.id) }
    }

    /// Those of these dossiers that may be seen.
    func summaries(ids: [String], visibleTo access: DossierAccess) throws -> [String: DossierSummary] {
        let rows = try summaries(
            "SELECT \(sql: Self.summaryColumns) FROM dossiers WHERE id IN \(list: ids) AND \(sql: access.predicate)")
        return Dictionary(rows.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
