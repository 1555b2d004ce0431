// SPDX-License-Identifier: Apache-2.0

import Cases
import Correspondence
import Database
import DossierViews
import Dossiers
import Hummingbird
import Identity
import Kernel
import Notices
import Process
import Web

/// The citizen's place: `/me` and the dossiers below it.
struct MyRoutes: Sendable {
    let house: DossierHouse
    private let pageSize = 20

    init(house: DossierHouse) {
        self.house = house
    }

    func mount(on router: Router<WebContext>) {
        router.get("/me", use: index)
        router.get("/me/dossiers/:code", use: show)
        router.get("/me/dossiers/:code/receipt", use: receipt)
        router.get("/me/dossiers/:code/files/:index", use: file)
        router.get("/me/dossiers/:code/result", use: result)
        router.post("/me/dossiers/:code/supplement", use: supplement)
        router.post("/me/dossiers/:code/receipt-of-result", use: takeResult)
        router.post("/me/dossiers/:code/rating", use: rate)
        router.post("/me/dossiers/:code/withdrawal", use: withdraw)
    }

    @Sendable private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        let account = person.accountID.description
        let before = try request.query["before"].flatMap(Int64.init).map { Instant(milliseconds: $0) }
        let now = house.now()
        let (rows, notices) = try await house.database.read { [pageSize] connection in
            (
                try DossierQueueStore(connection).owned(by: account, before: before, limit: pageSize + 1),
                try NoticeStore(connection).latest(for: account, limit: 10)
            )
        }
        if notices.contains(where: { !$0.isRead }) {
            try await house.database.write(.readCommitted) { try NoticeStore($0).markRead(account: account, at: now) }
        }
        let shown = Array(rows.prefix(pageSize))
        let next = rows.count > pageSize ? shown.last.map { "/me?before=\($0.submittedAt.milliseconds)" } : nil
        let drafts = before == nil ? try await ReadDrafts(house: house)(of: person) : []
        let page = MyDossiersPage(name: person.displayName, drafts: drafts, rows: shown, notices: notices, next: next)
        return context.respond(page.page(context), to: request)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let dossier = try await open(context)
        return try await respond(dossier, request, context)
    }

    private func open(_ context: WebContext) async throws -> Dossier {
        try await OpenDossier(house: house)(try context.path("code"), for: try context.citizen())
    }

    private func respond(
        _ dossier: Dossier, _ request: Request, _ context: WebContext, values: FormData = FormData(), errors: [FieldError] = []
    ) async throws -> Response {
        let person = try context.citizen()
        let (events, reads) = try await house.database.read { connection in
            (try DossierStore(connection).events(of: dossier.id), try DossierQueueStore(connection).reads(of: dossier.id))
        }
        let submission = dossier.state.submission
        let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
        let messages = try await ReadMessages(house: house)(dossier, by: person)
        let page = MyDossierPage(
            house: house, dossier: dossier, events: events, reads: reads,
            available: availableCommands(dossier.state, in: house.context(for: Actor(person), rules: rules)), process: rules.process,
            messages: messages, values: values, errors: errors)
        return context.respond(page.page(context), to: request)
    }

    @Sendable private func receipt(_ request: Request, _ context: WebContext) async throws -> Response {
        let dossier = try await open(context)
        return context.respond(try ReceiptPage(house: house, dossier: dossier).page(context), to: request)
    }

    @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        try await DossierFiles(house: house).paper(of: try await open(context), index: try context.path("index"))
    }

    @Sendable private func result(_ request: Request, _ context: WebContext) async throws -> Response {
        let dossier = try await open(context)
        guard dossier.state.status == .resolved || dossier.state.status == .resultReturned else { throw UserError.notFound }
        return try await DossierFiles(house: house).result(of: dossier)
    }

    // MARK: What the owner does

    @Sendable private func supplement(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        let dossier = try await open(context)
        var papers = ReceivedPapers(house: house, form: form)
        try await papers.keep(["supplement"])
        guard papers.errors.isEmpty else {
            return try await respond(dossier, request, context, values: papers.formWithReferences, errors: papers.errors)
        }
        let command = CaseCommand.supplement(answers: nil, files: papers.files, note: form["note"] ?? "")
        return try await act(command, dossier, papers.formWithReferences, request, context)
    }

    @Sendable private func takeResult(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        return try await act(.returnResult(.online, receivedBy: ""), try await open(context), form, request, context)
    }

    @Sendable private func rate(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        let command = CaseCommand.rate(score: form["score"].flatMap(Int.init) ?? 0, comment: form["comment"] ?? "")
        return try await act(command, try await open(context), form, request, context)
    }

    @Sendable private func withdraw(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        return try await act(.withdraw(reason: form["reason"] ?? ""), try await open(context), form, request, context)
    }

    private func act(_ command: CaseCommand, _ dossier: Dossier, _ form: FormData, _ request: Request, _ context: WebContext) async throws -> Response
    {
        let outcome = try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(try context.citizen()))
        switch outcome {
        case .done(let after): return Reply.redirect(to: "/me/dossiers/\(after.state.publicCode)")
        case .unknownDossier: throw UserError.dossierNotFound
        case .refused(let refusal):
            let field = refusal == .reasonRequired ? "reason" : refusal == .ratingOutOfRange ? "score" : ""
            return try await respond(dossier, request, context, values: form, errors: [FieldError(field: field, message: refusal.sentence)])
        }
    }
}
