// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Kernel

/// What happens to a request that cannot be taken as it stands: a page is asked for again after signing in, a form is
/// held so that nothing typed is lost.
enum SignInDetour {
    /// Leads a visitor who must sign in; nil when there is nothing better than the plain error page.
    static func response(_ request: Request, _ context: WebContext) async throws -> Response? {
        guard let signInPath = context.parts.configuration.signInPath else { return nil }
        if request.method == .get || request.method == .head {
            return Reply.redirect(to: signInPath + "?next=" + percentEncoded(request.localLink))
        }
        guard let store = context.parts.heldForms, let held = try await heldForm(request, context) else { return nil }
        let key = try await store.hold(held, browser: context.visitorOrNew(), now: context.now)
        return context.respond(HeldFormPage.signInFirst(key: key, signInPath: signInPath, context: context), to: request)
    }

    /// The form again, with a fresh token and a button; nil when there was no form.
    static func resendPage(_ request: Request, _ context: WebContext) async throws -> Page? {
        guard let held = try await heldForm(request, context) else { return nil }
        let words = ForgeryWords.stale
        return HeldFormPage.page(held, title: words.title, explanation: words.advice, status: words.status, context: context)
    }

    private static func heldForm(_ request: Request, _ context: WebContext) async throws -> HeldForm? {
        guard request.method == .post, let type = try? ContentType(request.headers[.contentType]), type != .json, type != .other else { return nil }
        let form = try await request.form(context)
        return try await HeldForm(path: request.localLink, form: form, fileKeeper: context.parts.loaders.fileKeeper)
    }
}
