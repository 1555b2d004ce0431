// SPDX-License-Identifier: Apache-2.0

package import Database
import ServiceLifecycle

/// Hands what any process tells on a channel to whoever must know here. Hears from the moment it is made.
package struct Listener: Service {
    private let told: AsyncStream<String>
    private let hear: @Sendable (String) async -> Void

    /// - Parameter hear: called with one payload after the other; an empty one says that some may have been missed.
    package init(_ database: any Database, _ channel: String, _ hear: @escaping @Sendable (String) async -> Void) {
        told = database.notifications(channel)
        self.hear = hear
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            for await payload in told { await hear(payload) }
        }
    }
}
