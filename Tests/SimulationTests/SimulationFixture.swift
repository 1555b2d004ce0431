// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Database
import Dossiers
import Foundation
import Identity
import Jobs
import Kernel
import Measures
import Notices
import Organisation
import Simulation
import TestDatabases
import Testing
import Vault
import Web

/// A province with its pack and no dossiers.
final class SimulationFixture: Sendable {
    static let pack = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Provinces/ThaiNguyen").standardized

    let database: any Database
    let house: DossierHouse
    private let files: URL

    init() async throws {
        let database = try temporaryDatabase(watched: false)
        let now = Instant(milliseconds: 1_790_000_000_000)
        let migrations =
            WebMigrations.all + JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + CatalogueMigrations.all
            + NoticeMigrations.all + DossierMigrations.all + MeasureMigrations.all
        _ = try await Migrator(migrations).migrate(database)
        _ = try await InstallProvince(database: database)(try ProvincePack.load(Self.pack.path), at: now)
        _ = try await InstallProcedures(database: database, now: now)(try ProcedureFiles.load(Self.pack.appending(path: "procedures")))
        let organisation = try #require(try await OpenOrganisation(database: database)())
        let procedures = try await ProcedureDirectory.open(
            database, provinceName: organisation.province.shortName.vi, today: LocalDateTime(now).date)
        files = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        house = DossierHouse(
            database: database, vault: try Vault(directory: files.path), organisation: organisation, procedures: procedures,
            references: FileReferences(key: Secret(Array(repeating: 7, count: 32))), publicURL: "http://localhost", now: { now })
        self.database = database
    }

    deinit {
        try? FileManager.default.removeItem(at: files)
    }

    @discardableResult
    func simulate(
        _ from: String, _ to: String, dossiers: Int, seed: UInt64 = 1, facts: SimulationFacts = .none, batchSize: Int = 200, workers: Int = 2
    ) async throws -> SimulationSummary {
        let plan = SimulationPlan(
            from: try #require(LocalDate(iso: from)), to: try #require(LocalDate(iso: to)), dossiers: dossiers, seed: seed)
        return try await Simulate(house: house, facts: facts, batchSize: batchSize, workers: workers)(plan)
    }

    /// Everything that was written about dossiers, as one text.
    func dossiers() async throws -> [String] {
        try await database.read { connection in
            try connection.all(
                """
                /* by hand */ SELECT d.provisional_code, COALESCE(d.code, ''), d.head_hash, d.applicant_folded, d.status,
                    (SELECT COUNT(*) FROM dossier_units u WHERE u.dossier_id = d.id), (SELECT COUNT(*) FROM dossier_words w WHERE w.dossier_id = d.id)
                FROM dossiers d ORDER BY d.id
                """
            ) { row in
                let texts = try (0..<4).map { try row.get($0, as: String.self) }
                return (texts + (try (4..<7).map { String(try row.get($0, as: Int.self)) })).joined(separator: " ")
            }
        }
    }

    func count(_ sql: SQL) async throws -> Int {
        try await database.read { connection in try connection.value(sql, as: Int.self) ?? 0 }
    }
}
