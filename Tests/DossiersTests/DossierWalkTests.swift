// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Jobs
import Kernel
import Notices
import Process
import Testing

@Suite struct DossierWalkTests {
    typealias Fixture = HouseFixture

    @Test func aFilingIsThereWithItsCodeAndItsHistory() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        #expect(dossier.state.submission.provisionalCode == "DK-H55.238-261116-0001")
        let events = try await fixture.database.read { try DossierStore($0).events(of: dossier.id) }
        #expect(events.map(\.name) == ["submitted"])
        #expect(events.first?.hash == dossier.headHash)
        #expect(events.first?.previousHash == EventChain.root(of: dossier.id))
    }

    @Test func theWholeWalkIsCleanForTheAuditor() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let accepted = try await fixture.act(.accept(code: "", note: "", forward: true), on: dossier, by: Fixture.officer(.oneStopOfficer))
        #expect(accepted.state.code == "H55.238-261116-0001")
        var current = accepted
        for _ in 0..<10 where current.state.status == .processing { current = try await step(fixture, current) }
        #expect(current.state.status == .resolved)
        let returned = try await fixture.act(.returnResult(.desk, receivedBy: "Nông Thị Hạnh"), on: current, by: Fixture.officer(.oneStopOfficer))
        #expect(returned.state.isFinal)
        let verification = try await VerifyHistory(house: fixture.house)()
        #expect(verification.damage == [])
        #expect(verification.dossiers == 1)
        let notices = try await fixture.database.read { try NoticeStore($0).latest(for: Fixture.citizen.account, limit: 50) }
        #expect(notices.count >= 3)
    }

    /// Does whatever the current step asks for, by whoever holds it.
    private func step(_ fixture: Fixture, _ dossier: Dossier) async throws -> Dossier {
        for (role, command) in [
            (.specialist, .advance(note: "", result: nil)), (.head, .approve(note: "")), (.head, .sign(note: "")),
            (.clerk, .number(documentNumber: "12/2026", result: nil)),
        ] as [(StepRole, CaseCommand)] {
            if let after = try? await fixture.act(command, on: dossier, by: Fixture.officer(role)) { return after }
        }
        throw Fixture.Unexpected(what: "nobody can go on from step \(dossier.state.step ?? -1)")
    }

    @Test func theSameKeyGivesTheSameDossierAndNeverASecondOne() async throws {
        let fixture = try await Fixture()
        let first = try await fixture.file(key: "a")
        let second = try await fixture.file(key: "a")
        #expect(first.id == second.id)
        var other = try fixture.filing()
        other.delivery = .post
        guard case .refused = try await SubmitDossier(house: fixture.house)(other, by: Fixture.citizen, idempotencyKey: "b") else {
            // Its papers may not be required; then the reused key must be noticed instead.
            let outcome = try await SubmitDossier(house: fixture.house)(other, by: Fixture.citizen, idempotencyKey: "a")
            guard case .keyReused = outcome else { throw Fixture.Unexpected(what: "\(outcome)") }
            return
        }
    }

    @Test func concurrentFilingsAndAcceptancesNumberWithoutGaps() async throws {
        let fixture = try await Fixture()
        let dossiers = try await withThrowingTaskGroup(of: Dossier.self) { group in
            for index in 0..<60 { group.addTask { try await fixture.file(key: "k\(index)") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(dossiers.map(\.state.submission.provisionalCode)) == Set((1...60).map { "DK-H55.238-261116-\(padded($0, 4))" }))
        let codes = try await withThrowingTaskGroup(of: String?.self) { group in
            for dossier in dossiers {
                group.addTask {
                    try await fixture.act(.accept(code: "", note: "", forward: false), on: dossier, by: Fixture.officer(.oneStopOfficer)).state.code
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(codes.compactMap(\.self)) == Set((1...60).map { "H55.238-261116-\(padded($0, 4))" }))
        #expect(try await VerifyHistory(house: fixture.house)().damage == [])
    }

    @Test func aRefusedAcceptanceTakesNoNumber() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        await #expect(throws: Refusal.notYourRole) {
            try await fixture.act(.accept(code: "", note: "", forward: false), on: dossier, by: Fixture.officer(.specialist))
        }
        let accepted = try await fixture.act(.accept(code: "", note: "", forward: false), on: dossier, by: Fixture.officer(.oneStopOfficer))
        #expect(accepted.state.code == "H55.238-261116-0001")
    }

    @Test func ofTwoOfficersAtOnceExactlyOneSucceeds() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (try? await fixture.act(.accept(code: "", note: "", forward: false), on: dossier, by: Fixture.officer(.oneStopOfficer), seen: 1))
                        != nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.filter { $0 }.count == 1)
    }
}
