// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// The demonstration's passwords, in clear.
struct DemoAccountStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ account: Identifier, position: Int, password: String) throws {
        try connection.execute("INSERT INTO demo_accounts (account_id, position, password) VALUES (\(account), \(position), \(password))")
    }

    func all() throws -> [(account: Identifier, password: String)] {
        try connection.all("SELECT account_id, password FROM demo_accounts ORDER BY position") { row in (try row.get(0), try row.get(1)) }
    }
}
