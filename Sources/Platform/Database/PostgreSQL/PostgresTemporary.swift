// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Foundation

extension PostgresDatabase {
    /// A database of its own in a new schema, for tests and trials; the schema is gone when it is closed.
    package static func temporary(on server: PostgresAddress, connections: Int = 2) throws -> PostgresDatabase {
        let schema = "t_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try server.run("CREATE SCHEMA \(schema)")
        guard let address = server.inSchema(schema) else { throw DatabaseError(.unavailable, "no address for \(schema)") }
        var settings = Settings()
        settings.connections = connections
        return PostgresDatabase(address, settings: settings) { try? server.run("DROP SCHEMA \(schema) CASCADE") }
    }
}

extension PostgresAddress {
    /// The same server, with unqualified names looked up in one schema.
    package func inSchema(_ schema: String) -> PostgresAddress? {
        PostgresAddress(url + (url.contains("?") ? "&" : "?") + "options=-csearch_path%3D\(schema)")
    }

    /// Runs a statement on a connection of its own. Blocks.
    package func run(_ statement: String) throws {
        let handle = try connect()
        defer { PQfinish(handle) }
        let result = PQexec(handle, statement)
        defer { PQclear(result) }
        if let result, PQresultStatus(result) == PGRES_FATAL_ERROR { throw DatabaseError.postgres(result, sql: statement) }
    }
}
