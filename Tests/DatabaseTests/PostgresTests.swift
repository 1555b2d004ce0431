// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import TestDatabases
import Testing

@testable import Database

/// What only a server can do to us. Runs where the tests have one.
@Suite(.enabled(if: (try? testServer()) != nil)) struct PostgresTests {
    private func withServer(connections: Int = 3, _ body: (PostgresDatabase, PostgresAddress) async throws -> Void) async throws {
        let server = try #require(try testServer())
        let schema = "t_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try server.run("CREATE SCHEMA \(schema)")
        let address = try #require(server.inSchema(schema))
        var settings = PostgresDatabase.Settings()
        settings.connections = connections
        let database = PostgresDatabase(address, settings: settings)
        do {
            try await database.write { try $0.execute("CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)") }
            try await body(database, address)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
        try server.run("DROP SCHEMA \(schema) CASCADE")
    }

    private static let killMyself: SQL = "SELECT pg_terminate_backend(pg_backend_pid())"

    @Test func unitsInEachOthersWayAreRunAgainUntilBothAreTrue() async throws {
        try await withServer { database, _ in
            try await database.write { try $0.execute("INSERT INTO t (id, n) VALUES (1, 0)") }
            let runs = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await database.write { connection in
                            _ = runs.next()
                            let before = try connection.value("SELECT n FROM t WHERE id = 1", as: Int.self) ?? 0
                            Thread.sleep(forTimeInterval: 0.002)
                            try connection.execute("UPDATE t SET n = \(before + 1) WHERE id = 1")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.value("SELECT n FROM t", as: Int.self) } == 12)
            #expect(runs.count > 12)
        }
    }

    @Test func aLostConnectionBeforeTheCommitIsReplacedAndTheWorkDoneOnce() async throws {
        try await withServer { database, _ in
            let runs = Counter()
            try await database.write { connection in
                let run = runs.next()
                try connection.execute("INSERT INTO t (id, n) VALUES (\(run), 1)")
                if run == 1 { _ = try connection.execute(Self.killMyself) }
            }
            #expect(runs.count == 2)
            #expect(try await database.read { try $0.all("SELECT id FROM t") { try $0.get(0, as: Int.self) } } == [2])
        }
    }

    @Test func unitsThatShareACommitAreAllDoneOnceThoughTheConnectionBreaks() async throws {
        try await withServer { database, _ in
            let runs = Counter()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 {
                    group.addTask {
                        try await database.write(.sharing("all")) { connection in
                            try connection.send("INSERT INTO t (id, n) VALUES (\(number), 1)")
                            if runs.next() == 20 { _ = try connection.execute(Self.killMyself) }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(runs.count > 50)
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 50)
        }
    }

    @Test func aConnectionLostDuringTheCommitIsToldAsUnknown() async throws {
        try await withServer { database, _ in
            let runs = Counter()
            // A deferred trigger runs within the commit itself.
            try await database.write { connection in
                try connection.execute(
                    """
                    CREATE FUNCTION leave() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$
                    """)
                try connection.execute(
                    "CREATE CONSTRAINT TRIGGER leaving AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION leave()")
            }
            await #expect {
                try await database.write { connection in
                    _ = runs.next()
                    try connection.execute("INSERT INTO t (id, n) VALUES (1, 1)")
                }
            } throws: { ($0 as? DatabaseError)?.kind == .unknownOutcome }
            #expect(runs.count == 1)
        }
    }

    @Test func aCommitThatGaveUpWaitingForTheStandbyIsNotCalledDone() async throws {
        try await withServer { database, _ in
            try await database.write { connection in
                try connection.execute(
                    "CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'as if canceled'; RETURN NULL; END $$")
                try connection.execute(
                    "CREATE CONSTRAINT TRIGGER warning AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION warn()")
            }
            await #expect {
                try await database.write { try $0.execute("INSERT INTO t (id, n) VALUES (1, 1)") }
            } throws: { ($0 as? DatabaseError)?.kind == .unknownOutcome }
        }
    }

    @Test func anIdleConnectionThatDiedIsNotNoticedByItsUser() async throws {
        try await withServer(connections: 1) { database, address in
            let process = try await database.read { try $0.value("SELECT pg_backend_pid()", as: Int.self) } ?? 0
            try address.run("SELECT pg_terminate_backend(\(process))")
            try await Task.sleep(for: .milliseconds(50))
            // Nothing in this unit is waited for before its commit.
            try await database.write { try $0.send("INSERT INTO t (id, n) VALUES (2, 1)") }
            try address.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = \(process)")
            try await database.write { try $0.execute("INSERT INTO t (id, n) VALUES (1, 1)") }
            #expect(try await database.read { try $0.value("SELECT n FROM t", as: Int.self) } == 1)
        }
    }

    @Test func withoutAServerAUnitIsRefusedInTimeAndNothingWasDone() async throws {
        var settings = PostgresDatabase.Settings()
        (settings.connections, settings.patience) = (1, .milliseconds(300))
        let database = PostgresDatabase(try #require(PostgresAddress("postgres://127.0.0.1:1/none")), settings: settings)
        await #expect { try await database.read { _ in } } throws: { ($0 as? DatabaseError)?.kind == .unavailable }
        await #expect { try await database.write { _ in } } throws: { ($0 as? DatabaseError)?.kind == .unavailable }
        await database.close()
    }

    @Test func ofSeveralHostsTheOneThatTakesWritesIsFound() async throws {
        try await withServer { _, address in
            let url = address.url.replacing("127.0.0.1:", with: "127.0.0.1:1,127.0.0.1:")
            let database = PostgresDatabase(try #require(PostgresAddress(url)))
            try await database.write { try $0.execute("INSERT INTO t (id, n) VALUES (5, 5)") }
            #expect(try await database.read { try $0.value("SELECT n FROM t", as: Int.self) } == 5)
            await database.close()
        }
    }

    @Test func twoProcessesHearEachOther() async throws {
        try await withServer { database, address in
            let other = PostgresDatabase(address)
            var heard = other.notifications("queue").makeAsyncIterator()
            _ = database.notifications("queue")
            // The other one listens only once its connection stands.
            let telling = Task {
                for number in 1... {
                    try await database.write { try $0.notify("queue", "number \(number) \"quoted\" \\ {x}") }
                    try await Task.sleep(for: .milliseconds(50))
                }
            }
            let first = await heard.next()
            telling.cancel()
            #expect(first?.hasSuffix("\"quoted\" \\ {x}") == true)
            await other.close()
        }
    }

    @Test func aReadNobodyWaitsForIsStopped() async throws {
        try await withServer(connections: 1) { database, _ in
            let reading = Task { try await database.read { try $0.value("SELECT 1::bigint FROM pg_sleep(30)", as: Int.self) } }
            try await Task.sleep(for: .milliseconds(200))
            let began = ContinuousClock.now
            reading.cancel()
            await #expect(throws: CancellationError.self) { _ = try await reading.value }
            #expect(try await database.read { try $0.value("SELECT 2::bigint", as: Int.self) } == 2)
            #expect(ContinuousClock.now - began < .seconds(20))
        }
    }

    @Test func aTableChangedBySomebodyElseDoesNotBreakPreparedStatements() async throws {
        try await withServer(connections: 1) { database, address in
            let all: SQL = "SELECT * FROM t WHERE id = \(1)"
            _ = try await database.read { try $0.first(all) { $0.count } }
            try address.run("ALTER TABLE t ADD COLUMN note TEXT")
            try await database.write { try $0.execute("INSERT INTO t (id, n) VALUES (1, 1)") }
            #expect(try await database.read { try $0.first(all) { $0.count } } == 3)
        }
    }

    @Test func manyStatementsDoNotPileUpOnTheServer() async throws {
        try await withServer(connections: 1) { database, _ in
            for number in 0..<(PostgresStatements.limit + 20) {
                _ = try await database.read { try $0.value(SQL(unsafe: "SELECT \(number)::bigint"), as: Int.self) }
            }
            let kept = try await database.read { try $0.value("SELECT count(*) FROM pg_prepared_statements", as: Int.self) }
            #expect((kept ?? 0) < 60)
        }
    }

    @Test func errorsRepeatNoValues() async throws {
        try await withServer { database, _ in
            do {
                try await database.write { try $0.execute("INSERT INTO t (id, n) VALUES (CAST(\("secret word") AS BIGINT), 1)") }
                Issue.record("a word is no number")
            } catch {
                #expect(!"\(error)".contains("secret word"))
            }
            #expect(PostgresAddress("postgres://user:geheim@db1:5432,db2:5432/motcua")?.description == "PostgreSQL db1:5432, db2:5432 motcua")
        }
    }

    @Test func numericsAreReadWhereTheyAreWhole() async throws {
        try await withServer { database, _ in
            for number in [0, 1, 10_000, -123_456_789_012_345_678, Int.max, 100_000_000] {
                let read = try await database.read { try $0.value(SQL(unsafe: "SELECT \(number)::numeric"), as: Int.self) }
                #expect(read == number)
            }
            await #expect { _ = try await database.read { try $0.value("SELECT 1.5::numeric", as: Int.self) } } throws: {
                ($0 as? DatabaseError)?.kind == .decoding
            }
        }
    }

    @Test func theWayToTheServerIsEncryptedAndTheServerKnown() async throws {
        try await withServer { database, address in
            let folder = try await database.read { try $0.value("SELECT current_setting('data_directory')", as: String.self) } ?? ""
            let certificate = URL(filePath: folder).deletingLastPathComponent().appending(path: "server.crt").path
            let known = address.url + "&sslmode=verify-full&sslrootcert=\(certificate)"
            let encrypted = PostgresDatabase(try #require(PostgresAddress(known)))
            let isEncrypted = try await encrypted.read { try $0.value("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", as: Bool.self) }
            #expect(isEncrypted == true)
            await encrypted.close()
            var settings = PostgresDatabase.Settings()
            settings.patience = .milliseconds(200)
            let stranger = known.replacing("127.0.0.1:", with: "localhost:")
            let refused = PostgresDatabase(try #require(PostgresAddress(stranger)), settings: settings)
            await #expect { try await refused.read { _ in } } throws: { ($0 as? DatabaseError)?.kind == .unavailable }
            await refused.close()
        }
    }
}
