// SPDX-License-Identifier: Apache-2.0

package import Database

/// Moves what is to be counted into the counters, a batch at a time. Many may do it at once: a row is taken by one of them, and
/// what it says is gone from the one and added to the other in the same transaction.
package struct FoldMeasures: Sendable {
    private let database: any Database
    private let batch: Int

    package init(database: any Database, batch: Int = 2000) {
        (self.database, self.batch) = (database, batch)
    }

    /// How many events were counted.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        // An installation where nothing happens writes nothing.
        guard try await database.read({ try MeasureStore($0).isAnythingNoted() }) else { return 0 }
        return try await database.writeInBatches(of: batch) { [batch] connection in
            let store = MeasureStore(connection)
            let events = try store.take(atMost: batch)
            try store.settle(events)
            return events.count
        }
    }
}
