// SPDX-License-Identifier: Apache-2.0

/// A table as it is read on one side and written on the other.
struct MovedTable {
    struct Column {
        let name: String
        /// PostgreSQL's name of the type, `timestamptz`.
        let type: String
    }

    let name: String
    let columns: [Column]
    /// What rows are ordered and continued by: the row's number, or the primary key where rows lie in its order.
    let keys: [String]
    /// A column the engine counts up itself.
    let counter: String?
    let isBegun: Bool
    let isWhole: Bool
    let movedRows: Int
    /// The key of the last row moved, as text; nil before the first.
    let lastKey: [String]?

    /// Names nothing is moved from: they are made by the migrations themselves.
    private static let own = ["schema_migrations", "moved_tables", "moved_away"]

    /// All tables of the source, those that others point at first.
    static func all(of source: SQLiteConnection, as copy: CopyConnection) throws -> [MovedTable] {
        let names = try source.all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name") { row in
            try row.get(0, as: String.self)
        }
        return try ordered(names.filter { !own.contains($0) }, source).map { try MovedTable($0, source, copy) }
    }

    private init(_ name: String, _ source: SQLiteConnection, _ copy: CopyConnection) throws {
        let here = try source.all("SELECT name, pk FROM pragma_table_info(\(name)) ORDER BY cid") { row in
            (name: try row.get(0, as: String.self), place: try row.get(1, as: Int.self))
        }
        let there = try copy.columns(of: name)
        guard Set(here.map(\.name)) == Set(there.keys) else { throw MoveProblem.differentSchema(name) }
        let isClustered = try source.value("SELECT wr FROM pragma_table_list(\(name)) WHERE schema = 'main'", as: Int.self) == 1
        let state = try copy.state(of: name)
        self.name = name
        columns = here.map { column in Column(name: column.name, type: there[column.name]?.type ?? "text") }
        keys = isClustered ? here.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name) : ["rowid"]
        counter = there.first { $0.value.isCounter }?.key
        (isBegun, isWhole, movedRows, lastKey) = (state != nil, state?.isWhole ?? false, state?.rows ?? 0, state?.key)
    }

    /// The next rows: the columns, then the key.
    func piece(after key: [String]?, limit: Int) -> SQL {
        let list = SQL(unsafe: (columns.map(\.name) + keys).joined(separator: ", "))
        let order = SQL(unsafe: keys.joined(separator: ", "))
        var condition = SQL.empty
        if let key, key.count == keys.count {
            // Keys are remembered as text; a number must be compared as one.
            let values = zip(keys, key).map { name, text in isNumber(name) ? Int64(text).map { "\($0)" as SQL } ?? "\(text)" : "\(text)" as SQL }
            condition = " WHERE (\(sql: order)) > (\(sql: values.joined(separator: ", ")))"
        }
        return "SELECT \(sql: list) FROM \(unsafe: name)\(sql: condition) ORDER BY \(sql: order) LIMIT \(limit)"
    }

    func key(_ row: borrowing Row) throws -> [String] {
        var result: [String] = []
        for (index, name) in keys.enumerated() {
            let column = columns.count + index
            result.append(isNumber(name) ? String(try row.integer(column)) : try row.text(column))
        }
        return result
    }

    private func isNumber(_ key: String) -> Bool {
        guard key != "rowid" else { return true }
        let type = columns.first { $0.name == key }?.type ?? ""
        return ["int8", "int4", "bool", "timestamptz"].contains(type)
    }

    private static func ordered(_ names: [String], _ source: SQLiteConnection) throws -> [String] {
        var targets: [String: Set<String>] = [:]
        for name in names {
            let others = try source.all(#"SELECT DISTINCT "table" FROM pragma_foreign_key_list(\#(name))"#) { row in try row.get(0, as: String.self) }
            targets[name] = Set(others).subtracting([name])
        }
        var (result, waiting) = ([String](), names)
        while !waiting.isEmpty {
            let ready = waiting.filter { targets[$0, default: []].isSubset(of: result) }
            guard !ready.isEmpty else { throw MoveProblem.circularTables(waiting) }
            result += ready
            waiting.removeAll { ready.contains($0) }
        }
        return result
    }
}
