// SPDX-License-Identifier: Apache-2.0

import Database
import HTTPTypes
import Hummingbird
import Kernel
import Logging

/// Turns whatever is thrown into a page for people or `application/problem+json` for machines. Nothing is thrown past it.
struct ErrorPages: Sendable {
    func answer(_ error: any Error, _ request: Request, _ context: WebContext) async -> Response {
        let known = knownError(error)
        if known == nil || error is any Outage {
            context.logger.error(
                "fault", metadata: ["error.type": "\(type(of: error))", "route": "\(context.endpointPath ?? "-")", "error": "\(loggable(error))"])
        }
        let userError = known ?? ErrorWords.fault
        var response = await present(userError, request, context)
        addHeaders(of: error, to: &response, request, context)
        return response
    }

    private func present(_ error: UserError, _ request: Request, _ context: WebContext) async -> Response {
        if wantsProblem(request, context) { return Reply.problem(error, language: context.language, requestID: context.requestID) }
        do {
            if error.code == UserError.signInRequired.code, let response = try await SignInDetour.response(request, context) { return response }
            if error.code == ForgeryWords.stale.code, let page = try await SignInDetour.resendPage(request, context) {
                return context.respond(page, to: request)
            }
        } catch let problem as UserError {
            return context.respond(ErrorPage.page(problem, context), to: request)
        } catch {
            context.logger.error("fault", metadata: ["error.type": "\(type(of: error))", "route": "held form"])
        }
        return context.respond(ErrorPage.page(error, context), to: request)
    }

    private func addHeaders(of error: any Error, to response: inout Response, _ request: Request, _ context: WebContext) {
        if let error = error as? HTTPError { response.headers.append(contentsOf: error.headers) }
        if let error = error as? TooManyRequests { response.headers[.retryAfter] = "\(error.seconds)" }
        if let error = error as? MethodNotAllowed { response.headers[.allow] = error.allow }
        if let error = error as? DatabaseError, error.isTemporary { response.headers[.retryAfter] = "5" }
        if error is any Outage, response.status == .serviceUnavailable { response.headers[.retryAfter] = "30" }
        if response.status == .unauthorized, context.parts.configuration.isAPI(request.uri.path) { response.headers[.wwwAuthenticate] = "Bearer" }
        response.headers[.cacheControl] = "no-store"
    }
}

/// Machines are told by the prefix of the path or by what they accept.
func wantsProblem(_ request: Request, _ context: WebContext) -> Bool {
    if context.parts.configuration.isAPI(request.uri.path) { return true }
    guard let accept = request.headers[.accept] else { return false }
    return accept.contains("json") && !accept.contains("text/html")
}

/// The error in words for people; nil for a fault of ours.
private func knownError(_ error: any Error) -> UserError? {
    switch error {
    case let error as UserError: error
    case let error as any Outage: error.userError
    case let error as FormProblem: error.userError
    case let error as TooManyRequests: error.userError
    case is MethodNotAllowed: ErrorWords.methodNotAllowed
    case let error as DatabaseError where error.kind == .unknownOutcome: ErrorWords.unknownOutcome
    case let error as DatabaseError where error.isTemporary: ErrorWords.busy
    case let error as DatabaseError where error.kind == .invalidText: FormProblem.nulByte.userError
    case let error as any HTTPResponseError where error.status.code < 500: ErrorWords.status(error.status.code)
    default: nil
    }
}

/// Errors that promise to hold no values of people.
private func loggable(_ error: any Error) -> String {
    switch error {
    case let error as DatabaseError: error.description
    case let error as any Outage: error.description
    case let error as SystemError: "\(error.doing): \(error.number)"
    default: ""
    }
}
