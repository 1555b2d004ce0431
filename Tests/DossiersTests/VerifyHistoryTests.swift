// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Kernel
import Process
import Testing

/// The auditor's tool finds what somebody with the database file changed by hand.
@Suite struct VerifyHistoryTests {
    typealias Fixture = HouseFixture

    private func damaged(_ statements: SQL...) async throws -> [Damage] {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        try await fixture.act(.accept(code: "", note: "", forward: true), on: dossier, by: Fixture.officer(.oneStopOfficer))
        try await fixture.file()
        try await fixture.database.write { connection in
            let place: SQL = connection.dialect == .postgres ? " ON dossier_events" : ""
            for statement in ["DROP TRIGGER dossier_events_no_update\(place)", "DROP TRIGGER dossier_events_no_delete\(place)"] + statements {
                try connection.execute("/* by hand */ \(statement)")
            }
        }
        return try await VerifyHistory(house: fixture.house)().damage
    }

    @Test func oneAlteredByteIsNamedWithItsEvent() async throws {
        let damage = try await damaged(
            "UPDATE dossier_events SET content = replace(content, '019190000000', '019190000001') WHERE name = 'submitted' AND dossier_id IN (SELECT id FROM dossiers WHERE code IS NOT NULL)"
        )
        let first = try #require(damage.first { $0.kind == .hashMismatch })
        #expect(first.sequence == 1)
        #expect(first.dossier == "H55.238-261116-0001")
    }

    @Test func aRemovedEventLeavesAGap() async throws {
        let damage = try await damaged("DELETE FROM dossier_events WHERE sequence = 2")
        #expect(damage.contains { $0.kind == .sequenceGap } && damage.contains { $0.kind == .chainBroken })
    }

    @Test func aCutTailIsSeenFromTheRow() async throws {
        let damage = try await damaged("DELETE FROM dossier_events WHERE sequence = 4")
        #expect(damage.contains { $0.kind == .headDiffers } && damage.contains { $0.kind == .stateDiffers })
    }

    @Test func aChangedColumnIsSeenFromTheHistory() async throws {
        let damage = try await damaged("UPDATE dossiers SET status = 10 WHERE code IS NOT NULL")
        #expect(damage.map(\.kind) == [.columnDiffers])
    }

    @Test func aRemovedDossierIsSeenFromItsNumber() async throws {
        let damage = try await damaged(
            "/* by hand */ DELETE FROM idempotency_keys",
            "DELETE FROM dossier_units WHERE dossier_id IN (SELECT id FROM dossiers WHERE code IS NULL)",
            "DELETE FROM dossier_events WHERE dossier_id IN (SELECT id FROM dossiers WHERE code IS NULL)", "DELETE FROM dossiers WHERE code IS NULL")
        #expect(damage.contains { $0.kind == .seriesDiffers })
    }

    @Test func theDatabaseItselfRefusesToChangeHistory() async throws {
        let fixture = try await Fixture()
        try await fixture.file()
        await #expect(throws: DatabaseError.self) {
            try await fixture.database.write { _ = try $0.execute("/* by hand */ UPDATE dossier_events SET name = 'x'") }
        }
        await #expect(throws: DatabaseError.self) {
            try await fixture.database.write { _ = try $0.execute("/* by hand */ DELETE FROM dossier_events") }
        }
    }
}
