// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import TestDatabases
import Testing

@testable import Database

@Suite(.enabled(if: (try? testServer()) != nil)) struct MoveTests {
    private static let migration = Migration(
        name: "t.001",
        statements: [
            """
            CREATE TABLE people (id {uuid} PRIMARY KEY, name TEXT NOT NULL, born {date}, seen_at {instant}, is_here {boolean} NOT NULL, face {bytes},
                facts {json}, weight {real}, chief {uuid} REFERENCES people (id)) {strict}
            """,
            "CREATE TABLE acts (person {uuid} NOT NULL REFERENCES people (id), place {integer} NOT NULL, act TEXT NOT NULL, PRIMARY KEY (person, place)) {clustered}",
            "CREATE TABLE counted (number {sequence}, word TEXT NOT NULL) {strict}",
        ])

    /// A filled embedded database, and an empty one of the same schema on the server.
    private func withBoth(people: Int, _ body: (String, PostgresAddress) async throws -> Void) async throws {
        let server = try #require(try testServer())
        let schema = "t_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try server.run("CREATE SCHEMA \(schema)")
        defer { try? server.run("DROP SCHEMA \(schema) CASCADE") }
        let address = try #require(server.inSchema(schema))
        let target = PostgresDatabase(address)
        _ = try await Migrator([Self.migration]).migrate(target)
        await target.close()
        try await withDatabase { source in
            _ = try await Migrator([Self.migration]).migrate(source)
            try await source.write { try Self.fill($0, people) }
            await source.close()
            try await body(source.path, address)
        }
    }

    private static func fill(_ connection: any Connection, _ people: Int) throws {
        var chief: Identifier?
        for number in 0..<people {
            let moment = Instant(milliseconds: 1_795_000_000_000 + Int64(number) * 7919)
            let id = Identifier.new(at: moment)
            try connection.execute(
                """
                INSERT INTO people (id, name, born, seen_at, is_here, face, facts, weight, chief) VALUES (\(id), \("Tab\tDòng\nmới\\N \(number)"),
                    \(LocalDate(iso: "1984-02-29")), \(number.isMultiple(of: 3) ? nil : moment), \(number.isMultiple(of: 2)), \([0, 9, 10, 92, 255] as [UInt8]),
                    \(JSONText("{\"a\":\"\\\\ \\n\"}")), \(0.1), \(chief))
                """)
            for place in 0..<3 { try connection.execute("INSERT INTO acts (person, place, act) VALUES (\(id), \(place), \("việc \(place)"))") }
            try connection.execute("INSERT INTO counted (word) VALUES (\("w\(number)"))")
            chief = chief ?? id
        }
    }

    private func lines(_ database: any Database) async throws -> [String] {
        try await database.read { connection in
            try connection.all("SELECT id, name, born, seen_at, is_here, face, facts, weight, chief FROM people ORDER BY id") { row in
                let facts = try row.get(6, as: JSONText.self).decoded(as: [String: String].self)
                let identity = "\(try row.get(0, as: Identifier.self)) \(try row.get(1, as: String.self)) \(try row.get(2, as: LocalDate.self))"
                let rest = "\(try row.get(3, as: Instant?.self) as Any) \(try row.get(4, as: Bool.self)) \(try row.get(5, as: [UInt8].self)) \(facts)"
                return "\(identity) \(rest) \(try row.get(7, as: Double.self)) \(try row.get(8, as: Identifier?.self) as Any)"
            }
        }
    }

    @Test func everythingArrivesAsItWas() async throws {
        try await withBoth(people: 50) { path, address in
            let before = try SQLiteDatabase(path: path)
            let here = try await lines(before)
            await before.close()
            let outcome = try await MoveToPostgres(from: path, to: address)(progress: { _ in })
            #expect(outcome == .init(tables: 3, rows: 50 + 150 + 50, movedBefore: 0))
            let target = PostgresDatabase(address)
            #expect(try await lines(target) == here)
            try await target.write { try $0.execute("INSERT INTO counted (word) VALUES ('next')") }
            #expect(try await target.read { try $0.value("SELECT number FROM counted WHERE word = 'next'", as: Int.self) } == 51)
            await target.close()
            let after = try SQLiteDatabase(path: path)
            #expect(try await after.read { try Moved($0) }?.isWhole == true)
            await after.close()
        }
    }

    @Test func aMoveThatWasCutOffGoesOnWhereItWas() async throws {
        try await withBoth(people: 30_000) { path, address in
            try address.run("CREATE FUNCTION wall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'wall'; END $$")
            try address.run("CREATE TRIGGER wall BEFORE INSERT ON counted FOR EACH ROW WHEN (NEW.word = 'w25000') EXECUTE FUNCTION wall()")
            await #expect(throws: DatabaseError.self) { try await MoveToPostgres(from: path, to: address)(progress: { _ in }) }
            let source = try SQLiteDatabase(path: path)
            #expect(try await source.read { try Moved($0) }?.isWhole == false)
            await source.close()
            try address.run("DROP TRIGGER wall ON counted")
            let outcome = try await MoveToPostgres(from: path, to: address)(progress: { _ in })
            #expect(outcome.rows + outcome.movedBefore == 150_000)
            #expect(outcome.movedBefore >= 20_000)
            let target = PostgresDatabase(address)
            #expect(try await target.read { try $0.value("SELECT count(DISTINCT word) FROM counted", as: Int.self) } == 30_000)
            await target.close()
        }
    }

    @Test func aTargetWithDataOfItsOwnIsRefused() async throws {
        try await withBoth(people: 2) { path, address in
            try address.run("INSERT INTO counted (word) VALUES ('mine')")
            await #expect(throws: MoveProblem.targetNotEmpty) { try await MoveToPostgres(from: path, to: address)(progress: { _ in }) }
        }
    }
}
