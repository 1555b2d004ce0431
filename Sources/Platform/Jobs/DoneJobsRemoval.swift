// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Forgets finished jobs in time, so that the queue stays as small as the work in it. Failed ones stay for somebody to see.
package struct DoneJobsRemoval: Sendable {
    private static let keptSeconds: Int64 = 30 * 24 * 3600
    private static let batch = 1000

    private let database: any Database
    private let now: @Sendable () -> Instant

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    /// In batches: between two of them other writers get their turn.
    package func callAsFunction() async throws {
        let limit = now().adding(seconds: -Self.keptSeconds)
        while try await database.write(.readCommitted, { try JobStore.removeDone($0, before: limit, atMost: Self.batch) }) == Self.batch {}
    }
}
