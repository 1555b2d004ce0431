// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Kernel

/// Moves everything of an embedded database to PostgreSQL, table by table and piece by piece. Each piece is committed together
/// with how far it went, so that a move that was cut off goes on where it was. While it runs nobody writes to the source.
package struct MoveToPostgres: Sendable {
    /// How far a move is, for the person who waits.
    package struct Progress: Sendable {
        package let table: String
        package let moved: Int
        package let rows: Int
    }

    package struct Outcome: Sendable, Hashable {
        package let tables: Int
        package let rows: Int
        /// Rows an earlier run had moved already.
        package let movedBefore: Int
    }

    private static let rowsInAPiece = 20_000

    let path: String
    let target: PostgresAddress

    /// - Parameters:
    ///   - path: the file of the embedded database, its schema brought up to date.
    ///   - target: a database whose schema has been made by the same migrations.
    package init(from path: String, to target: PostgresAddress) {
        (self.path, self.target) = (path, target)
    }

    package func callAsFunction(progress: @escaping @Sendable (Progress) -> Void) async throws -> Outcome {
        try await WorkerThreads(name: "move", count: 1).run { try move(progress) }
    }

    private func move(_ progress: (Progress) -> Void) throws -> Outcome {
        let source = try SQLiteConnection(path: path, role: .writer)
        try Moved.mark(source, to: target.description)
        // Holds every other writer off until the end, in this process and others.
        try source.execute("BEGIN IMMEDIATE")
        let copy = try CopyConnection(target)
        try copy.run(
            "CREATE TABLE IF NOT EXISTS moved_tables (name text PRIMARY KEY, rows bigint NOT NULL, last_key text[] NOT NULL, is_whole boolean NOT NULL)"
        )
        let tables = try MovedTable.all(of: source, as: copy)
        guard try tables.contains(where: { $0.isBegun }) || isEmpty(tables, copy) else { throw MoveProblem.targetNotEmpty }
        var (rows, before) = (0, 0)
        for table in tables {
            before += table.movedRows
            rows += try move(table, source, copy, progress)
        }
        try compare(tables, source, copy)
        try copy.run("DROP TABLE moved_tables")
        try source.execute("UPDATE moved_away SET is_whole = 1")
        try source.execute("COMMIT")
        return Outcome(tables: tables.count, rows: rows, movedBefore: before)
    }

    private func move(_ table: MovedTable, _ source: SQLiteConnection, _ copy: CopyConnection, _ progress: (Progress) -> Void) throws -> Int {
        guard !table.isWhole else { return 0 }
        let total = try source.value(SQL(unsafe: "SELECT count(*) FROM \(table.name)"), as: Int.self) ?? 0
        var (key, moved) = (table.lastKey, table.movedRows)
        var isWhole = false
        while !isWhole {
            var count = 0
            try copy.run("BEGIN")
            try copy.begin(table.name, table.columns.map(\.name))
            try source.scan(table.piece(after: key, limit: Self.rowsInAPiece)) { row in
                try copy.add(row, table)
                key = try table.key(row)
                count += 1
                return true
            }
            try copy.end()
            moved += count
            isWhole = count < Self.rowsInAPiece
            try copy.remember(table.name, rows: moved, key: key ?? [], isWhole: isWhole)
            try copy.run("COMMIT")
            progress(Progress(table: table.name, moved: moved, rows: total))
        }
        if let counter = table.counter {
            try copy.run("SELECT setval(pg_get_serial_sequence('\(table.name)', '\(counter)'), max(\(counter))) FROM \(table.name)")
        }
        return moved - table.movedRows
    }

    private func isEmpty(_ tables: [MovedTable], _ copy: CopyConnection) throws -> Bool {
        for table in tables where try copy.number("SELECT count(*) FROM (SELECT 1 FROM \(table.name) LIMIT 1) AS first") > 0 { return false }
        return true
    }

    private func compare(_ tables: [MovedTable], _ source: SQLiteConnection, _ copy: CopyConnection) throws {
        for table in tables {
            let count = SQL(unsafe: "SELECT count(*) FROM \(table.name)")
            let (here, there) = (try source.value(count, as: Int.self) ?? 0, try copy.number(count.text))
            guard here == there else { throw MoveProblem.differentRows(table.name, here, there) }
        }
    }
}

/// Why a move cannot be made, or was not whole.
package enum MoveProblem: Error, Hashable, CustomStringConvertible {
    case targetNotEmpty
    case differentSchema(String)
    case differentRows(String, Int, Int)
    case circularTables([String])

    package var description: String {
        switch self {
        case .targetNotEmpty: "The database to move to holds data of its own. Move into an empty one."
        case .differentSchema(let table):
            "The table \(table) is not the same on both sides. Run motcua migrate on both with this version, then move again."
        case .differentRows(let table, let here, let there):
            "The table \(table) has \(here) rows here and \(there) there. Empty the database to move to and move again."
        case .circularTables(let names): "These tables point at each other: \(names.joined(separator: ", "))."
        }
    }
}

/// The mark on an embedded database that is being moved, or has been: nobody may go on working in it by mistake.
package struct Moved: Sendable, Hashable {
    package let target: String
    package let isWhole: Bool

    /// Nil for a database that stays.
    package init?(_ connection: any Connection) throws {
        guard connection.dialect == .sqlite, try connection.hasTable("moved_away") else { return nil }
        guard
            let mark = try connection.first(
                "SELECT target, is_whole FROM moved_away", { (try $0.get(0, as: String.self), try $0.get(1, as: Bool.self)) })
        else { return nil }
        (target, isWhole) = mark
    }

    /// Takes the mark away: work goes on in the embedded database after all.
    package static func forget(_ connection: any Connection) throws {
        try connection.execute("DROP TABLE IF EXISTS moved_away")
    }

    fileprivate static func mark(_ connection: any Connection, to target: String) throws {
        try connection.execute("CREATE TABLE IF NOT EXISTS moved_away (target TEXT NOT NULL, is_whole INTEGER NOT NULL) STRICT")
        try connection.execute("INSERT INTO moved_away (target, is_whole) SELECT \(target), 0 WHERE NOT EXISTS (SELECT 1 FROM moved_away)")
    }
}
