// SPDX-License-Identifier: Apache-2.0

@testable import Database

/// The CREATE statements of an embedded database's schema, sorted by name: the same text for the same schema.
func schemaDump(_ database: any Database) async throws -> String {
    let statements = try await database.read { connection in
        try connection.all(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY tbl_name, type DESC, name"
        ) { row in try row.get(0, as: String.self) + ";\n" }
    }
    return statements.joined(separator: "\n")
}
