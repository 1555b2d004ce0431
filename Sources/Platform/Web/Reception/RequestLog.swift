// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// Writes one line about a request: the route's pattern, never the path or the query, which may name people.
struct RequestLog: Sendable {
    let logsEveryRequest: Bool

    func note(_ request: Request, _ context: WebContext, _ response: Response, _ duration: Duration) {
        let isQuiet = request.method == .get && response.status.code < 400 && !logsEveryRequest
        context.logger.log(
            level: isQuiet ? .debug : .info, "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")", "status": "\(response.status.code)",
                "ms": "\(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)",
            ])
    }
}
