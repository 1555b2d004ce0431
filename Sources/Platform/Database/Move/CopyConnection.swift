// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Kernel

/// A connection that writes rows by PostgreSQL's COPY, the quickest way in. Blocks.
final class CopyConnection {
    private static let bufferLimit = 1 << 18
    private let handle: OpaquePointer
    private var buffer: [UInt8] = []

    init(_ address: PostgresAddress) throws {
        handle = try address.connect()
        buffer.reserveCapacity(Self.bufferLimit + 4096)
        try run("SET statement_timeout = 0")
    }

    deinit {
        PQfinish(handle)
    }

    func run(_ statement: String) throws {
        PQclear(try result(PQexec(handle, statement), statement))
    }

    func number(_ statement: String) throws -> Int {
        let result = try result(PQexec(handle, statement), statement)
        defer { PQclear(result) }
        return PQgetvalue(result, 0, 0).flatMap { Int(String(cString: $0)) } ?? 0
    }

    /// The columns of a table where unqualified names are looked up; none where there is no such table.
    func columns(of table: String) throws -> [String: (type: String, isCounter: Bool)] {
        let rows = try texts(
            """
            SELECT column_name, udt_name, is_identity FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = \(quoted(table))
            """)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], (type: $0[1], isCounter: $0[2] == "YES")) })
    }

    func state(of table: String) throws -> (rows: Int, isWhole: Bool, key: [String])? {
        let rows = try texts(
            """
            SELECT rows, is_whole, key FROM moved_tables LEFT JOIN unnest(last_key) WITH ORDINALITY AS keys (key, place) ON true
            WHERE name = \(quoted(table)) ORDER BY place
            """)
        guard let first = rows.first else { return nil }
        return (Int(first[0]) ?? 0, first[1] == "t", rows.map { $0[2] })
    }

    func remember(_ table: String, rows: Int, key: [String], isWhole: Bool) throws {
        let array = "{" + key.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }.joined(separator: ",") + "}"
        try run(
            """
            INSERT INTO moved_tables (name, rows, last_key, is_whole) VALUES (\(quoted(table)), \(rows), \(quoted(array)), \(isWhole))
            ON CONFLICT (name) DO UPDATE SET rows = excluded.rows, last_key = excluded.last_key, is_whole = excluded.is_whole
            """)
    }

    private func quoted(_ text: String) -> String {
        guard let literal = PQescapeLiteral(handle, text, text.utf8.count) else { return "NULL" }
        defer { PQfreemem(literal) }
        return String(cString: literal)
    }

    // MARK: COPY

    func begin(_ table: String, _ columns: [String]) throws {
        let statement = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
        let result = PQexec(handle, statement)
        defer { PQclear(result) }
        guard let result, PQresultStatus(result) == PGRES_COPY_IN else { throw failure(result, statement) }
    }

    /// One line of the row's values, in the order of the table's columns.
    func add(_ row: borrowing Row, _ table: MovedTable) throws {
        for (index, column) in table.columns.enumerated() {
            if index > 0 { buffer.append(UInt8(ascii: "\t")) }
            if row.isNull(index) { buffer += #"\N"#.utf8 } else { try append(row, index, column.type) }
        }
        buffer.append(UInt8(ascii: "\n"))
        if buffer.count >= Self.bufferLimit { try flush() }
    }

    func end() throws {
        try flush()
        guard PQputCopyEnd(handle, nil) == 1 else { throw failure(nil, "COPY") }
        // Errors of all rows come with the end; an empty result follows.
        let result = try result(PQgetResult(handle), "COPY")
        PQclear(result)
        PQclear(PQgetResult(handle))
    }

    private func append(_ row: borrowing Row, _ column: Int, _ type: String) throws {
        switch type {
        case "int8", "int4": buffer += String(try row.integer(column)).utf8
        case "float8": buffer += String(try row.real(column)).utf8
        case "bool": buffer.append(try row.boolean(column) ? UInt8(ascii: "t") : UInt8(ascii: "f"))
        case "timestamptz": buffer += try row.instant(column).rfc3339.utf8
        case "bytea":
            buffer += #"\\x"#.utf8
            for byte in try row.bytes(column) { buffer += [Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]] }
        default: appendEscaped(try row.text(column))
        }
    }

    private static let hex = Array("0123456789abcdef".utf8)

    private func appendEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): buffer += #"\\"#.utf8
            case UInt8(ascii: "\t"): buffer += #"\t"#.utf8
            case UInt8(ascii: "\n"): buffer += #"\n"#.utf8
            case UInt8(ascii: "\r"): buffer += #"\r"#.utf8
            default: buffer.append(byte)
            }
        }
    }

    private func flush() throws {
        guard !buffer.isEmpty else { return }
        let isSent = buffer.withUnsafeBytes { bytes in
            PQputCopyData(handle, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count)) == 1
        }
        buffer.removeAll(keepingCapacity: true)
        guard isSent else { throw failure(nil, "COPY") }
    }

    // MARK: Results

    private func texts(_ statement: String) throws -> [[String]] {
        let result = try result(PQexec(handle, statement), statement)
        defer { PQclear(result) }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in PQgetvalue(result, row, column).map { String(cString: $0) } ?? "" }
        }
    }

    private func result(_ result: OpaquePointer?, _ statement: String) throws -> OpaquePointer {
        guard let result, [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            defer { PQclear(result) }
            throw failure(result, statement)
        }
        return result
    }

    private func failure(_ result: OpaquePointer?, _ statement: String) -> DatabaseError {
        guard let result else { return DatabaseError(.unavailable, "the connection to the server is lost", sql: statement) }
        return DatabaseError.postgres(result, sql: statement)
    }
}
