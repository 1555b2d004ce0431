// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Hummingbird
import Identity
import Kernel
import Web

/// The result while it is written: from a template, with what the dossier says filled in, saved until its PDF is attached and
/// goes on with the dossier.
struct ResultDraftRoutes: Sendable {
    let house: DossierHouse
    /// Nil where there is no press.
    let press: DraftPress?

    func mount(on router: Router<WebContext>) {
        guard press != nil else { return }
        router.get("/work/dossiers/:code/result/draft", use: edit)
        router.post("/work/dossiers/:code/result/draft", use: save)
    }

    private func open(_ context: WebContext) async throws -> Dossier {
        try await OpenDossier(house: house)(try context.path("code"), for: try context.officer(), noteRead: false)
    }

    @Sendable private func edit(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(try await open(context), request, context, template: try request.query["template"])
    }

    private func respond(
        _ dossier: Dossier, _ request: Request, _ context: WebContext, template chosen: String?, errors: [FieldError] = []
    ) async throws -> Response {
        guard let press else { throw UserError.notFound }
        let person = try context.officer()
        let saved = try await house.database.read { try DossierNoteStore($0).draft(of: dossier.id) }
        let known = Set(press.templates.map(\.id))
        let template = [chosen, saved?.template].compactMap(\.self).first(where: known.contains) ?? press.suggested(dossier)
        let rules = try house.rules(
            procedure: dossier.state.submission.procedure, version: dossier.state.submission.version, caseCode: dossier.state.submission.caseCode)
        let mayAttach = availableCommands(dossier.state, in: house.context(for: Actor(person), rules: rules)).contains(.advance)
        let page = ResultDraftPage(
            house: house, dossier: dossier, templates: press.templates, template: template, saved: saved, mayAttach: mayAttach, errors: errors)
        let frame = DeskFrame(
            title: ResultDraftPage.title, person: person, live: house.live, dossier: dossier.state.publicCode, back: page.base)
        var shown = frame.page(context, request, page.html(context))
        shown.status = errors.isEmpty ? .ok : .conflict
        return context.respond(shown, to: request)
    }

    @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        guard let press, let template = form["template"], press.templates.contains(where: { $0.id == template }) else { throw UserError.notFound }
        let fields = ResultDraftPage.fields(form)
        try await WriteNote(house: house).draft(template: template, fields: fields, on: dossier, by: person)
        let base = "/work/dossiers/\(dossier.state.publicCode)"
        guard form["do"] == "attach" else { return Reply.redirect(to: base + "/result/draft") }
        let bytes = try await press.press(dossier, template, fields)
        let file = try await KeepFile(house: house)(bytes, name: "du-thao-\(dossier.state.publicCode).pdf", component: "result", field: "")
        let command = CaseCommand.advance(note: "", result: file)
        let outcome = try await ActOnDossier(house: house)(
            command, on: dossier.state.publicCode, by: Actor(person), seen: form["seen"].flatMap(Int.init))
        switch outcome {
        case .done(let after): return Reply.redirect(to: "/work/dossiers/\(after.state.publicCode)")
        case .unknownDossier: throw UserError.dossierNotFound
        case .refused(let refusal):
            let error = FieldError(field: "", message: refusal.sentence)
            return try await respond(try await open(context), request, context, template: template, errors: [error])
        }
    }
}
