// SPDX-License-Identifier: Apache-2.0

import Kernel
import TestDatabases
import Testing

@testable import Database

/// What the rest of the program relies on, whichever engine it runs on.
@Suite struct BothEnginesTests {
    private func withTable(_ columns: String, _ body: (any Database) async throws -> Void) async throws {
        let database = try temporaryDatabase()
        do {
            let statement = SQL(unsafe: database.dialect.rendering("CREATE TABLE t (\(columns))"))
            try await database.write { try $0.execute(statement) }
            try await body(database)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }

    @Test func everyKindOfValueComesBackAsItWent() async throws {
        let id = Identifier.new(at: Instant(milliseconds: 1_795_000_000_123))
        let moments = [Instant(milliseconds: 1_795_000_000_123), Instant(milliseconds: -1), Instant(milliseconds: 946_684_799_999)]
        let day = LocalDate(iso: "2026-11-21")
        try await withTable("i {integer}, r {real}, t TEXT, b {bytes}, f {boolean}, at {instant}, j {json}, id {uuid}, day {date}") { database in
            for moment in moments {
                try await database.write { connection in
                    try connection.execute("DELETE FROM t")
                    try connection.execute(
                        """
                        INSERT INTO t (i, r, t, b, f, at, j, id, day) VALUES (\(Int64.min), \(0.1), \("Đặng Thị Ớt \u{1F600}"), \([0, 255, 7] as [UInt8]),
                            \(true), \(moment), \(JSONText("{\"a\": [1]}")), \(id), \(day))
                        """)
                }
                try await database.read { connection in
                    try connection.forEach("SELECT i, r, t, b, f, at, j, id, day FROM t WHERE id = \(id) AND day >= \(day) AND at <= \(moment)") {
                        row in
                        let numbers = (try row.get(0, as: Int64.self), try row.get(1, as: Double.self), try row.get(4, as: Bool.self))
                        #expect(numbers == (.min, 0.1, true))
                        let (text, bytes) = (try row.get(2, as: String.self), try row.get(3, as: [UInt8].self))
                        #expect(text == "Đặng Thị Ớt \u{1F600}")
                        #expect(bytes == [0, 255, 7])
                        let (at, key, date) = (
                            try row.get(5, as: Instant.self), try row.get(7, as: Identifier.self), try row.get(8, as: LocalDate.self)
                        )
                        #expect(at == moment)
                        #expect(key == id)
                        #expect(date == day)
                        let object = try row.get(6, as: JSONText.self).decoded(as: [String: [Int]].self)
                        #expect(object == ["a": [1]])
                    }
                    #expect(try connection.value("SELECT count(*) FROM t WHERE id = \(id)", as: Int.self) == 1)
                }
            }
        }
    }

    @Test func absentValuesAreNilAndEmptyOnesAreNot() async throws {
        try await withTable("i {integer}, t TEXT, b {bytes}, at {instant}, id {uuid}") { database in
            try await database.write { connection in
                try connection.execute(
                    "INSERT INTO t (i, t, b, at, id) VALUES (\(Int?.none), \(String?.none), \([UInt8]?.none), \(Instant?.none), NULL)")
                try connection.execute("INSERT INTO t (i, t, b) VALUES (\(0), \(""), \([] as [UInt8]))")
            }
            let found = try await database.read { connection in
                try connection.all("SELECT t, b, at FROM t ORDER BY i IS NULL, i") { row in
                    (try row.get(0, as: String?.self), try row.get(1, as: [UInt8]?.self), try row.get(2, as: Instant?.self))
                }
            }
            #expect(found.map(\.0) == ["", nil])
            #expect(found.map(\.1) == [[], nil])
        }
    }

    @Test func sumsAndCountsAreWholeNumbers() async throws {
        try await withTable("i {integer}") { database in
            try await database.write { connection in
                for number in [1, 20_000, 300_000_000, -4] { try connection.send("INSERT INTO t (i) VALUES (\(number))") }
            }
            #expect(try await database.read { try $0.value("SELECT sum(i) FROM t", as: Int.self) } == 300_019_997)
            #expect(try await database.read { try $0.value("SELECT sum(-i) FROM t", as: Int.self) } == -300_019_997)
            #expect(try await database.read { try $0.value("SELECT sum(i - i) FROM t", as: Int.self) } == 0)
            #expect(try await database.read { try $0.value("SELECT sum(i) FROM t WHERE i > 1000000000", as: Int?.self) } == .some(.none))
        }
    }

    @Test func changedRowsAreCounted() async throws {
        try await withTable("i {integer} PRIMARY KEY") { database in
            let counts = try await database.write { connection in
                [
                    try connection.execute("INSERT INTO t (i) VALUES (1), (2), (3)"),
                    try connection.execute("INSERT INTO t (i) VALUES (3) ON CONFLICT (i) DO NOTHING"),
                    try connection.execute("UPDATE t SET i = i + 10 WHERE i < 3"),
                    try connection.execute("DELETE FROM t"),
                    try connection.execute("SELECT 1"),
                ]
            }
            #expect(counts == [3, 0, 2, 3, 0])
        }
    }

    @Test func aUnitThatThrowsLeavesNothing() async throws {
        try await withTable("i {integer}") { database in
            let told = Counter()
            await #expect(throws: Refused.self) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO t (i) VALUES (1)")
                    connection.afterCommit { _ = told.next() }
                    throw Refused()
                }
            }
            try await database.write { $0.afterCommit { _ = told.next() } }
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 0)
            #expect(told.count == 1)
        }
    }

    @Test func whatASentStatementBreaksFailsTheUnit() async throws {
        try await withTable("i {integer} PRIMARY KEY") { database in
            await #expect {
                try await database.write { connection in
                    try connection.send("INSERT INTO t (i) VALUES (1)")
                    try connection.send("INSERT INTO t (i) VALUES (1)")
                }
            } throws: { ($0 as? DatabaseError)?.violatesUnique("t.i") ?? false }
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 0)
            try await database.write { connection in for number in 0..<500 { try connection.send("INSERT INTO t (i) VALUES (\(number))") } }
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 500)
        }
    }

    @Test func constraintsSayWhichOfThemRefused() async throws {
        try await withTable("a TEXT NOT NULL, b {integer} CHECK (b > 0), UNIQUE (a, b)") { database in
            func refusal(_ sql: SQL) async -> DatabaseError.Kind? {
                do {
                    try await database.write { try $0.execute(sql) }
                    return nil
                } catch {
                    return (error as? DatabaseError)?.kind
                }
            }
            #expect(await refusal("INSERT INTO t (a, b) VALUES ('x', 1)") == nil)
            #expect(await refusal("INSERT INTO t (a, b) VALUES ('x', 1)") == .uniqueViolation(constraint: "t.a, t.b"))
            #expect(await refusal("INSERT INTO t (a, b) VALUES ('x', 0)") == .checkViolation)
            #expect(await refusal("INSERT INTO t (a, b) VALUES (NULL, 1)") == .notNullViolation)
            #expect(await refusal("INSERT INTO t (a, b) VALUES (\("nul\0"), 1)") == .invalidText)
        }
    }

    @Test func numbersTakenByManyAtOnceHaveNoGapsAndNoDoubles() async throws {
        try await withTable("series TEXT PRIMARY KEY, last {integer} NOT NULL") { database in
            let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<60 {
                    group.addTask {
                        try await database.write([.readCommitted, .serializable, .sharing("a"), .sharing("b")][index % 4]) { connection in
                            try connection.value(
                                "INSERT INTO t (series, last) VALUES ('a', 1) ON CONFLICT (series) DO UPDATE SET last = t.last + 1 RETURNING last",
                                as: Int.self) ?? 0
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(numbers.sorted() == Array(1...60))
        }
    }

    @Test func unitsThatShareACommitAreRefusedAlone() async throws {
        try await withTable("i {integer} PRIMARY KEY") { database in
            let told = Counter()
            let outcomes = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        do {
                            try await database.write(.sharing("all")) { connection in
                                try connection.send("INSERT INTO t (i) VALUES (\(number % 30))")
                                connection.afterCommit { _ = told.next() }
                                if number % 30 == 7 { throw Refused() }
                                if number % 30 == 8 { try connection.execute("INSERT INTO t (i) VALUES (\(number % 30))") }
                            }
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            // Ten numbers come twice, of which 7 and 8 never get in.
            #expect(outcomes == 28)
            #expect(told.count == 28)
            let rows = try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) }
            #expect(rows == 28)
        }
    }

    @Test func listenersHearWhatWasCommittedAndNothingElse() async throws {
        try await withTable("i {integer}") { database in
            var heard = database.notifications("queue").makeAsyncIterator()
            _ = try? await database.write { connection in
                try connection.notify("queue", "never")
                throw Refused()
            }
            try await database.write { try $0.notify("other", "elsewhere") }
            try await database.write { try $0.notify("queue", "Đơn 1") }
            #expect(await heard.next() == "Đơn 1")
        }
    }

    @Test func itIsKnownWhichTablesThereAre() async throws {
        try await withTable("i {integer}") { database in
            let found = try await database.read { connection in (try connection.hasTable("t"), try connection.hasTable("u")) }
            #expect(found == (true, false))
        }
    }

    @Test func batchesGoOnUntilNothingWaitsOrTheTaskIsCancelled() async throws {
        try await withTable("i {integer}") { database in
            for number in 1...7 { try await database.write { try $0.execute("INSERT INTO t (i) VALUES (\(number))") } }
            let takeThree: @Sendable (any Connection) throws -> Int = { connection in
                let taken = try connection.all("SELECT i FROM t ORDER BY i LIMIT \(3)") { try $0.get(0, as: Int.self) }
                for number in taken { try connection.execute("DELETE FROM t WHERE i = \(number)") }
                return taken.count
            }
            let cancelled = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try? await database.writeInBatches(of: 3, takeThree)
            }
            #expect([nil, 3].contains(await cancelled.value))
            let before = try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) ?? 0 }
            #expect(before >= 4)
            #expect(try await database.writeInBatches(of: 3, takeThree) == before)
            #expect(try await database.read { try $0.value("SELECT count(*) FROM t", as: Int.self) } == 0)
        }
    }

    @Test func aLookupSeesWhatIsCommittedAndSaysWhatWentWrong() async throws {
        let database = try temporaryDatabase()
        try await database.write { try $0.execute(SQL(unsafe: database.dialect.rendering("CREATE TABLE t (i {integer} PRIMARY KEY)"))) }
        for number in 1...20 {
            try await database.write { try $0.execute("INSERT INTO t (i) VALUES (\(number))") }
            let found = try await database.lookUp { try $0.value("SELECT i FROM t WHERE i = \(number)", as: Int.self) }
            #expect(found == number)
        }
        #expect(try await database.lookUp { try $0.value("SELECT i FROM t WHERE i = \(0)", as: Int.self) } == nil)
        await #expect(throws: Refused.self) { try await database.lookUp { _ in throw Refused() } }
        let together = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<200 {
                group.addTask { try await database.lookUp { try $0.value("SELECT i FROM t WHERE i = \(number % 20 + 1)", as: Int.self) } }
            }
            return try await group.reduce(into: 0) { $0 += $1 ?? 0 }
        }
        #expect(together == 10 * (1...20).reduce(0, +))
        await database.close()
        await #expect(throws: DatabaseError.self) { try await database.lookUp { try $0.value("SELECT 1", as: Int.self) } }
    }
}
