// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel

/// The one middleware: every request walks through the steps in the order they stand here. They are steps and not
/// middlewares of their own because each layer costs a request more than most of the steps do.
struct Reception: RouterMiddleware {
    typealias Context = WebContext
    private let parts: WebParts
    private let log: RequestLog
    private let headers: SecurityHeaders
    private let gzip: Gzip
    private let errors = ErrorPages()
    private let languageChoice = LanguageChoice()
    private let forwarded: ForwardedVisit
    private let rateLimit: RateLimit
    private let sessions = SessionLoader()
    private let forgery = ForgeryCheck()

    init(parts: WebParts) {
        let configuration = parts.configuration
        self.parts = parts
        log = RequestLog(logsEveryRequest: configuration.logsEveryRequest)
        headers = SecurityHeaders(isSecure: configuration.isSecure)
        gzip = Gzip(level: configuration.gzipLevel)
        forwarded = ForwardedVisit(proxies: configuration.trustedProxies)
        rateLimit = RateLimit(rules: configuration.rateRules, shared: parts.rates)
    }

    func handle(_ request: Request, context: WebContext, next: Next) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        context.parts = parts
        context.forwardedAddress = forwarded.address(request, from: context.peerAddress)
        defer { context.visit.removeTemporaryFiles() }

        var response: Response
        do {
            languageChoice.decide(request, context)
            try await rateLimit.check(request, context)
            if let secure = secureAddress(request, context) {
                response = Response(status: .permanentRedirect, headers: [.location: secure])
            } else {
                // Asking first saves most requests a task switch each.
                if sessions.mayKnow(request) { try await sessions.load(request, context) }
                forgery.recognise(request, context)
                if forgery.mustExamine(request) { try await forgery.examine(request, context) }
                response = try await next(request, context)
            }
            setCookies(&response, context)
            if gzip.isWanted(for: &response, request) { try await gzip.compress(&response) }
        } catch {
            response = await errors.answer(error, request, context)
            setCookies(&response, context)
        }
        headers.add(to: &response.headers)
        let requestID = context.requestID
        if !requestID.isEmpty { response.headers.append(HTTPField(name: .requestID, value: requestID)) }
        if isBodyLeftUnread(request, context) { response = response.closing(context.channel) }
        if request.method == .head { response = response.createHeadResponse() }
        log.note(request, context, response, ContinuousClock.now - start)
        return response
    }

    private func setCookies(_ response: inout Response, _ context: WebContext) {
        let cookies = context.visit.with { $0.cookies }
        guard !cookies.isEmpty else { return }
        let isSecure = parts.configuration.isSecure
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie.field(isSecure: isSecure))) }
    }

    /// A body nobody wanted is not worth reading to its end, unless it is short.
    private func isBodyLeftUnread(_ request: Request, _ context: WebContext) -> Bool {
        guard request.hasBody, context.visit.with({ !$0.bodyIsRead || $0.bodyWasCut }) else { return false }
        return request.headers[.contentLength].flatMap { Int($0) }.map { $0 > 256 * 1024 } ?? true
    }

    /// Where somebody belongs who came by plain HTTP to a site that people reach by https.
    private func secureAddress(_ request: Request, _ context: WebContext) -> String? {
        guard let site = parts.configuration.publicURL, site.hasPrefix("https://"), forwarded.isPlain(request, from: context.peerAddress) else {
            return nil
        }
        return site + request.uri.string
    }
}
