// SPDX-License-Identifier: Apache-2.0

package import Database

/// Counts dossiers that are older than the counters, a batch at a time; done once after an update, and goes on where it was cut
/// off. What was counted before is not counted again.
package struct FillMeasures: Sendable {
    private let database: any Database
    private let batch: Int

    package init(database: any Database, batch: Int = 500) {
        (self.database, self.batch) = (database, batch)
    }

    /// The number of dossiers looked at.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        try await database.writeInBatches(of: batch) { [batch] connection in
            let audit = MeasureAuditStore(connection)
            let waiting = try audit.waiting(limit: batch)
            guard let first = waiting.first, let last = waiting.last else { return 0 }
            try MeasureStore(connection).settle(try audit.events(from: first, through: last))
            try audit.noteCounted(through: last)
            return waiting.count
        }
    }
}
