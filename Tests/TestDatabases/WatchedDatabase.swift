// SPDX-License-Identifier: Apache-2.0

package import Database
import Synchronization

/// A database that asks its engine for the plan of every statement before it runs it for the first time, and refuses one whose
/// cost grows with the years. So no query of any room escapes, however new it is.
package final class WatchedDatabase: Database {
    private let base: any Database
    private let records = Mutex<[SQL]?>(nil)

    package init(_ base: any Database) {
        self.base = base
    }

    package var dialect: Dialect { base.dialect }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.read { [self] connection in try body(WatchedConnection(connection, note)) }
    }

    package func lookUp<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.lookUp { [self] connection in try body(WatchedConnection(connection, note)) }
    }

    @discardableResult
    package func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await base.write(isolation) { [self] connection in try body(WatchedConnection(connection, note)) }
    }

    package func notifications(_ channel: String) -> AsyncStream<String> { base.notifications(channel) }

    package func close() async { await base.close() }

    /// What is run from now on until `recorded` is asked for, each text once.
    package func record() { records.withLock { $0 = [] } }

    package func recorded() -> [SQL] {
        records.withLock { records in
            defer { records = nil }
            return records ?? []
        }
    }

    private func note(_ sql: SQL) {
        records.withLock { records in
            if records?.contains(where: { $0.text == sql.text }) == false { records?.append(sql) }
        }
    }
}

/// Looks at each statement on its way.
private final class WatchedConnection: Connection {
    private let base: any Connection
    private let note: (SQL) -> Void

    init(_ base: any Connection, _ note: @escaping (SQL) -> Void) {
        (self.base, self.note) = (base, note)
    }

    var dialect: Dialect { base.dialect }

    func execute(_ sql: SQL) throws -> Int {
        try look(at: sql)
        return try base.execute(sql)
    }

    func send(_ sql: SQL) throws {
        try look(at: sql)
        try base.send(sql)
    }

    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws {
        try look(at: sql)
        try base.scan(sql, body)
    }

    func afterCommit(_ action: @escaping @Sendable () -> Void) { base.afterCommit(action) }

    func notify(_ channel: String, _ payload: String) throws { try base.notify(channel, payload) }

    private func look(at sql: SQL) throws {
        guard sql.isQuestion else { return }
        note(sql)
        try PlanWatch.look(at: sql, base)
    }
}

/// Which statements were looked at in this process.
private enum PlanWatch {
    private static let seen = Mutex<Set<String>>([])
    private static let ways = ["enable_seqscan", "enable_sort", "enable_hashjoin", "enable_mergejoin"]

    static func look(at sql: SQL, _ connection: any Connection) throws {
        guard seen.withLock({ $0.insert("\(connection.dialect) \(sql.text)").inserted }) else { return }
        if connection.dialect == .postgres {
            // Tables are nearly empty here: what is asked is whether an index could serve at all.
            for way in ways { try connection.execute("SET LOCAL \(unsafe: way) = off") }
        }
        let plan = try QueryPlan(of: sql, connection)
        if connection.dialect == .postgres {
            for way in ways { try connection.execute("SET LOCAL \(unsafe: way) = on") }
        }
        if let fault = plan.fault { throw GrowingCost(sql: sql.text, fault: fault, plan: plan.lines) }
    }
}

/// A statement that would cost more every year.
package struct GrowingCost: Error, CustomStringConvertible {
    package let sql: String
    package let fault: String
    package let plan: [String]

    package var description: String {
        "\(fault)\n\(sql)\n\(plan.joined(separator: "\n"))\nGive it an index, or name it in BoundedStatements with the reason."
    }
}

extension SQL {
    /// Reads or changes rows, so that there is a plan. What a test does itself to whole tables begins with `/* by hand */`.
    var isQuestion: Bool {
        let beginning = text.drop { $0.isWhitespace }
        return ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"].contains { beginning.hasPrefix($0) }
    }
}
