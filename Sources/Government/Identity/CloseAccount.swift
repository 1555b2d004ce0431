// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Web

/// Closes an account: it cannot sign in, its tokens end, what it did stays.
package struct CloseAccount: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// False when it was closed before or never there.
    package func callAsFunction(_ account: Identifier, at now: Instant) async throws -> Bool {
        try await database.write { connection in
            try TokenStore(connection).revokeAll(of: account, at: now)
            try AccessChange.account(account).tell(connection)
            return try AccountStore(connection).disable(account, at: now)
        }
    }
}
