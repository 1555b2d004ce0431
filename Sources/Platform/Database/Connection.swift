// SPDX-License-Identifier: Apache-2.0

/// A conversation with the database inside one transaction. It is only valid within the closure that was given it.
package protocol Connection: AnyObject {
    var dialect: Dialect { get }

    /// Runs a statement to its end; returns how many rows it inserted, changed or deleted itself.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Runs a statement whose count of rows nobody needs: it may travel together with those that follow. An error fails the unit.
    func send(_ sql: SQL) throws

    /// Visits rows until the closure answers false.
    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws

    /// Runs the action after the unit of work was committed, never when it was rolled back. The action must be quick.
    func afterCommit(_ action: @escaping @Sendable () -> Void)

    /// Tells everybody who listens to the channel, in every process on this database, once the unit of work is committed.
    /// The payload is short (under 8,000 bytes) and no secret.
    func notify(_ channel: String, _ payload: String) throws
}

extension Connection {
    package func forEach(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try scan(sql) { row in
            try body(row)
            return true
        }
    }

    package func all<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> [T] {
        var result: [T] = []
        try scan(sql) { row in
            result.append(try decode(row))
            return true
        }
        return result
    }

    /// The first row, nil where there is none.
    package func first<T>(_ sql: SQL, _ decode: (borrowing Row) throws -> T) throws -> T? {
        var result: T?
        try scan(sql) { row in
            result = try decode(row)
            return false
        }
        return result
    }

    /// The first column of the first row, nil where there is no row. Ask for an optional type when it may be NULL.
    package func value<T: SQLDecodable>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try first(sql) { row in try row.get(0, as: type) }
    }

    /// True when there is a table of that name where unqualified names are looked up.
    package func hasTable(_ name: String) throws -> Bool {
        switch dialect {
        case .sqlite: try value("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = \(name)", as: Int.self) == 1
        case .postgres: try value("SELECT to_regclass(\(name)) IS NOT NULL", as: Bool.self) == true
        }
    }
}
