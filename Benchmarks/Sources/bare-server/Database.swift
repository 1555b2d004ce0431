// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// Where the rows go: a file of SQLite, or a server of PostgreSQL.
enum Database: Sendable {
    case file(String)
    case server(String)

    init(_ text: String) {
        self = text.hasPrefix("postgres://") ? .server(text) : .file(text)
    }

    /// The columns of the first row as texts, on a connection of its own: for what is looked up once.
    func first(_ sql: String, _ parameters: [String] = []) throws -> [String]? {
        switch self {
        case .server(let address): return try PostgresHandle(address: address).first(sql, parameters)
        case .file(let path):
            let handle = try SQLiteHandle(path: path, writes: false)
            let statement = try handle.prepare(sql)
            defer {
                sqlite3_finalize(statement)
                sqlite3_close_v2(handle.database)
            }
            for (index, parameter) in parameters.enumerated() { bind(statement, Int32(index + 1), parameter) }
            guard sqlite3_step(statement) == SQLITE_ROW else { return nil }
            return (0..<sqlite3_column_count(statement)).map { text(statement, $0) }
        }
    }

    /// Bytes of a column in hexadecimal.
    func hexadecimal(_ column: String) -> String {
        switch self {
        case .file: "hex(\(column))"
        case .server: "encode(\(column), 'hex')"
        }
    }

    /// The writer's own connection.
    func rows() throws -> any FilingRows {
        switch self {
        case .file(let path): try SQLiteRows(path: path)
        case .server(let address): try PostgresRows(address: address)
        }
    }
}
