// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// The row a statement stands on; it cannot be kept beyond the closure that was given it.
package struct Row: ~Copyable {
    private let statement: OpaquePointer

    init(statement: OpaquePointer) {
        self.statement = statement
    }

    /// The value of a column, counted from 0.
    package borrowing func get<T: SQLDecodable>(_ column: Int, as type: T.Type = T.self) throws -> T {
        try T.decode(self, column)
    }

    package var count: Int { Int(sqlite3_data_count(statement)) }

    package borrowing func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    package borrowing func integer(_ column: Int) throws -> Int64 {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_INTEGER else { throw mismatch(column, "an integer") }
        return sqlite3_column_int64(statement, Int32(column))
    }

    package borrowing func real(_ column: Int) throws -> Double {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_FLOAT, SQLITE_INTEGER: return sqlite3_column_double(statement, Int32(column))
        default: throw mismatch(column, "a number")
        }
    }

    package borrowing func text(_ column: Int) throws -> String {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column)) else {
            throw mismatch(column, "text")
        }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
        guard let text = String(validating: bytes, as: UTF8.self) else { throw mismatch(column, "text in UTF-8") }
        return text
    }

    package borrowing func bytes(_ column: Int) throws -> [UInt8] {
        guard sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB else { throw mismatch(column, "bytes") }
        // An empty blob has no address.
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }

    /// The error for a column that does not hold what was asked of it; values are not repeated in it.
    package borrowing func mismatch(_ column: Int, _ wanted: String) -> DatabaseError {
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
