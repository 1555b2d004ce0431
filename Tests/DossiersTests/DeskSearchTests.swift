// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Identity
import Kernel
import Organisation
import Process
import Testing

@Suite struct DeskSearchTests {
    typealias Fixture = HouseFixture

    private func officer(at unit: String = Fixture.commune, _ role: PostRole = .oneStopOfficer) -> Person {
        Person(
            accountID: Identifier(high: 9, low: 9), username: "x", displayName: "x", kind: .officer,
            posts: [Post(unit: unit, role: role, from: LocalDate(dayNumber: 0))])
    }

    @Test(arguments: [
        "Hạnh", "hanh", "HAN", "nong thi", "thi hanh", "Nông Thị Hạnh", "019190000000", "019 190 000 000", "DK-H55.238-261116-0001",
        "dk-h55.238-261116-0001", "0001", "1", "261116-0001", "261116 1",
    ])
    func aDossierIsFoundByWhatPeopleType(typed: String) async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let found = try await FindDossiers(house: fixture.house)(typed, for: officer())
        #expect(found.rows.map(\.id) == [dossier.id], "\(found.question)")
        #expect(try await FindDossiers(house: fixture.house)(typed, for: officer(at: "H55.201")).rows.isEmpty)
        #expect(try await FindDossiers(house: fixture.house)(typed, for: officer(at: "H55", .auditor)).rows.map(\.id) == [dossier.id])
    }

    @Test(arguments: ["", " ", "h", "%", "_", "anh", "nong van", "01919000000", "0002", "'; DROP TABLE dossiers; --", "\u{202E}hạnh %"])
    func whatIsNotThereIsNotFound(typed: String) async throws {
        let fixture = try await Fixture()
        try await fixture.file()
        let rows = try await FindDossiers(house: fixture.house)(typed, for: officer()).rows
        #expect(rows.isEmpty || folded(typed) == "hanh")
    }

    @Test func aUnitFindsADossierFromTheMomentItComesToIt() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        try await fixture.database.write { connection in
            try DossierWordStore(connection).add(dossier.state.submission.applicant, of: dossier.id, filedAt: fixture.house.now(), for: ["H55.06"])
            _ = try DossierStore(connection).addParticipant("H55.06", to: dossier.id)
        }
        #expect(try await FindDossiers(house: fixture.house)("hanh", for: officer(at: "H55.06", .specialist)).rows.count == 1)
    }

    @Test func pagesOfASearchHoldEveryDossierOnceNewestFirst() async throws {
        let fixture = try await Fixture()
        for _ in 0..<7 {
            try await fixture.file()
            fixture.pass(hours: 1)
        }
        var seen: [String] = []
        var after: String?
        repeat {
            let page = try await FindDossiers(house: fixture.house)("thi han", for: officer(), after: after, limit: 3)
            seen += page.rows.map(\.code)
            after = page.next
        } while after != nil
        #expect(seen == seen.sorted(by: >) && seen.count == 7)
    }

    @Test func dossiersOlderThanTheSearchAreFilledIn() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        try await fixture.database.write { connection in
            try connection.execute("/* by hand */ DELETE FROM dossier_words")
            try connection.execute("INSERT INTO dossiers_without_words (dossier_id) VALUES (\(dossier.id))")
        }
        #expect(try await FindDossiers(house: fixture.house)("hanh", for: officer()).rows.isEmpty)
        #expect(try await FillDossierWords(database: fixture.database, batch: 1)() == 1)
        #expect(try await FindDossiers(house: fixture.house)("hanh", for: officer()).rows.count == 1)
        #expect(try await FillDossierWords(database: fixture.database)() == 0)
    }
}
