// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Web

/// `/tracking`: where a dossier stands, for anybody with its code, without an account and without anything personal.
struct TrackingRoutes: Sendable {
    let house: DossierHouse
    private let pages = VisitorPages<TrackedDossier>()

    init(house: DossierHouse) {
        self.house = house
    }

    func mount(on router: Router<WebContext>) {
        router.get("/tracking", use: show)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let typed = try request.query["code"], !typed.isEmpty else {
            return context.respond(TrackingPage(typed: "", tracked: nil).page(context.language), to: request)
        }
        do {
            let tracked = try await TrackDossier(house: house)(typed)
            if let kept = context.kept(pages, tracked, for: request) { return kept }
            return context.respond(
                TrackingPage(typed: typed, tracked: tracked).page(context.language), to: request, keepingIn: pages, for: tracked)
        } catch let error as UserError where error.code == UserError.dossierNotFound.code {
            return context.respond(TrackingPage(typed: typed, tracked: nil).page(context.language), to: request)
        }
    }
}

struct TrackingPage {
    let typed: String
    let tracked: TrackedDossier?

    func page(_ language: Language) -> Page {
        let isMissing = tracked == nil && !typed.isEmpty
        let errors = isMissing ? [FieldError(field: "code", message: Words.notFound)] : []
        let view = FormView(language, values: FormData([(name: "code", value: typed)]), errors: errors)
        let body: HTML = """
            <h1>\(Words.title[language])</h1>
            \(tracked.map { result($0, language) })
            <form method="get" action="/tracking" role="search">
            \(view.field("code", Words.code, hint: Words.hint, maximumLength: 64))
            \(Component.button(Words.look[language]))
            </form>
            """
        return Page(title: Words.title, body: body, status: isMissing ? .notFound : .ok)
    }

    private func result(_ tracked: TrackedDossier, _ language: Language) -> HTML {
        """
        <section class="tracked"><h2 class="code">\(tracked.code)</h2>
        <p>\(StateViews.tag(tracked.status, language)) \(Words.completion(language, ["n": "\(tracked.completion)"]))</p>
        \(StateViews.timeline(tracked, language))
        <p class="hint">\(Words.nothingPersonal[language])</p></section>
        """
    }

    private enum Words {
        static let title = Phrase(vi: "Tra cứu hồ sơ", en: "Track a dossier")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
        static let hint = Phrase(
            vi: "In trên giấy tiếp nhận, ví dụ H55.242-261121-0001.", en: "Printed on the receipt, for example H55.242-261121-0001.")
        static let look = Phrase(vi: "Tra cứu", en: "Track")
        static let completion = Phrase(vi: "Hoàn thành {n} %", en: "{n} % complete")
        static let notFound = Phrase(
            vi: "Không có hồ sơ nào mang mã này. Kiểm tra lại từng ký tự.", en: "No dossier has this code. Check every character.")
        static let nothingPersonal = Phrase(
            vi: "Trang này không hiện thông tin cá nhân. Chủ hồ sơ đăng nhập để xem đầy đủ.",
            en: "This page shows nothing personal. The owner signs in to see everything.")
    }
}
