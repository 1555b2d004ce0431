// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Kernel

/// One row of a result that libpq holds, all columns in their binary form.
struct PostgresRow {
    let result: OpaquePointer
    let row: Int32
    let sql: String

    var count: Int { Int(PQnfields(result)) }

    func isNull(_ column: Int) -> Bool {
        column >= count || PQgetisnull(result, row, Int32(column)) != 0
    }

    /// Nil where the column holds no whole number.
    func integer(_ column: Int) -> Int64? {
        guard let bytes = bytes(of: column) else { return nil }
        switch type(column) {
        case .int8 where bytes.count == 8: return Int64(bitPattern: bigEndian(bytes))
        case .int4 where bytes.count == 4: return Int64(Int32(truncatingIfNeeded: bigEndian(bytes)))
        case .int2 where bytes.count == 2: return Int64(Int16(truncatingIfNeeded: bigEndian(bytes)))
        case .numeric: return PostgresBinary.wholeNumber(bytes)
        default: return nil
        }
    }

    func real(_ column: Int) -> Double? {
        guard let bytes = bytes(of: column) else { return nil }
        switch type(column) {
        case .float8 where bytes.count == 8: return Double(bitPattern: bigEndian(bytes))
        case .float4 where bytes.count == 4: return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bigEndian(bytes))))
        default: return integer(column).map(Double.init)
        }
    }

    func boolean(_ column: Int) -> Bool? {
        guard type(column) == .bool, let bytes = bytes(of: column), bytes.count == 1 else { return nil }
        return bytes[0] != 0
    }

    func instant(_ column: Int) -> Instant? {
        guard type(column) == .timestamptz, let bytes = bytes(of: column), bytes.count == 8 else { return nil }
        return PostgresMoment.decoded(Int64(bitPattern: bigEndian(bytes)))
    }

    /// Text as it is; a uuid, a date and JSON as they are written.
    func text(_ column: Int) -> String? {
        guard let bytes = bytes(of: column) else { return nil }
        switch type(column) {
        case .uuid where bytes.count == 16: return PostgresBinary.uuidText(bytes)
        case .date where bytes.count == 4:
            // Days from 2000-01-01.
            return LocalDate(year: 2000, month: 1, day: 1)?.adding(days: Int(Int32(truncatingIfNeeded: bigEndian(bytes)))).iso
        case .jsonb where !bytes.isEmpty: return String(validating: UnsafeRawBufferPointer(rebasing: bytes.dropFirst()), as: UTF8.self)
        case let type where Oid.textual.contains(type): return String(validating: bytes, as: UTF8.self)
        default: return nil
        }
    }

    func blob(_ column: Int) -> [UInt8]? {
        type(column) == .bytea ? bytes(of: column).map(Array.init) : nil
    }

    func mismatch(_ column: Int, _ wanted: String) -> DatabaseError {
        let name = PQfname(result, Int32(column)).map { String(cString: $0) } ?? "?"
        let found = column >= count ? "nothing, there are \(count) columns" : isNull(column) ? "NULL" : "a value of type \(type(column))"
        return DatabaseError(.decoding, "column \(column) (\(name)): \(wanted) was expected, \(found) was found", sql: sql)
    }

    private func type(_ column: Int) -> Oid { PQftype(result, Int32(column)) }

    private func bytes(of column: Int) -> UnsafeRawBufferPointer? {
        guard !isNull(column), let start = PQgetvalue(result, row, Int32(column)) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(column))))
    }

    private func bigEndian(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var number: UInt64 = 0
        for byte in bytes { number = number << 8 | UInt64(byte) }
        return number
    }
}
