// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Database

@Suite struct MigratorTests {
    private let first = Migration(name: "a.001", statements: ["CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY, at {instant} NOT NULL) {strict}"])
    private let second = Migration(name: "a.002", statements: ["ALTER TABLE a ADD COLUMN flag {boolean}", "CREATE INDEX a_flag ON a (flag)"])

    @Test func migrationsRunOnceAndInOrder() async throws {
        try await withDatabase { (database: SQLiteDatabase) async throws -> Void in
            #expect(try await Migrator([first]).migrate(database) == ["a.001"])
            #expect(try await Migrator([first, second]).pending(database) == ["a.002"])
            #expect(try await Migrator([first, second]).migrate(database) == ["a.002"])
            #expect(try await Migrator([first, second]).migrate(database) == [])
            let dump = try await schemaDump(database)
            #expect(dump.contains("CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL, flag INTEGER) STRICT;"))
        }
    }

    @Test func anEditedMigrationIsRefused() async throws {
        try await withDatabase { (database: SQLiteDatabase) async throws -> Void in
            _ = try await Migrator([first]).migrate(database)
            let edited = Migration(name: "a.001", statements: first.statements + ["CREATE TABLE b (id TEXT) {strict}"])
            await #expect(throws: MigrationProblem.editedAfterwards("a.001")) { try await Migrator([edited]).pending(database) }
        }
    }

    @Test func aMigrationThatFailsLeavesNothingBehind() async throws {
        try await withDatabase { (database: SQLiteDatabase) async throws -> Void in
            let broken = Migration(name: "a.002", statements: ["CREATE TABLE b (id TEXT) {strict}", "CREATE TABLE broken ("])
            _ = try await Migrator([first]).migrate(database)
            await #expect(throws: DatabaseError.self) { try await Migrator([first, broken]).migrate(database) }
            let pending = try await Migrator([first, second]).pending(database)
            #expect(pending == ["a.002"])
            let dump = try await schemaDump(database)
            #expect(!dump.contains("CREATE TABLE b"))
        }
    }

    @Test func anEmptyDatabaseGetsTheWholeSchemaOrNothing() async throws {
        try await withDatabase { (database: SQLiteDatabase) async throws -> Void in
            let broken = Migration(name: "a.002", statements: ["CREATE TABLE broken ("])
            await #expect(throws: DatabaseError.self) { try await Migrator([first, broken]).migrate(database) }
            #expect(try await Migrator([first, second]).pending(database) == ["a.001", "a.002"])
        }
    }

    @Test func twoProcessesMayMigrateAtOnce() async throws {
        try await withDatabase { (database: SQLiteDatabase) async throws -> Void in
            let migrations = [first, second]
            async let one = Migrator(migrations).migrate(database)
            async let two = Migrator(migrations).migrate(database)
            let applied = try await one + two
            #expect(applied.sorted() == ["a.001", "a.002"])
        }
    }

    @Test func twoMigrationsOfOneNameAreRefused() async throws {
        try await withDatabase { (database: SQLiteDatabase) async throws -> Void in
            await #expect(throws: MigrationProblem.duplicateName("a.001")) { try await Migrator([first, first]).migrate(database) }
        }
    }
}
