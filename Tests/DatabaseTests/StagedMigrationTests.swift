// SPDX-License-Identifier: Apache-2.0

import TestDatabases
import Testing

@testable import Database

/// Programs of two versions on one database (docs/adr/0011).
@Suite struct StagedMigrationTests {
    private let base = Migration(name: "a.001", statements: ["CREATE TABLE a (id {integer} PRIMARY KEY, old TEXT NOT NULL DEFAULT '')"])
    private let addition = Migration(name: "a.002", statements: ["ALTER TABLE a ADD COLUMN new TEXT NOT NULL DEFAULT ''"])
    private let removal = Migration(name: "a.003", stage: .contract, statements: ["ALTER TABLE a DROP COLUMN old"])

    private func withDatabase(_ body: (any Database) async throws -> Void) async throws {
        let database = try temporaryDatabase()
        do {
            _ = try await Migrator([base]).migrate(database)
            try await body(database)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    @Test func anOlderProgramGoesOnAndStartsAgainAfterAnAddition() async throws {
        try await withDatabase { (database: any Database) async throws -> Void in
            _ = try await Migrator([base, addition]).migrate(database)
            #expect(try await Migrator([base]).migrate(database) == [])
            try await database.write { try $0.execute("INSERT INTO a (id, old) VALUES (1, 'x')") }
            #expect(try await database.read { try $0.value("SELECT new FROM a", as: String.self) } == "")
        }
    }

    @Test func anOlderProgramIsRefusedOnceSomethingWasTakenAway() async throws {
        try await withDatabase { (database: any Database) async throws -> Void in
            _ = try await Migrator([base, addition, removal]).migrate(database, .everything)
            await #expect(throws: MigrationProblem.databaseIsNewer("a.003")) { try await Migrator([base, addition]).migrate(database) }
        }
    }

    @Test func onAServerARemovalWaitsUntilItIsAskedFor() async throws {
        try await withDatabase { (database: any Database) async throws -> Void in
            let migrator = Migrator([base, addition, removal])
            let isShared = database.dialect == .postgres
            let additions = try await migrator.migrate(database)
            let waiting = try await migrator.waiting(database)
            let rest = try await migrator.migrate(database, .everything)
            let left = try await migrator.waiting(database)
            #expect(additions == (isShared ? ["a.002"] : ["a.002", "a.003"]))
            #expect(waiting == (isShared ? ["a.003"] : []))
            #expect(rest == waiting)
            #expect(left.isEmpty)
        }
    }

    @Test func whatMayStandOnAWaitingRemovalIsNotApplied() async throws {
        try await withDatabase { (database: any Database) async throws -> Void in
            let next = Migration(name: "a.004", statements: ["ALTER TABLE a ADD COLUMN old TEXT"])
            let elsewhere = Migration(name: "b.001", statements: ["CREATE TABLE b (id {integer} PRIMARY KEY)"])
            let applied = try await Migrator([base, addition, removal, elsewhere]).migrate(database)
            #expect(applied.contains("b.001"))
            guard database.dialect == .postgres else { return }
            await #expect(throws: MigrationProblem.contractFirst("a.003", before: "a.004")) {
                try await Migrator([base, addition, removal, next, elsewhere]).migrate(database)
            }
        }
    }

    @Test func anEmptyDatabaseGetsEverythingAtOnce() async throws {
        let database = try temporaryDatabase()
        #expect(try await Migrator([base, addition, removal]).migrate(database) == ["a.001", "a.002", "a.003"])
        await database.close()
    }

    @Test(arguments: [
        "DROP TABLE a", "ALTER TABLE a DROP COLUMN old", "ALTER TABLE a RENAME TO b", "ALTER TABLE a ALTER COLUMN old SET NOT NULL", "DELETE FROM a",
    ])
    func anAdditionThatTakesAwayIsRefused(statement: String) async throws {
        try await withDatabase { (database: any Database) async throws -> Void in
            let wrong = Migration(name: "a.002", statements: [statement])
            await #expect(throws: MigrationProblem.takesAway("a.002")) { try await Migrator([base, wrong]).migrate(database) }
        }
    }

    @Test func stepsRecordedBeforeThereWereStagesAreNobodysButTheirOwn() async throws {
        let database = try temporaryDatabase()
        let table = database.dialect.rendering(
            "CREATE TABLE schema_migrations (name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at {instant} NOT NULL) {strict}")
        let (base, addition) = (base, addition)
        try await database.write { connection in
            try connection.execute(SQL(unsafe: table))
            for migration in [base, addition] {
                try connection.execute(
                    """
                    INSERT INTO schema_migrations (name, checksum, applied_at)
                    VALUES (\(migration.name), \(migration.checksum), \(connection.dialect.currentInstant))
                    """)
            }
        }
        #expect(try await Migrator([base, addition]).migrate(database) == [])
        await #expect(throws: MigrationProblem.databaseIsNewer("a.002")) { try await Migrator([base]).migrate(database) }
        await database.close()
    }

    @Test func programsThatKnowTheSameSchemaHaveOneFingerprint() {
        #expect(Migrator([base, addition]).fingerprint == Migrator([addition, base]).fingerprint)
        #expect(Migrator([base]).fingerprint != Migrator([base, addition]).fingerprint)
    }
}
