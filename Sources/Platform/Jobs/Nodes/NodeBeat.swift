// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Logging
import ServiceLifecycle

/// Says now and then that this process serves, and at its end that it does not any more.
package struct NodeBeat: Service {
    private static let everySeconds: Int64 = 15

    private let node: Node
    private let database: any Database
    private let now: @Sendable () -> Instant
    private let logger: Logger

    package init(_ node: Node, database: any Database, now: @escaping @Sendable () -> Instant, logger: Logger) {
        (self.node, self.database, self.now, self.logger) = (node, database, now, logger)
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await note()
                try? await Task.sleep(for: .seconds(Self.everySeconds))
            }
        }
        try? await database.write(.readCommitted) { [node] in try NodeStore($0).remove(node.id) }
    }

    private func note() async {
        let moment = now()
        do {
            try await database.write(.readCommitted) { [node] in try NodeStore($0).note(node, at: moment) }
        } catch {
            logger.warning("this process could not say that it serves", metadata: ["error": "\(error)"])
        }
    }
}
