// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Kernel

/// A prepared statement; it is finalized when nobody holds it any more.
final class SQLiteStatement {
    let handle: OpaquePointer
    let isReadOnly: Bool
    var isRunning = false
    /// When the cache last handed it out.
    var lastUse = 0
    private let parameterCount: Int32

    init(_ text: String, on database: OpaquePointer) throws {
        var statement: OpaquePointer?
        var text = text
        let (code, isSingle) = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                var tail: UnsafePointer<CChar>?
                let code = sqlite3_prepare_v3(
                    database, characters.baseAddress, Int32(characters.count), UInt32(SQLITE_PREPARE_PERSISTENT), &statement, &tail)
                let used = tail.flatMap { tail in characters.baseAddress.map { tail - $0 } } ?? characters.count
                return (code, bytes.dropFirst(used).allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ";") })
            }
        }
        guard code == SQLITE_OK else { throw DatabaseError.sqlite(database, sql: text) }
        guard let statement, isSingle else {
            sqlite3_finalize(statement)
            throw DatabaseError(.other(code: Int(SQLITE_MISUSE)), "an SQL value holds exactly one statement", sql: text)
        }
        handle = statement
        isReadOnly = sqlite3_stmt_readonly(statement) != 0
        parameterCount = sqlite3_bind_parameter_count(statement)
    }

    deinit {
        sqlite3_finalize(handle)
    }

    func reset() {
        sqlite3_reset(handle)
        if parameterCount > 0 { sqlite3_clear_bindings(handle) }
        isRunning = false
    }

    func bind(_ sql: SQL) throws {
        guard sql.values.count == Int(parameterCount) else {
            throw DatabaseError(
                .other(code: Int(SQLITE_MISUSE)), "\(parameterCount) parameters, but \(sql.values.count) values", sql: sql.text)
        }
        for index in sql.values.indices {
            let code = try bind(sql.values[index], at: Int32(index + 1), of: sql)
            guard code == SQLITE_OK else { throw DatabaseError.sqlite(sqlite3_db_handle(handle), sql: sql.text) }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32, of sql: SQL) throws -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(handle, index)
        case .integer(let number): sqlite3_bind_int64(handle, index, number)
        case .real(let number): sqlite3_bind_double(handle, index, number)
        case .boolean(let flag): sqlite3_bind_int64(handle, index, flag ? 1 : 0)
        case .instant(let instant): sqlite3_bind_int64(handle, index, instant.milliseconds)
        case .text(let text), .json(let text): try bind(text, at: index, of: sql)
        case .bytes(let bytes): bind(bytes, at: index)
        }
    }

    private func bind(_ text: String, at index: Int32, of sql: SQL) throws -> Int32 {
        var text = text
        return try text.withUTF8 { bytes in
            guard !bytes.contains(0) else {
                throw DatabaseError(.invalidText, "parameter $\(index) holds a NUL character", sql: sql.text)
            }
            return bytes.withMemoryRebound(to: CChar.self) { csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count)) }
        }
    }

    private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
        guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
        return bytes.withUnsafeBytes { csqlite_bind_blob(handle, index, $0.baseAddress, UInt64($0.count)) }
    }
}
