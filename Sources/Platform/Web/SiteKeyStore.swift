// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Secret keys of an installation, made once and shared by all its nodes: they lie in the database, not in a file of one
/// machine.
package struct SiteKeyStore: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// The key of this name, 32 random bytes; whoever asks first makes it.
    package func key(_ name: String, now: Instant) async throws -> Secret<[UInt8]> {
        var generator = SystemRandomNumberGenerator()
        let fresh = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        let bytes = try await database.write(.readCommitted) { connection in
            try connection.execute(
                "INSERT INTO site_keys (name, bytes, created_at) VALUES (\(name), \(fresh), \(now)) ON CONFLICT (name) DO NOTHING")
            return try connection.value("SELECT bytes FROM site_keys WHERE name = \(name)", as: [UInt8].self)
        }
        return Secret(bytes ?? fresh)
    }
}
