// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import Testing

@testable import Measures

/// What the histories and rows of the simulated province say, and where most of it happened.
struct SimulatedPlaces: Sendable {
    @TaskLocal static var found: SimulatedPlaces?

    let happened: Happenings
    let standing: [StandingDossier]
    let unit: String
    let procedure: String
    /// Of the unit.
    let procedureOfUnit: String

    init(_ fixture: MeasuresFixture) async throws {
        happened = try await Happenings(fixture.database)
        standing = try await StandingDossier.all(fixture.database)
        unit = try Self.most(happened.all.map(\.unit))
        procedure = try Self.most(happened.all.map(\.procedure))
        let unit = unit
        procedureOfUnit = try Self.most(happened.all.filter { $0.unit == unit }.map(\.procedure))
    }

    static func current() throws -> SimulatedPlaces { try #require(found) }

    /// Where somebody is late.
    func lateUnit() throws -> String {
        let now = try SimulatedProvinceTests.province().house.now()
        return try Self.most(standing.filter { $0.isOverdue(at: now) }.map(\.unit))
    }

    private static func most(_ texts: [String]) throws -> String {
        let groups = Dictionary(grouping: texts) { $0 }
        return try #require(groups.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }).key
    }
}
