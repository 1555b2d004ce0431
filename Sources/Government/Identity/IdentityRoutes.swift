// SPDX-License-Identifier: Apache-2.0

package import Database
import HTTPTypes
package import Hummingbird
import Kernel
package import Web

/// Where signing in, signing out and the own password enter.
package struct IdentityRoutes: Sendable {
    private let signIn: SignIn
    private let changePassword: ChangePassword

    package init(database: any Database, passwords: PasswordHasher) {
        signIn = SignIn(database: database, passwords: passwords)
        changePassword = ChangePassword(database: database, passwords: passwords)
    }

    package func add(to router: Router<WebContext>) {
        router.get("/sign-in", use: showSignIn)
        router.post("/sign-in", use: createSession)
        router.post("/sign-out", use: destroySession)
        router.get("/account/password", use: editPassword)
        router.post("/account/password", use: updatePassword)
    }

    @Sendable private func showSignIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = try request.query
        let (next, held) = (query["next"].flatMap(local), query["held"])
        if let person = context.person {
            return Reply.redirect(to: context.landing(held: held, next: next, fallback: person.homePath))
        }
        return context.respond(SignInPage.page(SignInPage.Model(next: next, held: held), context), to: request)
    }

    @Sendable private func createSession(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        let name = form["username"] ?? ""
        var model = SignInPage.Model(name: name, next: form["next"].flatMap(local), held: form["held"])
        switch try await signIn(name: name, password: form.raw("password") ?? "", at: context.now) {
        case .signedIn(let person):
            try await context.signIn(person.accountID)
            return Reply.redirect(to: context.landing(held: model.held, next: model.next, fallback: person.homePath))
        case .refused:
            model.problem = .refused
            return context.respond(SignInPage.page(model, context), to: request)
        case .blocked(let until):
            model.problem = .blocked(until: until)
            var response = context.respond(SignInPage.page(model, context), to: request)
            response.headers[.retryAfter] = String(max(1, until.seconds(since: context.now)))
            return response
        }
    }

    @Sendable private func destroySession(_ request: Request, _ context: WebContext) async throws -> Response {
        try await context.signOut()
        return Reply.redirect(to: "/")
    }

    @Sendable private func editPassword(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.signedIn()
        return context.respond(PasswordPage.page(context), to: request)
    }

    @Sendable private func updatePassword(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.signedIn()
        let form = try await request.form(context)
        let (old, new) = (form.raw("old_password") ?? "", form.raw("new_password") ?? "")
        guard form.raw("new_password_again") == new else {
            return context.respond(PasswordPage.page(errors: [PasswordPage.notTheSame], context), to: request)
        }
        switch try await changePassword(person.accountID, old: old, new: new) {
        case .invalid(let errors):
            return context.respond(PasswordPage.page(errors: errors, context), to: request)
        case .changed:
            try await context.signOutElsewhere()
            return context.respond(PasswordPage.changed(person, context), to: request)
        }
    }

    /// Only paths of this site are remembered.
    private func local(_ link: String) -> String? { isLocalPath(link) ? link : nil }
}
