// SPDX-License-Identifier: Apache-2.0

/// What a database has been through, in a table of its own.
struct SchemaRecord: Sendable {
    struct Step: Sendable, Hashable {
        let checksum: String
        /// Nil for steps older than stages.
        let stage: Migration.Stage?
    }

    let steps: [String: Step]

    /// Nobody has worked on this schema yet.
    var isEmpty: Bool { steps.isEmpty }

    /// Makes the table where there is none.
    static func read(_ connection: any Connection) throws -> SchemaRecord {
        let table = connection.dialect.rendering(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at {instant} NOT NULL, stage TEXT
            ) {strict}
            """)
        try connection.execute(SQL(unsafe: table))
        if try !hasStages(connection) { try connection.execute("ALTER TABLE schema_migrations ADD COLUMN stage TEXT") }
        var steps: [String: Step] = [:]
        try connection.forEach("SELECT name, checksum, stage FROM schema_migrations") { row in
            let stage = try row.get(2, as: String?.self)
            steps[try row.get(0)] = Step(checksum: try row.get(1), stage: stage.flatMap(Migration.Stage.init(rawValue:)))
        }
        return SchemaRecord(steps: steps)
    }

    /// False when another process was quicker.
    static func add(_ migration: Migration, _ connection: any Connection) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO schema_migrations (name, checksum, applied_at, stage)
            VALUES (\(migration.name), \(migration.checksum), \(connection.dialect.currentInstant), \(migration.stage.rawValue))
            ON CONFLICT (name) DO NOTHING
            """) == 1
    }

    private static func hasStages(_ connection: any Connection) throws -> Bool {
        let count: Int? =
            switch connection.dialect {
            case .sqlite: try connection.value("SELECT count(*) FROM pragma_table_info('schema_migrations') WHERE name = 'stage'")
            case .postgres:
                try connection.value(
                    """
                    SELECT count(*) FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = 'schema_migrations' AND column_name = 'stage'
                    """)
            }
        return count == 1
    }
}
