// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel

/// Finds out who acts: by bearer token under the API's prefix, by the session cookie elsewhere. A request without either
/// touches no table.
struct SessionLoader: Sendable {
    /// Whether anything in the request may say who acts.
    func mayKnow(_ request: Request) -> Bool {
        request.headers.contains(.cookie) || request.headers.contains(.authorization)
    }

    func load(_ request: Request, _ context: WebContext) async throws {
        if let token = bearerToken(request, context) {
            try await loadBearer(token, context)
        } else if let token = request.cookie(context.parts.names.session), !token.isEmpty {
            try await loadSession(token, context)
        }
    }

    private func bearerToken(_ request: Request, _ context: WebContext) -> String? {
        guard let header = request.headers[.authorization], context.parts.configuration.isAPI(request.uri.path) else { return nil }
        let scheme = "bearer "
        guard header.utf8.count > scheme.utf8.count, header.prefix(scheme.count).lowercased() == scheme else { return nil }
        return header.dropFirst(scheme.count).trimmingPrefix { $0 == " " }.description
    }

    private func loadBearer(_ token: String, _ context: WebContext) async throws {
        guard let principal = try await context.parts.loaders.bearer(token) else { throw Words.badToken }
        context.visit.with { state in
            state.principal = principal
            state.isBearer = true
        }
    }

    private func loadSession(_ token: String, _ context: WebContext) async throws {
        guard let store = context.parts.sessions, token.utf8.count <= 128 else { return }
        let (hash, now) = (tokenHash(token), context.now)
        if let entry = store.cache.entry(hash, now: now) {
            note(entry.session, entry.principal, context)
            return
        }
        guard let session = try await store.session(tokenHash: hash, now: now), let account = session.accountID,
            let principal = try await context.parts.loaders.principal(account)
        else {
            context.visit.with { $0.sessionHasEnded = true }
            context.setCookie(SetCookie(name: context.parts.names.session, value: "", maximumAge: 0))
            return
        }
        store.cache.remember(session, principal: principal, now: now)
        note(session, principal, context)
    }

    private func note(_ session: Session, _ principal: (any Principal)?, _ context: WebContext) {
        context.visit.with { state in
            state.session = session
            state.principal = principal
            if !state.languageIsChosen, let language = session.language { state.language = language }
        }
    }

    private enum Words {
        static let badToken = UserError(
            code: "bearer_token_invalid", status: 401,
            title: Phrase(vi: "Mã truy cập không còn hiệu lực", en: "The access token is not valid"),
            advice: Phrase(vi: "Xin cấp mã truy cập mới rồi gọi lại.", en: "Ask for a new access token and call again."))
    }
}
