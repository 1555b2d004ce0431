// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Organisation
import Web

/// Gives an officer a post, or ends one. Nothing is erased: who could do what on a day stays known.
package struct ChangePosts: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func give(_ post: Post, to account: Identifier, at now: Instant) async throws {
        try await database.write { connection in
            try AccountStore(connection).insert(post, account: account, at: now)
            try AccessChange.account(account).tell(connection)
        }
    }

    /// The last day of the post; false when it was not held then.
    package func end(_ role: PostRole, at unit: String, of account: Identifier, lastDay: LocalDate) async throws -> Bool {
        try await database.write { connection in
            try AccessChange.account(account).tell(connection)
            return try AccountStore(connection).endPosts(account: account, unit: unit, role: role, on: lastDay) > 0
        }
    }
}
