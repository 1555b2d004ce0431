// SPDX-License-Identifier: Apache-2.0

package import Database
package import Logging
import ServiceLifecycle

/// Folds every other second while the program serves. Figures are exact in between, too: readers add what is not folded yet.
package struct FoldingService: Service {
    private let fold: FoldMeasures
    private let logger: Logger
    private let pause: Duration

    package init(database: any Database, logger: Logger, pause: Duration = .seconds(2)) {
        (fold, self.logger, self.pause) = (FoldMeasures(database: database), logger, pause)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    _ = try await fold()
                } catch {
                    logger.error("the counters could not be brought up to date", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}
