// SPDX-License-Identifier: Apache-2.0

import Database

/// The names communes had before they were joined, in the database.
struct FormerCommuneStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func all() throws -> [FormerCommune] {
        try connection.all("SELECT successor_code, name, district FROM former_communes ORDER BY position") { row in
            FormerCommune(successor: try row.get(0), name: try row.get(1), district: try row.get(2))
        }
    }

    /// No other table names them, so they are simply written anew.
    func replace(with communes: [FormerCommune]) throws {
        try connection.execute("DELETE FROM former_communes")
        for (position, commune) in communes.enumerated() {
            try connection.execute(
                """
                INSERT INTO former_communes (position, successor_code, name, district)
                VALUES (\(position), \(commune.successor), \(commune.name), \(commune.district))
                """)
        }
    }
}
