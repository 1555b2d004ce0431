// SPDX-License-Identifier: Apache-2.0

/// A conversation with the database inside one transaction. It is only valid within the closure that was given it.
package protocol Connection: AnyObject {
    var dialect: Dialect { get }

    /// Runs a statement to its end; returns how many rows it inserted, changed or deleted itself.
    @discardableResult
    func execute(_ sql: SQL) throws -> Int

    /// Visits rows until the closure answers false.
    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws

    /// Runs the action after the unit of work was committed, never when it was rolled back. The action must be quick.
    func afterCommit(_ action: @escaping @Sendable () -> Void)
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
}
