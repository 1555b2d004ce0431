// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Database
import DossierViews
import Dossiers
import Hummingbird
import Identity
import Kernel
import Organisation
import Web

/// One dossier on an officer's desk: reading it, acting on it, noting on it.
struct DossierDeskRoutes: Sendable {
    let house: DossierHouse
    /// Whether results can be drafted here.
    let drafts: Bool

    func mount(on router: Router<WebContext>) {
        router.get("/work/dossiers/:code", use: show)
        router.get("/work/dossiers/:code/receipt", use: receipt)
        router.get("/work/dossiers/:code/files/:index", use: file)
        router.get("/work/dossiers/:code/result", use: result)
        router.post("/work/dossiers/:code/commands", use: command)
        router.post("/work/dossiers/:code/notes", use: note)
        router.post("/work/dossiers/:code/proposal", use: propose)
    }

    private func open(_ context: WebContext, noteRead: Bool = false) async throws -> Dossier {
        try await OpenDossier(house: house)(try context.path("code"), for: try context.officer(), noteRead: noteRead)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let mark = house.live.mark
        return try await respond(try await open(context, noteRead: true), request, context, mark: mark, place: try request.query)
    }

    private func respond(
        _ dossier: Dossier, _ request: Request, _ context: WebContext, mark: LiveMark? = nil, place query: QueryItems? = nil,
        values: FormData = FormData(), errors: [FieldError] = [], refused: CommandKind? = nil
    ) async throws -> Response {
        let person = try context.officer()
        var desk = try await GatherDossier(house: house)(dossier, for: person)
        desk.offersDrafts = drafts
        let page = OfficerDossierPage(
            house: house, desk: desk, file: query?["file"].flatMap(Int.init), place: try await place(query, person), values: values, errors: errors,
            refused: refused)
        return context.respond(page.page(context, request, mark: mark ?? house.live.mark), to: request)
    }

    /// Where the dossier stands in the queue it was opened from, with its neighbours there.
    private func place(_ query: QueryItems?, _ person: Person) async throws -> DeskPlace? {
        guard let query, let queue = QueuePlace(query), let at = query["at"].flatMap(DossierQueueStore.Position.init) else { return nil }
        let (previous, next) = try await WorkQueue(house: house).neighbours(of: at, in: queue.view, for: person, filter: queue.filter)
        return DeskPlace(queue: queue, at: at, previous: previous.map(queue.link(to:)), next: next.map(queue.link(to:)))
    }

    @Sendable private func receipt(_ request: Request, _ context: WebContext) async throws -> Response {
        context.respond(try ReceiptPage(house: house, dossier: try await open(context)).page(context), to: request)
    }

    @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        try await DossierFiles(house: house).paper(of: try await open(context), index: try context.path("index"))
    }

    @Sendable private func result(_ request: Request, _ context: WebContext) async throws -> Response {
        try await DossierFiles(house: house).result(of: try await open(context))
    }

    // MARK: Acting

    @Sendable private func command(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        guard let kind = CommandKind(rawValue: form["type"] ?? "") else { throw UserError.unknownCommand }
        let place = form["place"].flatMap { try? QueryItems($0) }
        let fields = CommandForm(kind: kind, form: form, components: components(of: dossier))
        var papers = ReceivedPapers(house: house, form: form, prefix: "\(kind.rawValue).")
        try await papers.keep(["result", "supplement"])
        let values = papers.formWithReferences
        guard papers.errors.isEmpty else {
            return try await respond(dossier, request, context, place: place, values: values, errors: papers.errors, refused: kind)
        }
        do {
            let assignee = try await assignee(fields)
            let command = try fields.body.command(
                files: papers.files.filter { $0.component == "supplement" }, result: papers.files.first { $0.component == "result" },
                assignee: assignee)
            let outcome = try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(person), seen: fields.body.seen)
            switch outcome {
            case .done(let after): return Reply.redirect(to: Self.link(after, place))
            case .unknownDossier: throw UserError.dossierNotFound
            case .refused(let refusal):
                let latest = try await open(context)
                let errors = [FieldError(field: fields.field(for: refusal), message: refusal.sentence)]
                return try await respond(latest, request, context, place: place, values: values, errors: errors, refused: kind)
            }
        } catch let error as UserError where !error.fields.isEmpty {
            let errors = error.fields.map { FieldError(field: "\(kind.rawValue).\($0.field)", message: $0.message) }
            return try await respond(dossier, request, context, place: place, values: values, errors: errors, refused: kind)
        }
    }

    private static func link(_ dossier: Dossier, _ place: QueryItems?) -> String {
        let base = "/work/dossiers/\(dossier.state.publicCode)"
        guard let place, let queue = QueuePlace(place), let at = place["at"].flatMap(DossierQueueStore.Position.init) else { return base }
        return "\(base)?\(DeskPlace(queue: queue, at: at).query)"
    }

    private func components(of dossier: Dossier) -> [DossierComponent] {
        let submission = dossier.state.submission
        let definition = house.procedures.definition(submission.procedure, version: submission.version)
        return definition?.components(for: submission.caseCode, answers: submission.answers) ?? []
    }

    private func assignee(_ fields: CommandForm) async throws -> Actor? {
        guard let username = fields.body.account else { return nil }
        return try await FindPerson(database: house.database)(username: username, at: house.now()).map { Actor($0) }
    }

    // MARK: Writing beside it

    @Sendable private func note(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        do {
            try await WriteNote(house: house)(form["note"] ?? "", on: dossier, by: person)
            return Reply.redirect(to: "/work/dossiers/\(dossier.state.publicCode)#notes")
        } catch let error as UserError where !error.fields.isEmpty {
            let errors = error.fields.map { FieldError(field: "note", message: $0.message) }
            return try await respond(dossier, request, context, values: form, errors: errors)
        }
    }

    @Sendable private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        let items = CommandForm(kind: .requestSupplement, form: form, components: components(of: dossier)).proposedItems
        do {
            try await WriteNote(house: house).propose(items: items, reason: form["propose.reason"] ?? "", on: dossier, by: person)
            return Reply.redirect(to: "/work/dossiers/\(dossier.state.publicCode)")
        } catch let error as UserError where !error.fields.isEmpty {
            let errors = error.fields.map { FieldError(field: "propose.\($0.field)", message: $0.message) }
            return try await respond(dossier, request, context, values: form, errors: errors)
        }
    }
}

extension UserError {
    static let unknownCommand = UserError(
        code: "dossiers.unknown_command", status: 422,
        title: Phrase(vi: "Không có thao tác này", en: "There is no such action"),
        advice: Phrase(vi: "Quay lại hồ sơ và chọn một nút trên trang.", en: "Go back to the dossier and press one of its buttons."))
}
