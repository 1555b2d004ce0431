// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// The outermost layer: hands every request the parts of the site, writes one line about it (the route's pattern, never
/// the path or the query, which may name people), and clears up after it.
struct RequestLog: RouterMiddleware {
    typealias Context = WebContext
    let parts: WebParts

    func handle(_ request: Request, context: WebContext, next: Next) async throws -> Response {
        var context = context
        context.parts = parts
        if parts.configuration.trustsForwardedFor, let address = forwardedAddress(request) { context.remoteAddress = address }
        let start = ContinuousClock.now
        defer { context.visit.removeTemporaryFiles() }
        var response = try await next(request, context)
        if isBodyLeftUnread(request, context) { response = response.closing(context.channel) }
        if request.method == .head { response = response.createHeadResponse() }
        log(request, context, response, ContinuousClock.now - start)
        return response
    }

    private func log(_ request: Request, _ context: WebContext, _ response: Response, _ duration: Duration) {
        let isQuiet = request.method == .get && response.status.code < 400 && !parts.configuration.logsEveryRequest
        context.logger.log(
            level: isQuiet ? .debug : .info, "request",
            metadata: [
                "method": "\(request.method.rawValue)", "route": "\(context.endpointPath ?? "-")", "status": "\(response.status.code)",
                "ms": "\(duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000)",
            ])
    }

    /// A body nobody wanted is not worth reading to its end, unless it is short.
    private func isBodyLeftUnread(_ request: Request, _ context: WebContext) -> Bool {
        guard request.hasBody, context.visit.with({ !$0.bodyIsRead || $0.bodyWasCut }) else { return false }
        return request.headers[.contentLength].flatMap { Int($0) }.map { $0 > 256 * 1024 } ?? true
    }

    private func forwardedAddress(_ request: Request) -> String? {
        guard let last = request.headers[.forwardedFor]?.utf8.split(separator: UInt8(ascii: ",")).last else { return nil }
        let address = String(Substring(last)).filter { $0 != " " }
        return address.isEmpty || address.utf8.count > 45 ? nil : address
    }
}
