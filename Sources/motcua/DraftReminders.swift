// SPDX-License-Identifier: Apache-2.0

import Drafts
import Logging
import ServiceLifecycle

/// Reminds of filings left unfiled, and removes those nobody touched for a month: at the start, then every hour.
struct DraftReminders: Service {
    let drafts: RemindDrafts
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await drafts()
                } catch {
                    logger.error("drafts could not be looked through", metadata: ["error": "\(error)"])
                }
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }
}
