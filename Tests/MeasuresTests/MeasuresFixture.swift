// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Database
import Dossiers
import Foundation
import Identity
import Jobs
import Kernel
import Notices
import Organisation
import Simulation
import Synchronization
import TestDatabases
import Testing
import Vault
import Web

@testable import Measures

/// The province of this repository with its counters, and a clock the test moves.
final class MeasuresFixture: Sendable {
    static let unit = "H55.238"
    static let otherUnit = "H55.201"
    static let pack = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Provinces/ThaiNguyen").standardized

    let database: any Database
    /// As the program builds it: what happens is witnessed.
    let house: DossierHouse
    /// As programs built it that knew of no counters.
    let olderHouse: DossierHouse
    private let files: URL
    private let clock: TestClock

    final class TestClock: Sendable {
        let moment = Mutex(LocalDateTime(iso: "2026-11-16T09:00")?.instant() ?? Instant(milliseconds: 0))
    }

    /// - Parameter hasCounters: false for a database an older program left; `addCounters` updates it.
    init(hasCounters: Bool = true) async throws {
        let database = try temporaryDatabase()
        let clock = TestClock()
        let now: @Sendable () -> Instant = { clock.moment.withLock { $0 } }
        _ = try await Migrator(Self.older + (hasCounters ? MeasureMigrations.all : [])).migrate(database)
        let written = try Self.written.get()
        _ = try await InstallProvince(database: database)(written.province, at: now())
        _ = try await InstallProcedures(database: database, now: now())(written.procedures)
        let organisation = try #require(try await OpenOrganisation(database: database)())
        let procedures = try await ProcedureDirectory.open(
            database, provinceName: organisation.province.shortName.vi, today: LocalDateTime(now()).date)
        files = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let vault = try Vault(directory: files.path)
        func house(_ witnesses: [any DossierWitness]) -> DossierHouse {
            DossierHouse(
                database: database, vault: vault, organisation: organisation, procedures: procedures,
                references: FileReferences(key: Secret(Array(repeating: 7, count: 32))), publicURL: "http://localhost", now: now,
                witnesses: witnesses)
        }
        (self.house, olderHouse) = (house([MeasureWitness()]), house([]))
        (self.database, self.clock) = (database, clock)
    }

    deinit {
        try? FileManager.default.removeItem(at: files)
    }

    /// Read once for all tests.
    private static let written = Result {
        (province: try ProvincePack.load(pack.path), procedures: try ProcedureFiles.load(pack.appending(path: "procedures")))
    }

    private static let older =
        WebMigrations.all + JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + CatalogueMigrations.all
        + NoticeMigrations.all + DossierMigrations.all

    func addCounters() async throws { _ = try await Migrator(Self.older + MeasureMigrations.all).migrate(database) }

    func pass(hours: Int) { clock.moment.withLock { $0 = $0.adding(seconds: Int64(hours) * 3600) } }

    var today: LocalDate { LocalDateTime(house.now()).date }

    func simulate(_ from: String, _ to: String, dossiers: Int) async throws {
        let plan = SimulationPlan(from: try day(from), to: try day(to), dossiers: dossiers)
        _ = try await Simulate(house: house, facts: .none, batchSize: 200, workers: 2)(plan)
    }

    func byHand(_ statements: SQL...) async throws {
        try await database.write { connection in
            for statement in statements { try connection.execute("/* by hand */ \(statement)") }
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try await database.read { connection in try connection.value("/* by hand */ \(sql)", as: Int.self) ?? 0 }
    }

    /// Every counter that is not zero.
    func cells() async throws -> [MeasureCell: MeasureCounts] {
        try await database.read { connection in
            var cells: [MeasureCell: MeasureCounts] = [:]
            try MeasureAuditStore(connection).cells { if !$1.isZero { cells[$0] = $1 } }
            return cells
        }
    }

    /// What `VerifyMeasures` has to say.
    func differences() async throws -> [String] { try await VerifyMeasures(database: database)().map(\.description) }

    func statistics(_ from: String, _ to: String, by: StatisticsBy, unit: String? = nil) async throws -> Statistics {
        try await ReadStatistics(house: house)(StatisticsQuestion(from: day(from), to: day(to), by: by, unit: unit))
    }
}

/// Reads `2026-11-20`.
func day(_ text: String) throws -> LocalDate { try #require(LocalDate(iso: text)) }
