// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Kernel
import Organisation
import Testing

/// Filings that come at the same time share a unit of work, and nothing else.
@Suite struct FilingTogetherTests {
    typealias Fixture = HouseFixture

    private struct Spoiled: Error {}

    @Test func aFilingThatFailsTakesNoOtherWithIt() async throws {
        let fixture = try await Fixture()
        let filing = try await fixture.file()
        let again = try fixture.filing(like: filing)
        let results = await withTaskGroup(of: (Int, Bool).self) { group in
            for index in 0..<40 {
                group.addTask {
                    let outcome = try? await SubmitDossier(house: fixture.house)(again, by: Fixture.citizen, idempotencyKey: "k\(index)") { _, _ in
                        if index % 8 == 3 { throw Spoiled() }
                    }
                    guard case .filed? = outcome else { return (index, false) }
                    return (index, true)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for index in 0..<40 { #expect(results[index] == (index % 8 != 3), "\(index)") }
        let verification = try await VerifyHistory(house: fixture.house)()
        #expect(verification.damage == [])
        #expect(verification.dossiers == 1 + 35)
    }

    @Test func theSameRequestManyTimesAtOnceIsOneDossier() async throws {
        let fixture = try await Fixture()
        let dossiers = try await withThrowingTaskGroup(of: Dossier.self) { group in
            for index in 0..<60 { group.addTask { try await fixture.file(key: "k\(index % 3)") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(dossiers.map(\.id)).count == 3)
        #expect(try await VerifyHistory(house: fixture.house)().dossiers == 3)
    }

    @Test func desksOfOneUnitOfWorkCountForThemselves() async throws {
        let fixture = try await Fixture()
        let filed = try await fixture.file()
        let desks = fixture.house.organisation.units.filter(\.isOneStop).prefix(5).map(\.code)
        let codes = try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<50 {
                group.addTask {
                    var filing = try fixture.filing(like: filed)
                    filing.unit = desks[index % desks.count]
                    filing.resolvingUnit = Fixture.commune
                    guard case .filed(let dossier) = try await SubmitDossier(house: fixture.house)(filing, by: Fixture.citizen) else {
                        throw Spoiled()
                    }
                    return dossier.state.submission.provisionalCode
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(codes.count == 50)
        let verification = try await VerifyHistory(house: fixture.house)()
        #expect(verification.damage == [])
        #expect(verification.dossiers == 51)
    }
}
