// SPDX-License-Identifier: Apache-2.0

package import Database
package import Jobs
package import Kernel

/// Puts a notice into its receiver's list. Later channels (e-mail, SMS) are further handlers of the same topic's rows.
package struct DeliverNotice: Sendable {
    let database: any Database
    let now: @Sendable () -> Instant

    package init(database: any Database, now: @escaping @Sendable () -> Instant) {
        (self.database, self.now) = (database, now)
    }

    package func callAsFunction(_ job: JobContext) async throws -> String {
        let notice = try job.decoded(as: Notice.self)
        let at = now()
        try await database.write { try NoticeStore($0).insert(notice, id: job.id.description, at: at) }
        return "in the list"
    }
}
