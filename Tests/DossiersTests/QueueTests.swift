// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Identity
import Kernel
import Organisation
import Testing

@Suite struct QueueTests {
    typealias Fixture = HouseFixture

    private func person(_ role: PostRole, at unit: String = Fixture.commune) -> Person {
        Person(
            accountID: Identifier(high: 9, low: UInt64(role.rawValue.count)), username: role.rawValue, displayName: role.rawValue, kind: .officer,
            posts: [Post(unit: unit, role: role, from: LocalDate(dayNumber: 0))])
    }

    @Test func newDossiersWaitAtTheirDeskAndNowhereElse() async throws {
        let fixture = try await Fixture()
        try await fixture.file()
        let queue = WorkQueue(house: fixture.house)
        #expect(try await queue(.new, for: person(.oneStopOfficer), limit: 10).rows.count == 1)
        #expect(try await queue(.new, for: person(.oneStopOfficer, at: "H55.201"), limit: 10).rows.isEmpty)
        #expect(try await queue(.unit, for: person(.specialist), limit: 10).rows.isEmpty)
    }

    @Test func pagesGoOnWhereTheLastOneEnded() async throws {
        let fixture = try await Fixture()
        for _ in 0..<7 {
            try await fixture.file()
            fixture.pass(hours: 1)
        }
        let queue = WorkQueue(house: fixture.house)
        var seen: [String] = []
        var after: DossierQueueStore.Position?
        repeat {
            let page = try await queue(.new, for: person(.oneStopOfficer), after: after, limit: 3)
            seen += page.rows.map(\.code)
            after = page.next
        } while after != nil
        #expect(seen.count == 7 && Set(seen).count == 7)
    }

    @Test func aDossierIsSeenByItsUnitsItsOwnerAndTheAuditorOnly() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let open = OpenDossier(house: fixture.house)
        let code = dossier.state.publicCode
        #expect(try await open(code, for: person(.specialist)).id == dossier.id)
        #expect(try await open(code, for: person(.auditor, at: "H55")).id == dossier.id)
        await #expect(throws: UserError.self) { try await open(code, for: person(.specialist, at: "H55.201")) }
        let other = Person(accountID: Identifier(high: 2, low: 2), username: "x", displayName: "x", kind: .citizen)
        await #expect(throws: UserError.self) { try await open(code, for: other) }
        let reads = try await fixture.database.read { try DossierQueueStore($0).reads(of: dossier.id) }
        #expect(Set(reads.map(\.name)) == ["specialist", "auditor"])
    }

    @Test(arguments: ["dossiers_by_task", "dossiers_by_desk", "dossiers_by_assignee", "dossiers_by_owner"])
    func hotQueriesReadAnIndex(index: String) async throws {
        let fixture = try await Fixture()
        let conditions: [String: SQL] = [
            "dossiers_by_task": "unit = 'a' AND step_role = 'b' AND is_final = 0 AND status IN (2, 4) ORDER BY danger_at, id LIMIT 51",
            "dossiers_by_desk": "receiving_unit = 'a' AND status = 1 ORDER BY danger_at, id LIMIT 51",
            "dossiers_by_assignee": "assignee = 'a' AND is_final = 0 ORDER BY danger_at, id LIMIT 51",
            "dossiers_by_owner": "applicant_account = 'a' ORDER BY submitted_at DESC, id LIMIT 21",
        ]
        let condition = try #require(conditions[index])
        let plan = try await fixture.database.read { connection in
            try connection.all("EXPLAIN QUERY PLAN SELECT id FROM dossiers WHERE \(sql: condition)") { row in try row.get(3, as: String.self) }
        }
        #expect(plan.contains { $0.contains(index) } && !plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func trackingShowsNothingPersonal() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let tracked = try await TrackDossier(house: fixture.house)(" dk-h55.238-261116-0001 ")
        #expect(tracked.code == dossier.state.publicCode)
        #expect(!"\(tracked)".contains("Hạnh"))
        await #expect(throws: UserError.self) { try await TrackDossier(house: fixture.house)("'; DROP TABLE dossiers; --") }
    }
}
