// SPDX-License-Identifier: Apache-2.0

import Cases
import Process
import Testing

/// One province for all tests of a suite that only read: a summer and autumn that were simulated, and a morning that was lived
/// and is not folded yet. It is the middle of November; what the simulation left open in October is overdue.
struct SimulatedProvince: SuiteTrait, TestScoping {
    @TaskLocal static var current: MeasuresFixture?

    let isRecursive = false

    func provideScope(for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void) async throws {
        let fixture = try await MeasuresFixture()
        try await fixture.simulate("2026-07-20", "2026-10-31", dossiers: 900)
        try await lapse(fixture)
        try await LiveDossiers(house: fixture.house).liveAll()
        let places = try await SimulatedPlaces(fixture)
        try await Self.$current.withValue(fixture) {
            try await SimulatedPlaces.$found.withValue(places) { try await function() }
        }
    }

    /// One dossier that was not supplemented in time before it was accepted, and one after.
    private func lapse(_ fixture: MeasuresFixture) async throws {
        let live = LiveDossiers(house: fixture.house)
        fixture.pass(hours: -60 * 24)
        for dossier in [try await live.file(), try await live.accept(try await live.file())] {
            let asked = CaseCommand.requestSupplement(items: ["Giấy"], reason: "Thiếu", override: "Cần")
            let waiting = try await live.act(asked, on: dossier, by: LiveDossiers.officer(.head))
            fixture.pass(hours: 50 * 24)
            try await live.act(.expire, on: waiting, by: .system)
            fixture.pass(hours: -50 * 24)
        }
        fixture.pass(hours: 60 * 24)
    }
}

extension SuiteTrait where Self == SimulatedProvince {
    static var simulatedProvince: Self { SimulatedProvince() }
}

@Suite(.simulatedProvince) struct SimulatedProvinceTests {
    static func province() throws -> MeasuresFixture { try #require(SimulatedProvince.current) }
}
