// SPDX-License-Identifier: Apache-2.0

/// The CREATE statements of the schema, sorted by name: the same text for the same schema.
package func schemaDump(_ database: any Database) async throws -> String {
    let statements = try await database.read { connection in
        switch connection.dialect {
        case .sqlite:
            try connection.all(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
            ) { row in try row.get(0, as: String.self) + ";\n" }
        case .postgres:
            throw DatabaseError(.other(code: 0), "the schema of PostgreSQL is dumped by pg_dump --schema-only")
        }
    }
    return statements.joined(separator: "\n")
}
