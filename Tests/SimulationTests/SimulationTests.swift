// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Database
import Dossiers
import Kernel
import Simulation
import Testing

/// What is simulated is as true as what was lived, and can be repeated.
@Suite struct SimulationTests {
    @Test func theSameSeedSpanAndNumberGiveTheSameDossiers() async throws {
        let (one, other) = (try await SimulationFixture(), try await SimulationFixture())
        try await one.simulate("2022-03-01", "2022-03-31", dossiers: 300, batchSize: 50, workers: 1)
        // Neither how many live side by side nor how they are written together makes a difference.
        try await other.simulate("2022-03-01", "2022-03-31", dossiers: 300, batchSize: 400, workers: 3)
        let dossiers = try await one.dossiers()
        #expect(dossiers.count == 300)
        #expect(try await other.dossiers() == dossiers)
    }

    @Test func anotherSeedGivesOtherDossiers() async throws {
        let (one, other) = (try await SimulationFixture(), try await SimulationFixture())
        try await one.simulate("2022-03-01", "2022-03-05", dossiers: 40)
        try await other.simulate("2022-03-01", "2022-03-05", dossiers: 40, seed: 2)
        #expect(try await one.dossiers() != other.dossiers())
    }

    @Test func everyProcedureOfThePackIsFiledAndItsHistoryVerified() async throws {
        let fixture = try await SimulationFixture()
        let summary = try await fixture.simulate("2026-06-15", "2026-07-31", dossiers: 1500)
        #expect(summary.dossiers == 1500)
        let codes = fixture.house.procedures.snapshot.definitions.count
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(DISTINCT procedure_code) FROM dossiers") == codes)
        // The building permit changes its version in the middle of the span.
        #expect(
            try await fixture.count("/* by hand */ SELECT COUNT(DISTINCT procedure_version) FROM dossiers WHERE procedure_code = '1.013225'") == 2)
        let verification = try await VerifyHistory(house: fixture.house)()
        #expect(verification.damage.map(\.description) == [])
        #expect(verification.dossiers == 1500)
        #expect(verification.events == summary.events)
    }

    @Test func livesTakeTheCoursesTheyTakeInAProvince() async throws {
        let fixture = try await SimulationFixture()
        let facts = try SimulationFacts.load(pack: SimulationFixture.pack)
        let summary = try await fixture.simulate("2022-01-01", "2022-06-30", dossiers: 2500, facts: facts)
        #expect(Double(summary.late) / Double(summary.resolved) < 0.012)
        #expect((0.4...0.56).contains(Double(summary.online) / 2500))
        #expect((0.85...0.97).contains(Double(summary.resolved) / 2500))
        #expect((20...300).contains(summary.open))
        for event in [
            "supplement_requested", "supplemented", "rejected", "withdrawn", "refused", "consulted", "payment_confirmed", "rated", "expired",
        ] {
            #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossier_events WHERE name = \(event)") > 0, "\(event)")
        }
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossiers WHERE resolving_unit <> receiving_unit") > 100)
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM notices") == 0)
    }

    @Test func nothingHappensAfterTheSpanAndNobodyIsReceivedAtAClosedDesk() async throws {
        let fixture = try await SimulationFixture()
        // The week of Tết 2022: offices are closed from Saturday to Sunday of the next week.
        try await fixture.simulate("2022-01-29", "2022-02-06", dossiers: 60)
        let end = try #require(LocalDate(iso: "2022-02-07"))
        let after = LocalDateTime(date: end, minuteOfDay: 0).instant()
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossier_events WHERE at >= \(after)") == 0)
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossiers WHERE channel <> 2") == 0)
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossiers WHERE accepted_at IS NOT NULL") == 0)
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossiers") == 60)
    }

    @Test func numbersFollowTheOrderOfAcceptance() async throws {
        let fixture = try await SimulationFixture()
        try await fixture.simulate("2022-03-01", "2022-03-14", dossiers: 900, batchSize: 100)
        let accepted = try await fixture.database.read { connection in
            try connection.all(
                """
                /* by hand */ SELECT d.code, e.at FROM dossiers d JOIN dossier_events e ON e.dossier_id = d.id AND e.name = 'accepted' ORDER BY d.code
                """
            ) { row in (code: try row.get(0, as: String.self), at: try row.get(1, as: Instant.self)) }
        }
        #expect(accepted.count > 700)
        for (one, next) in zip(accepted, accepted.dropFirst()) where one.code.dropLast(4) == next.code.dropLast(4) {
            #expect(one.at <= next.at, "\(one.code) was accepted after \(next.code)")
        }
    }

    @Test func aSecondSpanGoesOnWithTheNumbersOfTheFirst() async throws {
        let fixture = try await SimulationFixture()
        try await fixture.simulate("2022-03-01", "2022-03-04", dossiers: 80)
        try await fixture.simulate("2022-03-01", "2022-03-07", dossiers: 80, seed: 9)
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossiers") == 160)
        #expect(try await VerifyHistory(house: fixture.house)().damage.map(\.description) == [])
    }

    @Test func whatWaitsForItsApplicantIsClosedByTheClockLater() async throws {
        let fixture = try await SimulationFixture()
        try await fixture.simulate("2022-03-01", "2022-03-31", dossiers: 1200)
        let waiting = try await fixture.count("/* by hand */ SELECT COUNT(*) FROM dossiers WHERE status IN (5, 6)")
        #expect(waiting > 0)
        #expect(try await fixture.count("/* by hand */ SELECT COUNT(*) FROM jobs WHERE topic = 'dossier_waiting_over'") == waiting)
    }

    @Test func aDeskFindsSimulatedPeopleByTheirNames() async throws {
        let fixture = try await SimulationFixture()
        try await fixture.simulate("2022-03-01", "2022-03-02", dossiers: 30)
        let missing = try await fixture.count(
            """
            /* by hand */ SELECT COUNT(*) FROM dossiers d WHERE NOT EXISTS (
                SELECT 1 FROM dossier_words w WHERE w.dossier_id = d.id AND w.unit = d.receiving_unit AND d.applicant_folded LIKE w.word || ' %')
            """)
        #expect(missing == 0)
    }
}
