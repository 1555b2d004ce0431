// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Database
import Dossiers
import Hummingbird
import Identity
import Kernel
import Markup
import Web

/// The result while it is written: from a template, with what the dossier says filled in, saved until it is attached.
struct ResultDraftRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work/dossiers/:code/result/draft", use: edit)
        router.post("/work/dossiers/:code/result/draft", use: save)
    }

    private func open(_ context: WebContext) async throws -> Dossier {
        try await OpenDossier(house: house)(try context.path("code"), for: try context.officer(), noteRead: false)
    }

    @Sendable private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        let dossier = try await open(context)
        let saved = try await house.database.read { try DossierNoteStore($0).draft(of: dossier.id) }
        let chosen = try request.query["template"].flatMap(ResultTemplate.init(rawValue:))
        let template = chosen ?? saved.flatMap { ResultTemplate(rawValue: $0.template) } ?? .confirmation
        let submission = dossier.state.submission
        let definition = house.procedures.definition(submission.procedure, version: submission.version)
        var fields = template.prefilled(dossier, definition, house: house)
        // Another template starts anew; the same goes on where it was left.
        if let saved, saved.template == template.rawValue { fields.merge(saved.fields) { _, written in written } }
        let page = ResultDraftPage(dossier: dossier, template: template, fields: fields, saved: saved)
        let frame = DeskFrame(
            title: ResultDraftPage.title, person: try context.officer(), live: house.live, dossier: dossier.state.publicCode,
            back: page.base)
        return context.respond(frame.page(context, request, page.html(context)), to: request)
    }

    @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        guard let template = form["template"].flatMap(ResultTemplate.init(rawValue:)) else { throw UserError.notFound }
        var fields: [String: String] = [:]
        for name in ResultTemplate.fields { fields[name] = String((form[name] ?? "").prefix(ResultDraftPage.longest)) }
        try await WriteNote(house: house).draft(template: template.rawValue, fields: fields, on: dossier, by: person)
        return Reply.redirect(to: "/work/dossiers/\(dossier.state.publicCode)/result/draft")
    }
}

/// The page a specialist writes a result on.
struct ResultDraftPage {
    let dossier: Dossier
    let template: ResultTemplate
    let fields: [String: String]
    let saved: ResultDraft?

    static let title = Phrase(vi: "Soạn dự thảo kết quả", en: "Draft the result")
    static let longest = 10_000

    var base: String { "/work/dossiers/\(dossier.state.publicCode)" }

    func html(_ context: WebContext) -> HTML {
        let language = context.language
        let view = FormView(language, values: fields)
        let choices = ResultTemplate.allCases.map { one -> HTML in
            let link = "\(base)/result/draft?template=\(one.rawValue)"
            return "<li><a href=\"\(href: link)\"\(attribute: "aria-current", one == template ? "true" : nil)>\(one.name[language])</a></li>"
        }
        let content: HTML = """
            <input type="hidden" name="template" value="\(template.rawValue)">
            \(view.field("subject", Words.subject, maximumLength: 500))\(view.field("addressee", Words.addressee, maximumLength: 500))
            \(view.textArea("grounds", Words.grounds, isRequired: false, rows: 4, maximumLength: Self.longest))
            \(view.textArea("content", Words.content, rows: 10, maximumLength: Self.longest))
            \(view.field("signer", Words.signer, maximumLength: 500))
            \(Component.button(Words.save[language]))
            """
        return """
            <nav aria-label="\(Words.template[language])"><ul class="filters">\(choices)</ul></nav>\(state(language))
            <div class="narrow">\(view.form(to: base + "/result/draft", context, content))</div>
            """
    }

    private func state(_ language: Language) -> HTML {
        guard let saved else { return "<p class=\"hint\">\(Words.prefilled[language])</p>" }
        let at = LocalDateTime(saved.at).spoken(language)
        return """
            <p class="hint">\(Words.savedBy(language, ["name": saved.authorName, "at": at]))</p>
            <p><a href="\(href: "\(base)/papers/draft.pdf?template=\(saved.template)")">\(Words.preview[language])</a></p>
            """
    }

    private enum Words {
        static let template = Phrase(vi: "Mẫu văn bản", en: "Template")
        static let subject = Phrase(vi: "Tên, trích yếu văn bản", en: "Title or subject")
        static let addressee = Phrase(vi: "Cấp cho, gửi đến", en: "Issued to")
        static let grounds = Phrase(vi: "Căn cứ", en: "Grounds")
        static let content = Phrase(vi: "Nội dung", en: "Content")
        static let signer = Phrase(vi: "Cơ quan ký", en: "Signing agency")
        static let save = Phrase(vi: "Lưu dự thảo", en: "Save the draft")
        static let prefilled = Phrase(
            vi: "Đã điền sẵn theo hồ sơ. Kiểm tra, sửa rồi lưu.", en: "Filled in from the dossier. Check, correct, then save.")
        static let savedBy = Phrase(vi: "{name} lưu lúc {at}.", en: "Saved by {name}, {at}.")
        static let preview = Phrase(vi: "Xem bản PDF", en: "See it as PDF")
    }
}
