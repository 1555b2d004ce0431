// SPDX-License-Identifier: Apache-2.0

import CSQLite

struct SQLiteFailure: Error {
    let code: Int32
    let message: String
}

/// One connection, used by one thread.
final class SQLiteHandle {
    let database: OpaquePointer

    /// A reader, or the one writer with a write-ahead log that is synced at each commit.
    init(path: String, writes: Bool) throws {
        var handle: OpaquePointer?
        let access = writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else { throw SQLiteFailure(code: code, message: "open \(path)") }
        database = handle
        sqlite3_busy_timeout(database, 5000)
        try run("PRAGMA cache_size = -16000")
        guard writes else { return }
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = FULL")
        try run("PRAGMA foreign_keys = ON")
    }

    func run(_ sql: String) throws {
        try check(sqlite3_exec(database, sql, nil, nil, nil))
    }

    func prepare(_ sql: String) throws -> OpaquePointer {
        var statement: OpaquePointer?
        try check(sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
        guard let statement else { throw SQLiteFailure(code: SQLITE_MISUSE, message: sql) }
        return statement
    }

    /// Runs a prepared statement that gives no row to its end.
    func finish(_ statement: OpaquePointer) throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    func failure(_ code: Int32) -> SQLiteFailure {
        SQLiteFailure(code: code, message: String(cString: sqlite3_errmsg(database)))
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }
}

func bind(_ statement: OpaquePointer, _ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
        _ = bytes.withMemoryRebound(to: CChar.self) { csqlite_bind_text(statement, index, $0.baseAddress, Int32($0.count)) }
    }
}

func bind(_ statement: OpaquePointer, _ index: Int32, _ number: Int64) {
    sqlite3_bind_int64(statement, index, number)
}

func text(_ statement: OpaquePointer, _ column: Int32) -> String {
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
}

func integer(_ statement: OpaquePointer, _ column: Int32) -> Int64 {
    sqlite3_column_int64(statement, column)
}

/// A whole number, or nil where there is none.
func optionalInteger(_ statement: OpaquePointer, _ column: Int32) -> Int64? {
    sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : sqlite3_column_int64(statement, column)
}
