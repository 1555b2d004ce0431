// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Logging
import ServiceLifecycle

/// Forgets finished jobs in time, so that the queue stays as small as the work in it. Failed ones stay for somebody to see.
package struct DoneJobsRemoval: Service {
    private static let keptSeconds: Int64 = 30 * 24 * 3600
    private static let batch = 1000

    private let database: any Database
    private let now: @Sendable () -> Instant
    private let logger: Logger

    package init(database: any Database, now: @escaping @Sendable () -> Instant, logger: Logger) {
        (self.database, self.now, self.logger) = (database, now, logger)
    }

    /// Looks once an hour until asked to stop.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await sweep()
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    /// In batches: between two of them other writers get their turn.
    func sweep() async {
        let limit = now().adding(seconds: -Self.keptSeconds)
        do {
            while try await database.write({ try JobStore.removeDone($0, before: limit, atMost: Self.batch) }) == Self.batch {}
        } catch {
            logger.error("finished jobs could not be removed", metadata: ["error": "\(error)"])
        }
    }
}
