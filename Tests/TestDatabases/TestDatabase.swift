// SPDX-License-Identifier: Apache-2.0

package import Database
import Foundation

/// An empty database for one test: of the embedded engine, or a schema of its own on the PostgreSQL that
/// `MOTCUA_TEST_DATABASE` names. `bin/test` runs every test that takes one on both. It refuses statements whose cost grows.
/// - Parameter watched: false for a test that looks at everything itself.
package func temporaryDatabase(watched: Bool = true) throws -> any Database {
    let database: any Database =
        if let server = try testServer() { try PostgresDatabase.temporary(on: server) } else { try SQLiteDatabase.temporary() }
    return watched ? WatchedDatabase(database) : database
}

/// The PostgreSQL the tests run on; nil where they run on the embedded engine.
package func testServer() throws -> PostgresAddress? {
    guard let url = ProcessInfo.processInfo.environment["MOTCUA_TEST_DATABASE"], !url.isEmpty else { return nil }
    guard let address = PostgresAddress(url) else { throw NotAnAddress() }
    return address
}

struct NotAnAddress: Error, CustomStringConvertible {
    let description = "MOTCUA_TEST_DATABASE is not an address like postgres://user@host:port/name"
}
