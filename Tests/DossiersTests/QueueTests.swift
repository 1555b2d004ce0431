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

    @Test func trackingShowsNothingPersonal() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let tracked = try await TrackDossier(house: fixture.house)(" dk-h55.238-261116-0001 ")
        #expect(tracked.code == dossier.state.publicCode)
        #expect(!"\(tracked)".contains("Hạnh"))
        await #expect(throws: UserError.self) { try await TrackDossier(house: fixture.house)("'; DROP TABLE dossiers; --") }
    }
}
