// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Logging
import ServiceLifecycle

/// What has to be done every hour or so by one process of an installation, whichever; harmless to do once too often.
package struct Chore: Service {
    private let name: String
    private let everySeconds: Int64
    private let node: Identifier
    private let database: any Database
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let work: @Sendable () async throws -> Void

    package init(
        _ name: String, everySeconds: Int64 = 3600, node: Identifier, database: any Database, now: @escaping @Sendable () -> Instant,
        logger: Logger, _ work: @escaping @Sendable () async throws -> Void
    ) {
        (self.name, self.everySeconds, self.node, self.database) = (name, everySeconds, node, database)
        (self.now, self.logger, self.work) = (now, logger, work)
    }

    /// Looks several times a period whether it is due, so that the turn of a process that died is taken over.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await doIfDue()
                try? await Task.sleep(for: .seconds(max(1, everySeconds / 6)))
            }
        }
        // Whoever starts next does it at once, as after a first start.
        await giveBack()
    }

    func doIfDue() async {
        let moment = now()
        let next = moment.adding(seconds: everySeconds)
        do {
            let isOurs = try await database.write(.readCommitted) { [name, node] in
                try ChoreStore($0).take(name, by: node, at: moment, until: next)
            }
            guard isOurs else { return }
            do {
                try await work()
            } catch {
                await giveBack()
                throw error
            }
        } catch {
            logger.error("a chore could not be done", metadata: ["chore": "\(name)", "error": "\(error)"])
        }
    }

    private func giveBack() async {
        let moment = now()
        try? await database.write(.readCommitted) { [name, node] in try ChoreStore($0).giveBack(name, by: node, at: moment) }
    }
}
