// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import Database

@Suite struct SQLiteDatabaseTests {
    @Test func whatWasWrittenIsThereAfterReopening() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT")
                try connection.execute("INSERT INTO t VALUES (1)")
            }
            await database.close()
            #expect(!FileManager.default.fileExists(atPath: database.path + "-wal"))
            let again = try SQLiteDatabase(path: database.path)
            #expect(try await again.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 1)
            await again.close()
        }
    }

    @Test func closingFinishesQueuedWorkAndRefusesLaterWork() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
            let tasks = (0..<100).map { number in Task { try await database.write { try $0.execute("INSERT INTO t VALUES (\(number))") } } }
            for task in tasks { _ = try await task.value }
            await database.close()
            await database.close()
            await #expect { try await database.read { _ in } } throws: { ($0 as? DatabaseError)?.kind == .closed }
            await #expect { try await database.write { _ in } } throws: { ($0 as? DatabaseError)?.kind == .closed }
        }
    }

    @Test func aReadSeesOneSnapshot() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT")
                try connection.execute("INSERT INTO t VALUES (1)")
            }
            let (began, written) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let counts: (Int?, Int?) = database.read { connection in
                let before = try connection.value("SELECT count(*) FROM t", as: Int.self)
                began.signal()
                written.wait()
                return (before, try connection.value("SELECT count(*) FROM t", as: Int.self))
            }
            try await WorkerThreads(name: "wait", count: 1).run { began.wait() }
            try await database.write { try $0.execute("INSERT INTO t VALUES (2)") }
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 2)
            written.signal()
            #expect(try await counts == (1, 1))
        }
    }

    @Test func aReadMayNotWrite() async throws {
        try await withDatabase { database in
            await #expect(throws: DatabaseError.self) {
                try await database.read { _ = try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
            }
        }
    }

    @Test func executeCountsOnlyTheRowsItChangedItself() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT")
                #expect(try connection.execute("INSERT INTO t VALUES (1), (2), (3)") == 3)
                #expect(try connection.execute("CREATE TABLE u (id INTEGER PRIMARY KEY) STRICT") == 0)
                #expect(try connection.execute("DELETE FROM t WHERE id = 9") == 0)
                #expect(try connection.execute("SELECT 1") == 0)
                #expect(try connection.execute("INSERT INTO t VALUES (3) ON CONFLICT DO NOTHING") == 0)
            }
        }
    }

    @Test func theFirstOfAReturningStatementStillChangesEveryRowAndChecksReferences() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id)) STRICT")
                let first = try connection.value("INSERT INTO t (id) VALUES (1), (2), (3) RETURNING id", as: Int.self)
                #expect(first == 1)
                #expect(try connection.value("SELECT count(*) FROM t", as: Int.self) == 3)
            }
            await #expect { try await database.write { try $0.value("UPDATE t SET up = 99 RETURNING id", as: Int.self) } } throws: {
                ($0 as? DatabaseError)?.kind == .foreignKeyViolation
            }
        }
    }

    @Test func aQueryMayRunWithinItsOwnRows() async throws {
        try await withDatabase { database in
            let pairs = try await database.read { connection in
                var pairs: [[Int]] = []
                let numbers: SQL = "SELECT value FROM json_each('[1,2]')"
                try connection.forEach(numbers) { outer in
                    let left = try outer.get(0, as: Int.self)
                    try connection.forEach(numbers) { inner in pairs.append([left, try inner.get(0)]) }
                }
                return pairs
            }
            #expect(pairs == [[1, 1], [1, 2], [2, 1], [2, 2]])
        }
    }

    @Test func theStatementCacheIsBounded() throws {
        let connection = try SQLiteConnection(path: ":memory:", role: .copy)
        for number in 0..<500 {
            #expect(try connection.value(SQL(unsafe: "SELECT \(number)"), as: Int.self) == number)
            #expect(try connection.value("SELECT \(number)", as: Int.self) == number)
        }
        #expect(connection.cachedStatementCount == 200)
    }

    @Test func aCachedStatementFollowsAChangeOfTheSchema() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
            #expect(try await database.read { try $0.all("SELECT * FROM t") { $0.count } } == [])
            try await database.write { connection in
                try connection.execute("ALTER TABLE t ADD COLUMN name TEXT")
                try connection.execute("INSERT INTO t VALUES (1, 'a')")
            }
            #expect(try await database.read { try $0.all("SELECT * FROM t") { $0.count } } == [2])
        }
    }

    @Test func aTemporaryDatabaseIsGoneWhenItIsClosed() async throws {
        let database = try SQLiteDatabase.temporary()
        try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
        #expect(FileManager.default.fileExists(atPath: database.path))
        await database.close()
        #expect(!FileManager.default.fileExists(atPath: (database.path as NSString).deletingLastPathComponent))
    }

    @Test func theFileIsForItsOwnerOnly() async throws {
        try await withDatabase { database in
            for path in [database.path, database.path + "-wal"] {
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
            }
        }
    }

    @Test func aLockedFileIsBusyNotBroken() async throws {
        try await withDatabase { database in
            let other = try SQLiteConnection(path: database.path, role: .copy)
            try other.execute("PRAGMA busy_timeout = 0")
            let (held, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let holding: Void = database.write { _ in
                held.signal()
                done.wait()
            }
            try await WorkerThreads(name: "wait", count: 1).run { held.wait() }
            #expect { try other.execute("BEGIN IMMEDIATE") } throws: { ($0 as? DatabaseError)?.kind == .busy }
            done.signal()
            try await holding
        }
    }

    @Test func aBackupIsACompleteDatabaseWhileWorkGoesOn() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT")
                for number in 0..<2000 { try connection.execute("INSERT INTO t VALUES (\(number), \(String(repeating: "x", count: 500)))") }
            }
            let target = database.path + ".backup"
            async let backup: Void = database.backup(to: target)
            try await database.write { try $0.execute("DELETE FROM t WHERE id < 10") }
            try await backup
            let copy = try SQLiteDatabase(path: target)
            #expect(try await copy.integrityCheck() == [])
            let count = try await copy.read { try $0.value("SELECT count(*) FROM t", as: Int.self) }
            #expect(count == 2000 || count == 1990)
            await copy.close()
        }
    }

    @Test func theIntegrityCheckNamesADanglingReference() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id)) STRICT") }
            #expect(try await database.integrityCheck() == [])
            let careless = try SQLiteConnection(path: database.path, role: .copy)
            try careless.execute("INSERT INTO t VALUES (1, 99)")
            #expect(try await database.integrityCheck() == ["row 1 of t points to no t"])
        }
    }

    @Test func spareConnectionsAreLentOnceAndNotWhenLocked() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (i INTEGER) STRICT") }
            let spares = try SpareConnections(path: database.path)
            #expect(try borrowAll(spares) == min(ProcessInfo.processInfo.activeProcessorCount, 4))
            #expect(try spares.borrow { _ in 1 } == 1)
            #expect(try spares.borrow { _ -> Int in throw DatabaseError(.busy, "locked") } == nil)
            #expect(throws: Refused.self) { try spares.borrow { _ -> Int in throw Refused() } }
            #expect(try borrowAll(spares) == min(ProcessInfo.processInfo.activeProcessorCount, 4))
            await spares.close()
            #expect(try spares.borrow { _ in 1 } == nil)
        }
    }

    /// How many can be had at once.
    private func borrowAll(_ spares: SpareConnections) throws -> Int {
        try spares.borrow { _ in try 1 + borrowAll(spares) } ?? 0
    }
}
