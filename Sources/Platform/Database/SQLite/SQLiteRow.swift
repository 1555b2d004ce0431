// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Kernel

/// The row a statement of SQLite stands on.
struct SQLiteRow {
    let statement: OpaquePointer

    var count: Int { Int(sqlite3_data_count(statement)) }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64? {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER ? sqlite3_column_int64(statement, Int32(column)) : nil
    }

    func real(_ column: Int) -> Double? {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(statement, Int32(column))
        default: nil
        }
    }

    func boolean(_ column: Int) -> Bool? {
        switch integer(column) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    func instant(_ column: Int) -> Instant? {
        integer(column).map(Instant.init(milliseconds:))
    }

    func text(_ column: Int) -> String? {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column)) else {
            return nil
        }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
        return String(validating: bytes, as: UTF8.self)
    }

    func blob(_ column: Int) -> [UInt8]? {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB else { return nil }
        // An empty blob has no address.
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    func mismatch(_ column: Int, _ wanted: String) -> DatabaseError {
        let index = Int32(column)
        let name = sqlite3_column_name(statement, index).map { String(cString: $0) } ?? "?"
        let found =
            switch sqlite3_column_type(statement, index) {
            case SQLITE_INTEGER: "an integer"
            case SQLITE_FLOAT: "a real number"
            case SQLITE_TEXT: "text"
            case SQLITE_BLOB: "bytes"
            default: column < count ? "NULL" : "nothing, there are \(count) columns"
            }
        let sql = sqlite3_sql(statement).map { String(cString: $0) }
        return DatabaseError(.decoding, "column \(column) (\(name)): \(wanted) was expected, \(found) was found", sql: sql)
    }
}
