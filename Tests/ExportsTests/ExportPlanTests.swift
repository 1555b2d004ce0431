// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Kernel
import TestDatabases
import Testing

@testable import Exports

/// An export of N rows reads a range of an index, in its order: nothing is sorted, nothing is read that lies before.
@Suite struct ExportPlanTests {
    static let filters = ExportMoment.allCases.flatMap { moment in
        [
            ExportFilter(moment), ExportFilter(moment, from: LocalDate(iso: "2026-01-01"), to: LocalDate(iso: "2026-02-01")),
            ExportFilter(moment, unit: "H55.1", procedure: "1.001193", statuses: [.processing, .resolved]),
        ]
    }

    @Test(.enabled(if: (try? testServer()) == nil), arguments: filters) func theEmbeddedEngineReadsARange(filter: ExportFilter) async throws {
        let fixture = try await ExportFixture()
        for access in [DossierAccess.everything, .units(["H55.1", "H55.2"])] {
            let desks = filter.moment == .accepted ? ["H55.1"] : nil
            let selection = ExportSelection(fixture.order(.csv, filter, access: access), desks: desks)
            let key = ExportPlace.Key(at: ExportFixture.first, tie: "x")
            for place in [ExportPlace(), ExportPlace(after: key)] {
                let plan = try await fixture.database.read { connection in
                    let query = ExportStore(connection).query(selection, place, upTo: access == .everything ? nil : key, limit: 10)
                    return try connection.all("EXPLAIN QUERY PLAN \(query)") { try $0.get(3, as: String.self) }
                }
                let index = [ExportMoment.submitted: "submission", .accepted: "acceptance", .resolved: "resolution"][filter.moment] ?? ""
                #expect(plan[0].hasPrefix("SEARCH dossiers USING INDEX dossiers_by_\(index) ("), "\(plan)")
                #expect(!plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN") }, "\(plan)")
            }
        }
    }
}
