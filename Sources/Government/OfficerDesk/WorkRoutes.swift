// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import DossierViews
import Dossiers
import Hummingbird
import Identity
import Kernel
import Organisation
import Process
import Web

/// The officer's place: `/work`, and the dossiers below it.
struct WorkRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work", use: index)
        router.get("/work/dossiers", use: openByCode)
        router.get("/work/dossiers/:code", use: show)
        router.get("/work/dossiers/:code/receipt", use: receipt)
        router.get("/work/dossiers/:code/files/:index", use: file)
        router.get("/work/dossiers/:code/result", use: result)
        router.post("/work/dossiers/:code/commands", use: command)
    }

    @Sendable private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let query = try request.query
        let first: QueueView = person.holds(.oneStopOfficer) ? .new : .unit
        guard let view = query["view"].map(QueueView.init(rawValue:)) ?? first else { throw UserError.notFound }
        let after = query["after"].flatMap(DossierQueueStore.Position.init)
        let queue = try await WorkQueue(house: house)(view, for: person, after: after, limit: 50)
        let page = QueuePageView(view: view, queue: queue, calendar: house.organisation.calendar, now: house.now(), person: person)
        return context.respond(page.page(context.language), to: request)
    }

    @Sendable private func openByCode(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.officer()
        guard let code = DossierCode.normalised(try request.query["code"] ?? "") else { throw UserError.dossierNotFound }
        return Reply.redirect(to: "/work/dossiers/\(code)")
    }

    private func open(_ context: WebContext, noteRead: Bool = false) async throws -> Dossier {
        try await OpenDossier(house: house)(try context.path("code"), for: try context.officer(), noteRead: noteRead)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(try await open(context, noteRead: true), request, context)
    }

    private func respond(
        _ dossier: Dossier, _ request: Request, _ context: WebContext, values: FormData = FormData(), errors: [FieldError] = [],
        refused: CommandKind? = nil
    ) async throws -> Response {
        let person = try context.officer()
        let submission = dossier.state.submission
        let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
        let events = try await house.database.read { try DossierStore($0).events(of: dossier.id) }
        let available = availableCommands(dossier.state, in: house.context(for: Actor(person), rules: rules))
        let step = dossier.state.step.flatMap { rules.process.steps.indices.contains($0) ? rules.process.steps[$0] : nil }
        var colleagues: [Person] = []
        if available.contains(.assign), let step {
            colleagues = try await FindPerson(database: house.database).holders(of: PostRole(step.role), at: dossier.state.unit, now: house.now())
        }
        let page = OfficerDossierPage(
            house: house, dossier: dossier, events: events, available: available, process: rules.process, colleagues: colleagues, now: house.now(),
            values: values, errors: errors, refused: refused)
        return context.respond(page.page(context), to: request)
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

    @Sendable private func command(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        guard let kind = CommandKind(rawValue: form["type"] ?? "") else { throw UserError.unknownCommand }
        let fields = CommandForm(kind: kind, form: form)
        var papers = ReceivedPapers(house: house, form: form, prefix: "\(kind.rawValue).")
        try await papers.keep(["result", "supplement"])
        guard papers.errors.isEmpty else {
            return try await respond(dossier, request, context, values: papers.formWithReferences, errors: papers.errors, refused: kind)
        }
        do {
            let assignee = try await assignee(fields)
            let command = try fields.body.command(
                files: papers.files.filter { $0.component == "supplement" }, result: papers.files.first { $0.component == "result" },
                assignee: assignee)
            let outcome = try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(person), seen: fields.body.seen)
            switch outcome {
            case .done(let after): return Reply.redirect(to: "/work/dossiers/\(after.state.publicCode)")
            case .unknownDossier: throw UserError.dossierNotFound
            case .refused(let refusal):
                let latest = try await open(context)
                let errors = [FieldError(field: fields.field(for: refusal), message: refusal.sentence)]
                return try await respond(latest, request, context, values: papers.formWithReferences, errors: errors, refused: kind)
            }
        } catch let error as UserError where !error.fields.isEmpty {
            let errors = error.fields.map { FieldError(field: "\(kind.rawValue).\($0.field)", message: $0.message) }
            return try await respond(dossier, request, context, values: papers.formWithReferences, errors: errors, refused: kind)
        }
    }

    private func assignee(_ fields: CommandForm) async throws -> Actor? {
        guard let username = fields.body.account else { return nil }
        return try await FindPerson(database: house.database)(username: username, at: house.now()).map { Actor($0) }
    }
}

extension UserError {
    static let unknownCommand = UserError(
        code: "dossiers.unknown_command", status: 422,
        title: Phrase(vi: "Không có thao tác này", en: "There is no such action"),
        advice: Phrase(vi: "Quay lại hồ sơ và chọn một nút trên trang.", en: "Go back to the dossier and press one of its buttons."))
}
