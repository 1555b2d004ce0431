// SPDX-License-Identifier: Apache-2.0

/// Brings a database to the schema this program knows: forward only, in order, each step a unit of work.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Applies what is missing and returns the names of it.
    package func migrate(_ database: any Database) async throws -> [String] {
        var applied: [String] = []
        for migration in try await missing(database) {
            let isNew = try await database.write { connection in
                try Self.apply(migration, connection)
            }
            if isNew { applied.append(migration.name) }
        }
        return applied
    }

    /// The names of what `migrate` would apply.
    package func pending(_ database: any Database) async throws -> [String] {
        try await missing(database).map(\.name)
    }

    private func missing(_ database: any Database) async throws -> [Migration] {
        var known: [String: Migration] = [:]
        for migration in migrations where known.updateValue(migration, forKey: migration.name) != nil {
            throw MigrationProblem.duplicateName(migration.name)
        }
        let applied = try await Self.applied(database)
        for (name, checksum) in applied {
            guard let migration = known[name] else { throw MigrationProblem.databaseIsNewer(name) }
            guard migration.checksum == checksum else { throw MigrationProblem.editedAfterwards(name) }
        }
        return migrations.filter { applied[$0.name] == nil }
    }

    /// Names and checksums of what the database has been through.
    private static func applied(_ database: any Database) async throws -> [String: String] {
        let table = database.dialect.rendering(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at {instant} NOT NULL
            ) {strict}
            """)
        return try await database.write { connection in
            try connection.execute(SQL(unsafe: table))
            var result: [String: String] = [:]
            try connection.forEach("SELECT name, checksum FROM schema_migrations") { row in
                result[try row.get(0)] = try row.get(1, as: String.self)
            }
            return result
        }
    }

    /// False when another process was quicker.
    private static func apply(_ migration: Migration, _ connection: any Connection) throws -> Bool {
        let isNew = try connection.execute(
            """
            INSERT INTO schema_migrations (name, checksum, applied_at)
            VALUES (\(migration.name), \(migration.checksum), \(connection.dialect.currentInstant))
            ON CONFLICT (name) DO NOTHING
            """)
        guard isNew == 1 else { return false }
        for statement in migration.statements {
            try connection.execute(SQL(unsafe: connection.dialect.rendering(statement)))
        }
        return true
    }
}

/// Why a database and this program do not belong together.
package enum MigrationProblem: Error, Hashable, CustomStringConvertible {
    case duplicateName(String)
    case databaseIsNewer(String)
    case editedAfterwards(String)

    package var description: String {
        switch self {
        case .duplicateName(let name): "two migrations are named \(name)"
        case .databaseIsNewer(let name): "the database has been through \(name), which this program does not know: it needs a newer program"
        case .editedAfterwards(let name): "migration \(name) was edited after it had been applied: restore its text and add a new migration"
        }
    }
}
