// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// What a letter needs to know of an account, read inside the transaction that writes it.
package struct AccountContactStore {
    private let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    package func find(account: Identifier) throws -> (name: String, email: String?)? {
        try connection.first("SELECT display_name, email FROM accounts WHERE id = \(account) AND disabled_at IS NULL") { row in
            (name: try row.get(0), email: try row.get(1))
        }
    }
}
