// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Web

/// Lists and ends the tokens of an account.
package struct RevokeToken: Sendable {
    private let database: any Database
    private let bearers: BearerTokens

    package init(database: any Database, bearers: BearerTokens) {
        (self.database, self.bearers) = (database, bearers)
    }

    package func list(of account: Identifier) async throws -> [TokenRecord] {
        try await database.read { try TokenStore($0).tokens(of: account) }
    }

    /// False when the account has no such token in force.
    package func callAsFunction(_ id: Identifier, of account: Identifier, at now: Instant) async throws -> Bool {
        let isRevoked = try await database.write { connection in
            try AccessChange.token(id).tell(connection)
            return try TokenStore(connection).revoke(id, of: account, at: now)
        }
        bearers.forget(id)
        return isRevoked
    }
}
