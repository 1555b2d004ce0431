// SPDX-License-Identifier: Apache-2.0

/// Brings a database to the schema this program knows: forward only, in order. On a server that older programs may be working
/// with it only adds (docs/adr/0011); the embedded engine has one program, so there everything is done at once.
package struct Migrator: Sendable {
    private let migrations: [Migration]

    package init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    /// Which steps may be taken now.
    package enum Reach: Sendable, Hashable {
        /// Those an older program does not mind.
        case additions
        /// All: no older program is at work.
        case everything
    }

    /// Names the schema that this program knows, the same for programs that know the same.
    package var fingerprint: String {
        Migration(name: "", statements: migrations.map(\.name).sorted()).checksum
    }

    /// Applies what is missing and may be applied; returns the names of it.
    package func migrate(_ database: any Database, _ reach: Reach = .additions) async throws -> [String] {
        let record = try await record(database)
        let (now, _) = try missing(record, reach, database.dialect)
        // Nobody works on an empty schema: all of it comes at once, or nothing.
        let units = record.isEmpty ? [now] : now.map { [$0] }
        var applied: [String] = []
        for unit in units where !unit.isEmpty {
            applied += try await database.write { connection in
                try Self.layGround(connection)
                return try unit.filter { try Self.apply($0, connection) }.map(\.name)
            }
        }
        return applied
    }

    /// The names of what `migrate` would apply.
    package func pending(_ database: any Database) async throws -> [String] {
        try missing(try await record(database), .additions, database.dialect).now.map(\.name)
    }

    /// The names of what waits until no older program is at work.
    package func waiting(_ database: any Database) async throws -> [String] {
        try missing(try await record(database), .additions, database.dialect).later.map(\.name)
    }

    private func record(_ database: any Database) async throws -> SchemaRecord {
        try await database.write { connection in
            try Self.layGround(connection)
            return try SchemaRecord.read(connection)
        }
    }

    private func missing(_ record: SchemaRecord, _ reach: Reach, _ dialect: Dialect) throws -> (now: [Migration], later: [Migration]) {
        try check(record)
        let missing = migrations.filter { record.steps[$0.name] == nil }
        if record.isEmpty || reach == .everything || dialect == .sqlite { return (missing, []) }
        let later = missing.filter { $0.stage == .contract }
        for next in missing where next.stage == .expand {
            // Written after it, so it may stand on it.
            let earlier = missing.prefix { $0.name != next.name }.first { $0.stage == .contract && $0.context == next.context }
            if let earlier { throw MigrationProblem.contractFirst(earlier.name, before: next.name) }
        }
        return (missing.filter { $0.stage == .expand }, later)
    }

    /// Whether this program and what the database has been through belong together.
    private func check(_ record: SchemaRecord) throws {
        var known: [String: Migration] = [:]
        for migration in migrations {
            guard known.updateValue(migration, forKey: migration.name) == nil else { throw MigrationProblem.duplicateName(migration.name) }
            if migration.stage == .expand, migration.takesAway { throw MigrationProblem.takesAway(migration.name) }
        }
        for (name, step) in record.steps.sorted(by: { $0.key < $1.key }) {
            if let migration = known[name] {
                guard migration.checksum == step.checksum else { throw MigrationProblem.editedAfterwards(name) }
            } else if step.stage != .expand {
                throw MigrationProblem.databaseIsNewer(name)
            }
        }
    }

    private static func layGround(_ connection: any Connection) throws {
        for statement in connection.dialect.groundwork { try connection.execute(statement) }
    }

    /// False when another process was quicker.
    private static func apply(_ migration: Migration, _ connection: any Connection) throws -> Bool {
        guard try SchemaRecord.add(migration, connection) else { return false }
        for statement in migration.statements {
            try connection.execute(SQL(unsafe: connection.dialect.rendering(statement)))
        }
        return true
    }
}
