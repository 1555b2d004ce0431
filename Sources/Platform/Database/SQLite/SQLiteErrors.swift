// SPDX-License-Identifier: Apache-2.0

import CSQLite

extension DatabaseError {
    /// The last error of a connection.
    static func sqlite(_ database: OpaquePointer?, sql: String? = nil) -> DatabaseError {
        let code = database.map { sqlite3_extended_errcode($0) } ?? SQLITE_NOMEM
        let message = database.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "out of memory"
        return DatabaseError(kind(code, message), message, sql: sql)
    }

    private static func kind(_ code: Int32, _ message: String) -> Kind {
        // Extended codes are the primary code in the low byte and a detail above it; the macros are not imported.
        switch (code & 0xFF, code >> 8) {
        case (SQLITE_CONSTRAINT, 6), (SQLITE_CONSTRAINT, 8), (SQLITE_CONSTRAINT, 10): .uniqueViolation(constraint: uniqueConstraint(message))
        case (SQLITE_CONSTRAINT, 1): .checkViolation
        case (SQLITE_CONSTRAINT, 3): .foreignKeyViolation
        case (SQLITE_CONSTRAINT, 5): .notNullViolation
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): .busy
        default: .other(code: Int(code))
        }
    }

    /// `UNIQUE constraint failed: accounts.username` or `… failed: index 'accounts_folded_name'`.
    private static func uniqueConstraint(_ message: String) -> String {
        let marker = "constraint failed: "
        guard let range = message.firstRange(of: marker) else { return message }
        let columns = message[range.upperBound...]
        return columns.hasPrefix("index '") ? String(columns.dropFirst(7).dropLast()) : String(columns)
    }
}
