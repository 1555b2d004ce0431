// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Kernel
import Logging
import ServiceLifecycle
import Web

/// What has to happen as time goes by: another day can put another version of a procedure in force.
struct DayService: Service {
    let procedures: ProcedureDirectory
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown { await watch() }
    }

    private func watch() async {
        var day = LocalDateTime(systemNow()).date
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(60))
            let today = LocalDateTime(systemNow()).date
            guard !Task.isCancelled, today != day else { continue }
            do {
                try await procedures.reload(today: today)
                day = today
            } catch {
                logger.error("the new day could not begin", metadata: ["error": "\(error)"])
            }
        }
    }
}
