// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import CitizenDesk
import DossierViews
package import Dossiers
import Forms
package import Hummingbird
import Identity
import Kernel
import Organisation
import Process
package import Web

/// The counter: `/work/reception` receives walk-ins, `/work/logbook` lists what a desk received on a day.
package struct CounterRoutes: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func mount(on router: Router<WebContext>) {
        router.get("/work/reception", use: start)
        router.post("/work/reception", use: find)
        router.post("/work/reception/file", use: receive)
        LogbookRoutes(house: house).mount(on: router)
        OnTheSpotRoutes(house: house).mount(on: router)
    }

    private func officer(_ context: WebContext) throws -> Person {
        let person = try context.officer()
        guard person.holds(.oneStopOfficer) else { throw UserError.forbidden }
        return person
    }

    @Sendable private func start(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try officer(context)
        return context.respond(ReceptionPage(search: nil).page(context), to: request)
    }

    /// Searches, or goes on to the form of what was chosen.
    @Sendable private func find(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try officer(context)
        let form = try await request.form(context)
        let search = try await ReceptionSearch(who: form["who"] ?? "", words: form["words"] ?? "", house: house, officer: person)
        guard form["go"] == "form", let choice = choice(form["case"]) else {
            return context.respond(ReceptionPage(search: search, values: form).page(context), to: request)
        }
        let somebody = form["person"].flatMap(Int.init).flatMap { search.people.indices.contains($0) ? search.people[$0] : nil }
        let desks = desks(of: person)
        guard let unit = desks.first else { throw UserError.forbidden }
        let values = FormData(CounterPrefilling(form: choice.chosen.form, person: somebody, typed: search.who, directory: house.organisation).pairs)
        let page = WalkInPage(
            house: house, procedure: choice.procedure, chosen: choice.chosen, unit: unit, desks: desks, answers: [:], rows: [:], values: values)
        return context.respond(page.page(context), to: request)
    }

    @Sendable private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try officer(context)
        let posted = try await request.form(context)
        let desks = desks(of: officer)
        guard let choice = choice(posted["_case"]), let unit = desks.first(where: { $0.code == posted["_unit"] }) else { throw UserError.notFound }
        let typed = TypedCommunes(house.organisation).resolved(posted, for: choice.chosen.form)
        let (form, answers) = (typed.form, typed.answers)
        var papers = ReceivedPapers(house: house, form: form)
        try await papers.keep(choice.chosen.components(for: answers).map(\.code))
        func page(_ errors: [FieldError] = [], askMore: Bool = false) -> WalkInPage {
            let rows = form["_add"].map { section in [section: rowCount(section, answers) + 1] } ?? [:]
            return WalkInPage(
                house: house, procedure: choice.procedure, chosen: choice.chosen, unit: unit, desks: desks, answers: answers, rows: rows,
                values: papers.formWithReferences, errors: errors, askMore: askMore, notes: typed.notes)
        }
        if context.languageAsked(in: form) != nil || form["_add"] != nil { return context.respond(page().page(context), to: request) }
        if !papers.errors.isEmpty { return context.respond(page(typed.errors + papers.errors).page(context), to: request) }
        let known = Set((form["_shown"] ?? "").split(separator: " ").map(String.init))
        if !Set(page().shown).isSubset(of: known) { return context.respond(page(typed.errors, askMore: true).page(context), to: request) }
        let today = LocalDateTime(house.now()).date
        let wrong = typed.errors(with: choice.chosen.form.check(answers, communes: house.organisation.communeCodes, today: today).errors)
        if !wrong.isEmpty { return context.respond(page(wrong).page(context), to: request) }
        if !typed.notes.isEmpty { return context.respond(page().page(context), to: request) }
        do {
            let filing = try await filing(choice, unit, form, answers, papers.files)
            switch try await ReceiveWalkIn(house: house)(filing, by: officer, key: form["_key"] ?? "") {
            case .received(let dossier): return Reply.redirect(to: "/work/dossiers/\(dossier.state.publicCode)/received")
            case .filedOnly(let dossier, _): return Reply.redirect(to: "/work/dossiers/\(dossier.state.publicCode)")
            case .refused(let refusal):
                let fields = refusal.fields.isEmpty ? [FieldError(field: "", message: refusal.sentence)] : refusal.fields
                return context.respond(page(fields).page(context), to: request)
            case .keyReused: return context.respond(page([FieldError(field: "", message: UserError.keyReused.title)]).page(context), to: request)
            }
        } catch let error as UserError where !error.fields.isEmpty {
            return context.respond(page(error.fields).page(context), to: request)
        }
    }

    /// The dossier belongs to whoever it is about: to their account, when their number has one.
    private func filing(
        _ choice: ReceptionSearch.Choice, _ unit: OrganisationUnit, _ form: FormData, _ answers: Answers, _ files: [AttachedFile]
    ) async throws -> Filing {
        var applicant = CounterPrefilling.applicant(choice.chosen.form, answers)
        if !applicant.personalID.isEmpty {
            let owner = try await FindPerson(database: house.database)(personalID: applicant.personalID, at: house.now())
            applicant.account = owner?.accountID.description
        }
        return Filing(
            procedure: choice.procedure.code, caseCode: choice.chosen.code, unit: unit.code,
            resolvingUnit: form["_resolving"].flatMap { $0.isEmpty ? nil : $0 }, returningUnit: form["_returning"].flatMap { $0.isEmpty ? nil : $0 },
            channel: .inPerson, applicant: applicant, answers: answers,
            files: files, delivery: ResultDelivery(rawValue: form["_delivery"] ?? "") ?? .desk)
    }

    private func choice(_ value: String?) -> ReceptionSearch.Choice? {
        let parts = (value ?? "").split(separator: " ").map(String.init)
        guard parts.count == 2, let procedure = house.procedures.definition(parts[0], on: LocalDateTime(house.now()).date),
            let chosen = procedure.case(parts[1])
        else { return nil }
        return ReceptionSearch.Choice(procedure: procedure, chosen: chosen)
    }

    private func desks(of officer: Person) -> [OrganisationUnit] {
        officer.units(as: .oneStopOfficer).compactMap { house.organisation.unit($0) }.filter(\.isOneStop)
    }

    private func rowCount(_ section: String, _ answers: Answers) -> Int {
        if case .group(let rows) = answers[section] { rows.count } else { 0 }
    }
}
