// SPDX-License-Identifier: Apache-2.0

package import Database
package import Hummingbird
import Identity
package import Kernel
package import Web

/// `/me/contact`: where letters go. `/mail/stop`: the way out at the end of each.
package struct ContactRoutes: Sendable {
    /// Mail programs ask here by themselves (RFC 8058) with nothing but the token in the address to prove it.
    package static let stopPath = "/mail/stop"

    let addresses: ConfirmAddress
    let proofs: AddressProofs
    let sendsLetters: Bool

    package init(database: any Database, proofs: AddressProofs, sendsLetters: Bool, now: @escaping @Sendable () -> Instant) {
        addresses = ConfirmAddress(database: database, proofs: proofs, now: now)
        (self.proofs, self.sendsLetters) = (proofs, sendsLetters)
    }

    package func mount(on router: Router<WebContext>) {
        router.get("/me/contact", use: show)
        router.post("/me/contact", use: create)
        router.post("/me/contact/confirmation", use: confirm)
        router.post("/me/contact/stop", use: stop)
        router.post("/me/contact/resumption", use: resume)
        router.get(RouterPath(Self.stopPath), use: askToStop)
        router.post(RouterPath(Self.stopPath), use: stopByLink)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = try request.query
        let code = query["code"].map { FormData([(name: "code", value: $0)]) } ?? FormData()
        let done: Phrase? =
            switch query["done"] {
            case "sent": ContactPage.Words.codeSent
            case "confirmed": ContactPage.Words.done
            default: nil
            }
        return try await respond(request, context, values: code, done: done)
    }

    private func respond(_ request: Request, _ context: WebContext, values: FormData = FormData(), errors: [FieldError] = [], done: Phrase? = nil)
        async throws -> Response
    {
        let account = try context.citizen().accountID.description
        let moment = addresses.now()
        let (contact, isRefused, letters) = try await addresses.database.read { connection in
            let store = ContactStore(connection)
            let contact = try store.find(account: account) ?? Contact()
            let isRefused = try contact.email.map { try store.isRefused($0) } ?? false
            return (contact, isRefused, try NoticeStore(connection).letters(for: account, limit: 10))
        }
        let isOver = contact.pending.map { moment.seconds(since: $0.sentAt) >= ConfirmAddress.codeSeconds } ?? true
        let page = ContactPage(
            contact: contact, isRefused: isRefused, letters: letters, sendsLetters: sendsLetters, isCodeOver: isOver, values: values, errors: errors,
            done: done)
        return context.respond(page.page(context), to: request)
    }

    @Sendable private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        let account = try context.citizen().accountID.description
        guard sendsLetters else { return Reply.redirect(to: "/me/contact") }
        switch try await addresses.ask(form["email"] ?? "", account: account, language: context.language) {
        case .codeSent: return Reply.redirect(to: "/me/contact?done=sent")
        case .wrong(let phrase):
            return try await respond(request, context, values: form, errors: [FieldError(field: "email", message: phrase)])
        case .tooOften:
            return try await respond(request, context, values: form, errors: [FieldError(field: "email", message: ContactPage.Words.tooOften)])
        }
    }

    @Sendable private func confirm(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        let account = try context.citizen().accountID.description
        switch try await addresses.confirm(code: form["code"] ?? "", account: account, language: context.language) {
        case .confirmed: return Reply.redirect(to: "/me/contact?done=confirmed")
        case .wrongCode:
            return try await respond(request, context, values: form, errors: [FieldError(field: "code", message: ContactPage.Words.wrongCode)])
        case .over:
            return try await respond(request, context, errors: [FieldError(field: "email", message: ContactPage.Words.over)])
        }
    }

    @Sendable private func stop(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await request.form(context)
        let account = try context.citizen().accountID.description
        if let email = try await addresses.database.read({ try ContactStore($0).find(account: account)?.email }) { try await addresses.stop(email) }
        return Reply.redirect(to: "/me/contact")
    }

    @Sendable private func resume(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await request.form(context)
        try await addresses.resume(account: try context.citizen().accountID.description)
        return Reply.redirect(to: "/me/contact")
    }

    // MARK: By the link in a letter, without an account

    /// Only looks: mail programs open links by themselves.
    @Sendable private func askToStop(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = try request.query["token"] ?? ""
        guard let address = proofs.address(token) else { throw UserError.wrongStopLink }
        return context.respond(StopLettersPage.question(address: address, token: token, context), to: request)
    }

    @Sendable private func stopByLink(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let address = proofs.address(try request.query["token"] ?? "") else { throw UserError.wrongStopLink }
        try await addresses.stop(address)
        return context.respond(StopLettersPage.done(address: address, context), to: request)
    }
}

extension UserError {
    static let wrongStopLink = UserError(
        code: "notices.wrong_stop_link", status: 404,
        title: Phrase(vi: "Liên kết ngừng nhận thư không đúng", en: "This link to stop letters is not valid"),
        advice: Phrase(
            vi: "Mở lại liên kết ở cuối thư, hoặc ngừng ở trang “Nhận thông báo qua thư điện tử” sau khi đăng nhập.",
            en: "Open the link at the end of the letter once more, or stop letters on the page “Notices by e-mail” after signing in."))
}
