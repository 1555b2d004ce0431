// SPDX-License-Identifier: Apache-2.0

package import Database
package import Jobs
package import Kernel

/// Sends a notice that waited in the outbox: for work whose transaction should not know of notices.
package struct DeliverNotice: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    package func callAsFunction(_ job: JobContext) async throws -> String {
        let notice = try job.decoded(as: Notice.self)
        let (at, id) = (now(), job.id)
        try await database.write(.readCommitted) { try SendNotice($0)(notice, at: at, id: id) }
        return "in the list"
    }
}
