// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// What a letter needs to know of an account, read inside the transaction that writes it.
package struct AccountContactStore {
    private let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    package func find(accounts: [Identifier]) throws -> [Identifier: (name: String, email: String?)] {
        guard !accounts.isEmpty else { return [:] }
        var found: [Identifier: (name: String, email: String?)] = [:]
        try connection.forEach(
            "SELECT id, display_name, email FROM accounts WHERE id IN \(list: accounts.filledForList) AND disabled_at IS NULL"
        ) { row in found[try row.get(0)] = (name: try row.get(1), email: try row.get(2)) }
        return found
    }
}
