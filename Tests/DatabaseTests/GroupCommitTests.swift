// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing

@testable import Database

@Suite struct GroupCommitTests {
    private func counter(_ database: SQLiteDatabase) async throws {
        try await database.write { connection in
            try connection.execute("CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT")
            try connection.execute("CREATE TABLE numbers (number INTEGER PRIMARY KEY, caller INTEGER NOT NULL UNIQUE) STRICT")
            try connection.execute("INSERT INTO counters VALUES ('series', 0)")
        }
    }

    private static func take(_ caller: Int, _ connection: any Connection) throws -> Int {
        let number = try connection.value("UPDATE counters SET value = value + 1 WHERE name = 'series' RETURNING value", as: Int.self) ?? 0
        try connection.execute("INSERT INTO numbers (number, caller) VALUES (\(number), \(caller))")
        return number
    }

    @Test func thousandsOfWritersGetNumbersWithoutGaps() async throws {
        try await withDatabase { database in
            try await counter(database)
            let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
                for caller in 1...4000 {
                    group.addTask {
                        do {
                            return try await database.write { connection in
                                let number = try Self.take(caller, connection)
                                if caller % 7 == 0 { throw Refused() }
                                return number
                            }
                        } catch is Refused {
                            return nil
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let taken = numbers.compactMap(\.self).sorted()
            #expect(taken == Array(1...taken.count))
            #expect(taken.count == 4000 - 4000 / 7)
            let stored = try await database.read { try $0.all("SELECT number FROM numbers ORDER BY number") { try $0.get(0, as: Int.self) } }
            #expect(stored == taken)
        }
    }

    @Test func writersThatWaitShareACommit() async throws {
        try await withDatabase { database in
            try await counter(database)
            // The first unit holds the writer until the others stand in the queue.
            async let first: Void = database.write { _ in Thread.sleep(forTimeInterval: 0.015) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<200 {
                    group.addTask { try await database.write { connection in _ = try Self.take(caller, connection) } }
                }
                try await group.waitForAll()
            }
            try await first
            let pages = try await database.write { ($0 as? SQLiteConnection)?.pagesInLog ?? 0 }
            // Alone, each of the 200 would leave at least three pages in the log.
            #expect(pages < 300)
        }
    }

    @Test func aUnitThatFailsTakesNoOtherWithIt() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
            async let gate: Void = database.write { _ in Thread.sleep(forTimeInterval: 0.01) }
            async let good: Int = database.write { try $0.execute("INSERT INTO t VALUES (1)") }
            let bad = Task {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t VALUES (2)")
                    try connection.execute("INSERT INTO t VALUES (2)")
                }
            }
            async let last: Int = database.write { try $0.execute("INSERT INTO t VALUES (3)") }
            try await gate
            #expect(try await good == 1)
            await #expect(throws: DatabaseError.self) { try await bad.value }
            #expect(try await last == 1)
            #expect(try await database.read { try $0.all("SELECT id FROM t ORDER BY id") { try $0.get(0, as: Int.self) } } == [1, 3])
        }
    }

    @Test func anOpenDeferredReferenceFailsOnlyItsOwnUnit() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, up INTEGER REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED) STRICT")
            }
            async let gate: Void = database.write { _ in Thread.sleep(forTimeInterval: 0.01) }
            let open = Task { try await database.write { try $0.execute("INSERT INTO t VALUES (1, 99)") } }
            async let closed: Int = database.write { connection in
                try connection.execute("INSERT INTO t VALUES (2, 3)")
                return try connection.execute("INSERT INTO t VALUES (3, 2)")
            }
            try await gate
            await #expect { try await open.value } throws: { ($0 as? DatabaseError)?.kind == .foreignKeyViolation }
            #expect(try await closed == 1)
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 2)
        }
    }

    @Test func aUnitThatEndsTheTransactionItselfIsAnErrorAndTheWriterGoesOn() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
            await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute("ROLLBACK") } }
            #expect(try await database.write { try $0.execute("INSERT INTO t VALUES (1)") } == 1)
        }
    }

    @Test func actionsRunAfterTheCommitAndNeverAfterARollback() async throws {
        try await withDatabase { database in
            let done = Tally()
            try await database.write { $0.afterCommit { done.add("kept") } }
            await #expect(throws: Refused.self) {
                try await database.write { connection in
                    connection.afterCommit { done.add("lost") }
                    throw Refused()
                }
            }
            #expect(done.names == ["kept"])
        }
    }

    @Test func aCancelledTaskStillWrites() async throws {
        try await withDatabase { database in
            try await database.write { try $0.execute("CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT") }
            let task = Task { try await database.write { try $0.execute("INSERT INTO t VALUES (1)") } }
            task.cancel()
            #expect(try await task.value == 1)
        }
    }
}

/// Names in the order they were added, from any thread.
final class Tally: Sendable {
    private let list = Mutex<[String]>([])

    func add(_ name: String) { list.withLock { $0.append(name) } }
    var names: [String] { list.withLock { $0 } }
}
