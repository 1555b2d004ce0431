// SPDX-License-Identifier: Apache-2.0

/// The prepared statements of one connection by their text; the one longest unused makes room for a new one.
struct StatementCache {
    private let capacity: Int
    private var statements: [String: SQLiteStatement] = [:]
    private var clock = 0

    init(capacity: Int) {
        self.capacity = capacity
    }

    var count: Int { statements.count }

    /// A statement ready to bind, marked as running. One that is running already (a query within its own rows) is
    /// prepared a second time and not kept.
    mutating func statement(for text: String, on database: OpaquePointer) throws -> SQLiteStatement {
        clock += 1
        let known = statements[text]
        if let known, !known.isRunning {
            known.lastUse = clock
            known.isRunning = true
            return known
        }
        let statement = try SQLiteStatement(text, on: database)
        statement.isRunning = true
        if known == nil {
            if statements.count >= capacity { removeOldest() }
            statement.lastUse = clock
            statements[text] = statement
        }
        return statement
    }

    mutating func removeAll() {
        statements = [:]
    }

    private mutating func removeOldest() {
        if let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse }) { statements[oldest.key] = nil }
    }
}
