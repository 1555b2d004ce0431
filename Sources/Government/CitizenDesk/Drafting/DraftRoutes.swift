// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Database
import DossierViews
import Dossiers
import Drafts
import Forms
import Hummingbird
import Identity
import Kernel
import Organisation
import Process
import Web

/// Filing in small steps: each step is kept as it is sent, and goes on from any device.
struct DraftRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.post("/drafts", use: begin)
        router.get("/drafts/:id", use: open)
        router.get("/drafts/:id/:step", use: show)
        router.post("/drafts/:id/file", use: file)
        router.post("/drafts/:id/discard", use: discard)
        router.post("/drafts/:id/:step", use: save)
    }

    // MARK: Beginning and ending

    @Sendable private func begin(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        let form = try await request.form(context)
        let today = LocalDateTime(house.now()).date
        guard let procedure = house.procedures.definition(form["procedure"] ?? "", on: today) else { throw UserError.notFiledHere }
        guard procedure.terms(of: .online) != nil else { throw UserError.deskOnly }
        guard let chosen = form["case"].flatMap({ procedure.case($0) }), let unit = form["unit"].flatMap({ house.organisation.unit($0) }),
            unit.isOneStop
        else {
            let query = ["procedure", "case", "unit"].map { "\($0)=\(percentEncoded(form[$0] ?? ""))" }.joined(separator: "&")
            return Reply.redirect(to: "/dossiers/new?" + query)
        }
        let known = Prefilling(form: chosen.form, person: person).pairs.map { FilingDraft.Entry(name: $0.name, value: $0.value) }
        let draft = try await BeginDraft(database: house.database, now: house.now)(
            account: person.accountID.description, procedure: procedure.code, version: procedure.version, caseCode: chosen.code, unit: unit.code,
            entries: known)
        return Reply.redirect(to: "/drafts/\(draft.id)")
    }

    @Sendable private func discard(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        _ = try await request.form(context)
        try await DiscardDraft(database: house.database)(try id(context), of: person.accountID.description)
        return Reply.redirect(to: "/me")
    }

    @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        let form = try await request.form(context)
        let draft = try await find(context, person)
        if let filed = try await FileDraft(house: house).filed(draft.id, person) { return Self.toDossier(filed) }
        let inHand = try DraftInHand(draft, house: house)
        do {
            switch try await FileDraft(house: house)(draft, seen: form["_seen"].flatMap(Int.init) ?? 0, as: inHand.filing(by: person), by: person) {
            case .filed(let dossier): return Self.toDossier(dossier)
            case .changedMeanwhile:
                let latest = try DraftInHand(try await find(context, person), house: house)
                return context.respond(DraftReviewPage(draft: latest, changedMeanwhile: true).page(context), to: request)
            case .refused(let refusal):
                let fields = refusal.fields.isEmpty ? [FieldError(field: "", message: refusal.sentence)] : refusal.fields
                return context.respond(DraftReviewPage(draft: inHand, refused: fields).page(context), to: request)
            }
        } catch let error as UserError where !error.fields.isEmpty {
            return context.respond(DraftReviewPage(draft: inHand, refused: error.fields).page(context), to: request)
        }
    }

    private static func toDossier(_ dossier: Dossier) -> Response {
        Reply.redirect(to: "/me/dossiers/\(dossier.state.publicCode)")
    }

    // MARK: Steps

    /// To the first step where something is missing.
    @Sendable private func open(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        let draft = try await find(context, person)
        if let filed = try await FileDraft(house: house).filed(draft.id, person) { return Self.toDossier(filed) }
        let inHand = try DraftInHand(draft, house: house)
        let step = inHand.steps.first { !inHand.errors(of: $0).isEmpty } ?? .review
        return Reply.redirect(to: "/drafts/\(draft.id)/\(step.id)")
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        let draft = try await find(context, person)
        if let filed = try await FileDraft(house: house).filed(draft.id, person) { return Self.toDossier(filed) }
        let inHand = try DraftInHand(draft, house: house)
        let named = try context.path("step")
        guard let step = inHand.steps.first(where: { $0.id == named }) else { return Reply.redirect(to: "/drafts/\(draft.id)") }
        if step == .review { return context.respond(DraftReviewPage(draft: inHand).page(context), to: request) }
        let toReview = try request.query["review"] != nil
        // On the way to the review what is wrong is shown at once: that is why somebody comes here.
        let errors = toReview ? inHand.errors(of: step) : []
        let page = DraftStepPage(draft: inHand, step: step, values: inHand.values, errors: errors, toReview: toReview).page(context)
        var shown = page
        shown.status = .ok
        return context.respond(shown, to: request)
    }

    @Sendable private func save(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.citizen()
        let form = try await request.form(context)
        let draft = try await find(context, person)
        if form["_autosave"] == nil, let filed = try await FileDraft(house: house).filed(draft.id, person) { return Self.toDossier(filed) }
        let before = try DraftInHand(draft, house: house)
        let named = try context.path("step")
        guard let step = before.steps.first(where: { $0.id == named }), step != .review else {
            return Reply.redirect(to: "/drafts/\(before.draft.id)")
        }
        let posted = try await PostedStep(form, step: step, chosen: before.chosen, house: house)
        let saved = try await SaveDraft(database: house.database, now: house.now)(
            before.draft.id, of: person.accountID.description, fields: { step.holds($0) }, merge: posted.merge(form["_was"]))
        if form["_autosave"] != nil { return try Reply.json(SavedJSON(saved.draft, shown: ShownAnswers(posted.entries))) }
        let after = try DraftInHand(saved.draft, house: house)
        let shown = ShownAnswers(form["_was"] ?? "")
        let otherSaved = shown.wereChanged(in: saved.before.entries.filter { step.holds($0.name) }, besides: posted.entries)
        return try respond(after, step, posted, form, otherSaved, request, context)
    }

    private func respond(
        _ draft: DraftInHand, _ step: DraftStep, _ posted: PostedStep, _ form: FormData, _ otherSaved: Bool, _ request: Request,
        _ context: WebContext
    ) throws -> Response {
        let toReview = form["_review"] != nil
        var page = DraftStepPage(draft: draft, step: step, values: draft.values, toReview: toReview)
        if otherSaved { page.notices.append(FilingWords.otherDevice) }
        if form["_go"] == "later" { return Reply.redirect(to: "/me") }
        let place = draft.index(of: step)
        if form["_go"] == "back" { return Reply.redirect(to: "/drafts/\(draft.draft.id)/\(draft.steps[max(0, place - 1)].id)") }
        if context.languageAsked(in: form) != nil || posted.rowsChanged {
            page.rows = posted.rows
            return context.respond(page.page(context), to: request)
        }
        let known = Set((form["_shown"] ?? "").split(separator: " ").map(String.init))
        if !Set(page.shown).isSubset(of: known) {
            page.notices.append(FilingWords.moreQuestions)
            return context.respond(page.page(context), to: request)
        }
        page.errors = posted.errors + draft.errors(of: step)
        // Whoever was not alone on this draft sees what became of the step before going on.
        guard page.errors.isEmpty, !otherSaved else { return context.respond(page.page(context), to: request) }
        let next: DraftStep = toReview ? .review : draft.steps[min(place + 1, draft.steps.count - 1)]
        return Reply.redirect(to: "/drafts/\(draft.draft.id)/\(next.id)")
    }

    private func find(_ context: WebContext, _ person: Person) async throws -> FilingDraft {
        let id = try id(context)
        let account = person.accountID.description
        guard let draft = try await house.database.read({ try DraftStore($0).find(id, of: account) }) else { throw UserError.draftNotFound }
        return draft
    }

    private func id(_ context: WebContext) throws -> Identifier {
        guard let id = Identifier(try context.path("id")) else { throw UserError.draftNotFound }
        return id
    }
}

/// The answer to a saving the page made by itself.
private struct SavedJSON: Encodable {
    let savedAt: String
    let was: String

    enum CodingKeys: String, CodingKey {
        case was
        case savedAt = "saved_at"
    }

    init(_ draft: FilingDraft, shown: ShownAnswers) {
        was = shown.text
        let at = LocalDateTime(draft.savedAt)
        savedAt = "\(padded(at.minuteOfDay / 60, 2)):\(padded(at.minute, 2))"
    }
}
