// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Organisation

/// Gives an officer a post, or ends one. Nothing is erased: who could do what on a day stays known.
package struct ChangePosts: Sendable {
    private let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    package func give(_ post: Post, to account: Identifier, at now: Instant) async throws {
        try await database.write { try AccountStore($0).insert(post, account: account, at: now) }
    }

    /// The last day of the post; false when it was not held then.
    package func end(_ role: PostRole, at unit: String, of account: Identifier, lastDay: LocalDate) async throws -> Bool {
        try await database.write { try AccountStore($0).endPosts(account: account, unit: unit, role: role, on: lastDay) > 0 }
    }
}
