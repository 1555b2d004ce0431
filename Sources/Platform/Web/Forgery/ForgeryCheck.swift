// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel

/// Lets a changing request through only when it comes from one of our own pages: by what the browser says of itself
/// first, by the token in the form otherwise.
struct ForgeryCheck: Sendable {
    /// Takes note of the name the browser was given.
    func recognise(_ request: Request, _ context: WebContext) {
        guard let visitor = request.cookie(context.parts.names.visitor), visitor.utf8.count == 32 else { return }
        context.visit.with { $0.visitor = visitor }
    }

    /// Whether the request may change something.
    func mustExamine(_ request: Request) -> Bool {
        switch request.method {
        case .get, .head, .options: false
        default: true
        }
    }

    func examine(_ request: Request, _ context: WebContext) async throws {
        let configuration = context.parts.configuration
        let path = request.uri.path
        if context.visit.with({ $0.isBearer }) || configuration.forgeryExemptPrefixes.contains(where: { isUnder($0, path) }) { return }
        if configuration.isAPI(path), context.session.isAnonymous { return }
        switch Origin(request) {
        case .own: return
        case .foreign(let isCertain):
            if let header = request.headers[.forgeryToken], context.accepts(forgeryToken: header) { return }
            if try await !hasToken(request, context) { throw isCertain || configuration.isAPI(path) ? ForgeryWords.foreign : ForgeryWords.stale }
        }
    }

    private func hasToken(_ request: Request, _ context: WebContext) async throws -> Bool {
        guard case .some(let type) = try? ContentType(request.headers[.contentType]), type != .json, type != .other else { return false }
        let form = try await request.form(context)
        return form.raw(forgeryFieldName).map(context.accepts(forgeryToken:)) ?? false
    }
}

/// Where a request comes from, by what the browser says.
private enum Origin {
    case own
    /// `isCertain` when the browser names another site outright.
    case foreign(isCertain: Bool)

    init(_ request: Request) {
        if let site = request.headers[.secFetchSite] {
            self = site == "same-origin" || site == "none" ? .own : .foreign(isCertain: site == "cross-site")
        } else if let origin = request.headers[.origin], let host = request.head.authority {
            self = origin == "https://" + host || origin == "http://" + host ? .own : .foreign(isCertain: origin != "null")
        } else {
            self = .foreign(isCertain: false)
        }
    }
}

enum ForgeryWords {
    /// The form can be offered again.
    static let stale = UserError(
        code: "forgery.stale", status: 403,
        title: Phrase(vi: "Xin xác nhận gửi lại", en: "Please confirm and send again"),
        advice: Phrase(
            vi: "Trang này đã mở lâu hoặc được khôi phục nên chúng tôi cần bạn bấm gửi thêm một lần. Nội dung bạn đã nhập vẫn còn nguyên.",
            en: "This page was open for long or was restored, so we ask you to send once more. What you typed is still here."))
    /// Another site sent it; it is not offered again.
    static let foreign = UserError(
        code: "forgery.foreign", status: 403,
        title: Phrase(vi: "Yêu cầu này đến từ một trang web khác", en: "This request came from another website"),
        advice: Phrase(vi: "Mở trang này trực tiếp rồi thực hiện lại.", en: "Open this site directly and do it there."))
}
