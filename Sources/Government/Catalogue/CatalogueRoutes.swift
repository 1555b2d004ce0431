// SPDX-License-Identifier: Apache-2.0

import Database
package import Hummingbird
import Kernel
import Markup
package import Organisation
import Paper
import Process
package import Web

/// Where the public part of the catalogue enters: the front door, the list, the page of a procedure, and both as JSON.
package struct CatalogueRoutes: Sendable {
    private let procedures: ProcedureDirectory
    private let currentOrganisation: @Sendable () -> OrganisationDirectory
    /// The address people reach this site at, `https://…` without a final slash; nil prints bare paths in QR codes.
    private let publicAddress: String?
    /// Whether dossiers are filed here, or on the National Public Service Portal.
    private let takesFilings: Bool
    private let figures: @Sendable () async -> [HomeFigure]
    private let reviews: @Sendable (any Principal) -> Bool

    /// - Parameters:
    ///   - takesFilings: whether dossiers are filed here; otherwise pages send people to the National Public Service Portal.
    ///   - figures: what the front page shows of promises kept.
    ///   - reviews: whether somebody is a legal officer, who sees what is to be confirmed.
    package init(
        procedures: ProcedureDirectory, organisation: @escaping @Sendable () -> OrganisationDirectory, publicAddress: String? = nil,
        takesFilings: Bool = true,
        figures: @escaping @Sendable () async -> [HomeFigure] = { [] }, reviews: @escaping @Sendable (any Principal) -> Bool
    ) {
        (self.procedures, self.currentOrganisation, self.publicAddress) = (procedures, organisation, publicAddress)
        (self.takesFilings, self.figures, self.reviews) = (takesFilings, figures, reviews)
    }

    private var organisation: OrganisationDirectory { currentOrganisation() }

    package func add(to router: Router<WebContext>) {
        router.get("/", use: showHome)
        router.get("/procedures", use: list)
        router.get("/procedures/suggest", use: suggest)
        router.get("/procedures/:code", use: show)
        router.get("/life/:event", use: showEvent)
        router.get("/api/v1/communes", use: communes)
        router.get("/api/v1/procedures", use: listJSON)
        router.get("/api/v1/procedures/:code", use: showJSON)
    }

    /// The scripts of these pages, to be served with the site's own.
    package static let scripts = [Asset.catalogueSearch]
    /// The style of these pages, to be loaded after the site's own.
    package static let stylesheets = [Asset.catalogueStyle]

    @Sendable private func showHome(_ request: Request, _ context: WebContext) async throws -> Response {
        let model = HomePage.Model(
            province: organisation.province.name, figures: await figures(), events: procedures.snapshot.events, takesFilings: takesFilings,
            language: context.language)
        return context.respond(HomePage.page(model), to: request)
    }

    @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let snapshot = procedures.snapshot
        if let kept = context.kept(snapshot.visitorPages, 0, for: request) { return kept }
        let question = CatalogueQuestion(try request.query)
        let model = ProcedureListPage.Model(
            question: question, answer: snapshot.find(question), fields: snapshot.fields, events: snapshot.events, takesFilings: takesFilings,
            language: context.language)
        return context.respond(ProcedureListPage.page(model), to: request, keepingIn: snapshot.visitorPages, for: 0)
    }

    @Sendable private func suggest(_ request: Request, _ context: WebContext) async throws -> Response {
        var question = CatalogueQuestion(try request.query)
        question.limit = SuggestionsJSON.most
        return try Reply.json(SuggestionsJSON(procedures.snapshot.find(question), takesFilings: takesFilings, context.language))
    }

    @Sendable private func showEvent(_ request: Request, _ context: WebContext) async throws -> Response {
        let (snapshot, id) = (procedures.snapshot, try context.path("event"))
        guard let event = snapshot.events.first(where: { $0.id == id }) else { throw UserError.unknownEvent }
        return context.respond(
            LifeEventPage.page(LifeEventPage.Model(event, in: snapshot, takesFilings: takesFilings, context.language)), to: request)
    }

    @Sendable private func communes(_ request: Request, _ context: WebContext) async throws -> Response {
        try Reply.json(CommuneListJSON(try request.query, organisation, context.language))
    }

    @Sendable private func listJSON(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = try request.query
        try CatalogueQuestion.check(query)
        return try Reply.json(ProcedureListJSON(procedures.snapshot.find(CatalogueQuestion(query)), context.language))
    }

    @Sendable private func showJSON(_ request: Request, _ context: WebContext) async throws -> Response {
        let snapshot = procedures.snapshot
        guard let entry = snapshot.entry(try context.path("code")) else { throw UserError.unknownProcedure }
        let definition = procedures.definition(entry.code, on: LocalDateTime(context.now).date)
        let key = RenderCache<[UInt8]>.Key(code: entry.code, version: definition?.version ?? 0, language: context.language)
        if let kept = snapshot.answers.piece(key) { return Reply.bytes(kept, type: "application/json") }
        let national = try await procedures.national(entry.code)
        let bytes = Array(try JSONText(encoding: ProcedureJSON(entry, definition: definition, national: national, context.language)).text.utf8)
        snapshot.answers.keep(bytes, for: key)
        return Reply.bytes(bytes, type: "application/json")
    }
}

extension CatalogueRoutes {
    /// The content is rendered once for all; only the review and the shell depend on who looks.
    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let snapshot = procedures.snapshot
        let code = try context.path("code")
        guard let entry = snapshot.entry(code) else { throw UserError.unknownProcedure }
        guard entry.code == code else { return Reply.redirect(to: "/procedures/" + encoded(entry.code)) }
        let today = LocalDateTime(context.now).date
        let definition = procedures.definition(entry.code, on: today)
        let version = definition?.version ?? 0
        if let kept = context.kept(snapshot.visitorPages, version, for: request) { return kept }
        let key = RenderCache<HTML>.Key(code: entry.code, version: version, language: context.language)
        let (facts, content) = try await content(entry, definition, key, in: snapshot)
        let review = try await review(entry, definition, context)
        return context.respond(
            ProcedurePage.page(name: facts.name, field: facts.field, content: content, review: review), to: request,
            keepingIn: snapshot.visitorPages, for: version)
    }

    private typealias Heading = (name: String, field: String)

    private func content(
        _ entry: CatalogueEntry, _ definition: ProcedureDefinition?, _ key: RenderCache<HTML>.Key, in snapshot: CatalogueSnapshot
    ) async throws -> (Heading, HTML) {
        let language = key.language
        let heading = (name: definition?.name[language] ?? entry.name[language], field: entry.field[language])
        if let kept = snapshot.pages.piece(key) { return (heading, kept) }
        let national = try await procedures.national(entry.code)
        let facts = definition.map { ProcedureFacts($0, agency: agency(of: $0), language) } ?? national.map { ProcedureFacts($0, language) }
        guard let facts else { throw UserError.unknownProcedure }
        let model = ProcedurePage.Model(
            facts: facts, status: ProcedurePage.Status(entry, definition, takesFilings: takesFilings), source: national?.source,
            qrCode: qrCode(entry.code, language),
            language: language)
        let content = ProcedurePage.content(model)
        snapshot.pages.keep(content, for: key)
        return (heading, content)
    }

    private func agency(of definition: ProcedureDefinition) -> Phrase? {
        definition.isResolvedByCommune ? nil : organisation.name(of: definition.resolvedBy)
    }

    private func qrCode(_ code: String, _ language: Language) -> HTML? {
        let address = (publicAddress ?? "") + "/procedures/" + encoded(code)
        return (try? QRCode(text: address))?.svg(label: address, moduleSize: 3)
    }

    private func review(_ entry: CatalogueEntry, _ definition: ProcedureDefinition?, _ context: WebContext) async throws -> HTML? {
        guard let principal = context.principal, reviews(principal) else { return nil }
        let flags = try await procedures.flags(entry.code)
        return ReviewSection.view(
            ReviewSection.Model(toBeConfirmed: definition?.toBeConfirmed ?? [], flags: flags, language: context.language))
    }
}

extension ProcedurePage.Status {
    init(_ entry: CatalogueEntry, _ definition: ProcedureDefinition?, takesFilings: Bool) {
        if let definition {
            self = definition.terms(of: .online) == nil ? .deskOnly : takesFilings ? .canBeFiled : .filedNationally
        } else if entry.belongsElsewhere {
            self = .elsewhere(announcedBy: entry.announcedBy)
        } else {
            self = entry.isInternal ? .withinAdministration : .informationOnly
        }
    }
}

extension UserError {
    static let unknownProcedure = UserError(
        code: "procedures.not_found", status: 404, title: Phrase(vi: "Không có thủ tục này", en: "There is no such procedure"),
        advice: Phrase(vi: "Kiểm tra lại mã thủ tục, hoặc tìm theo tên.", en: "Check the code, or search by name."))

    static let unknownEvent = UserError(
        code: "life_events.not_found", status: 404, title: Phrase(vi: "Không có trang này", en: "There is no such page"),
        advice: Phrase(vi: "Hãy chọn lại từ trang chủ, hoặc tìm theo tên thủ tục.", en: "Choose again on the front page, or search by name."))
}
