// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Forms
import Hummingbird
import Identity
import Kernel
import Organisation
import Process
import Web

/// Where a citizen files: `/dossiers/new`, then `POST /dossiers`.
struct FilingRoutes: Sendable {
    let house: DossierHouse
    let takesFilings: Bool

    func mount(on router: Router<WebContext>) {
        router.get("/dossiers/new", use: new)
        router.post("/dossiers", use: create)
    }

    @Sendable private func new(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try filer(context)
        let query = try request.query
        let procedure = try procedure(query["procedure"] ?? "")
        guard !person.isCitizen || procedure.terms(of: .online) != nil else { throw UserError.deskOnly }
        let asked = query["case"] != nil || query["unit"] != nil
        guard let chosen = query["case"].flatMap({ procedure.case($0) }), let unit = query["unit"].flatMap({ house.organisation.unit($0) }),
            unit.isOneStop
        else {
            let values = FormData(query.items.map { (name: $0.name, value: $0.value) })
            let errors = asked ? startErrors(procedure, query) : []
            return context.respond(
                FilingStartPage(procedure: procedure, units: unitOptions(procedure, person), values: values, errors: errors).page(context),
                to: request)
        }
        let page = FilingPage(
            procedure: procedure, chosen: chosen, unit: unit.code, resolvingUnit: query["resolving"] ?? "", unitName: unit.receptionName,
            idempotencyKey: Identifier.new(at: house.now()).description, answers: [:], rows: [:],
            values: FormData(Prefilling(form: chosen.form, person: person).pairs), errors: [], communes: communeOptions)
        return context.respond(page.page(context), to: request)
    }

    @Sendable private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let posted = try await request.form(context)
        let person = try filer(context)
        let procedure = try procedure(posted["_procedure"] ?? "")
        guard let chosen = procedure.case(posted["_case"] ?? ""), let unit = house.organisation.unit(posted["_unit"] ?? "") else {
            throw UserError.notFound
        }
        let typed = TypedCommunes(house.organisation).resolved(posted, for: chosen.form)
        let (form, answers) = (typed.form, typed.answers)
        var papers = ReceivedPapers(house: house, form: form)
        try await papers.keep(chosen.components(for: answers).map(\.code))
        let rows = form["_add"].map { section in [section: rowCount(section, answers) + 1] } ?? [:]
        func page(_ errors: [FieldError], askMore: Bool = false) -> FilingPage {
            FilingPage(
                procedure: procedure, chosen: chosen, unit: unit.code, resolvingUnit: form["_resolving"] ?? "", unitName: unit.receptionName,
                idempotencyKey: form["_key"] ?? Identifier.new(at: house.now()).description, answers: answers, rows: rows,
                values: papers.formWithReferences, errors: errors, communes: communeOptions, askMore: askMore,
                notes: typed.notes)
        }
        if context.languageAsked(in: form) != nil || form["_add"] != nil { return context.respond(page([]).page(context), to: request) }
        if !papers.errors.isEmpty { return context.respond(page(typed.errors + papers.errors).page(context), to: request) }
        if hasNewQuestions(page([]), form) { return context.respond(page(typed.errors, askMore: true).page(context), to: request) }
        if !typed.errors.isEmpty {
            let today = LocalDateTime(house.now()).date
            let check = chosen.form.check(answers, communes: house.organisation.communeCodes, today: today)
            return context.respond(page(typed.errors(with: check.errors)).page(context), to: request)
        }
        if !typed.notes.isEmpty { return context.respond(page([]).page(context), to: request) }
        let filing = Filing(
            procedure: procedure.code, caseCode: chosen.code, unit: unit.code, resolvingUnit: form["_resolving"].flatMap { $0.isEmpty ? nil : $0 },
            channel: person.isCitizen ? .online : .inPerson, applicant: Prefilling(form: chosen.form, person: person).applicant(answers),
            answers: answers, files: papers.files,
            delivery: ResultDelivery(rawValue: form["_delivery"] ?? "") ?? .desk)
        switch try await outcome(of: filing, by: person, key: form["_key"]) {
        case .success(let dossier):
            return Reply.redirect(to: "\(person.isCitizen ? "/me" : "/work")/dossiers/\(dossier.state.publicCode)")
        case .failure(let wrong): return context.respond(page(wrong.fields).page(context), to: request)
        }
    }

    /// What keeps a filing from being taken, by field.
    private struct Wrong: Error {
        let fields: [FieldError]
    }

    private func outcome(of filing: Filing, by person: Person, key: String?) async throws -> Result<Dossier, Wrong> {
        do {
            switch try await SubmitDossier(house: house)(filing, by: Actor(person), idempotencyKey: key.map { "web-" + $0 }) {
            case .filed(let dossier), .filedBefore(let dossier): return .success(dossier)
            case .refused(let refusal):
                return .failure(
                    Wrong(fields: refusal.fields.isEmpty ? [FieldError(field: "", message: refusal.sentence)] : refusal.fields))
            case .keyReused: return .failure(Wrong(fields: [FieldError(field: "", message: UserError.keyReused.title)]))
            }
        } catch let error as UserError where !error.fields.isEmpty {
            return .failure(Wrong(fields: error.fields))
        }
    }

    private func hasNewQuestions(_ page: FilingPage, _ form: FormData) -> Bool {
        let shown = Set((form["_shown"] ?? "").split(separator: " ").map(String.init))
        let view = FormView(.vi, values: page.values)
        let now =
            QuestionViews(form: page.chosen.form, answers: page.answers, view: view, communes: [], rows: page.rows).shown
            + page.components.map(\.code)
        return !Set(now).isSubset(of: shown)
    }

    private func rowCount(_ section: String, _ answers: Answers) -> Int {
        if case .group(let rows) = answers[section] { rows.count } else { 0 }
    }

    private func procedure(_ code: String) throws -> ProcedureDefinition {
        guard let procedure = house.procedures.definition(code, on: LocalDateTime(house.now()).date) else { throw UserError.notFiledHere }
        return procedure
    }

    private func startErrors(_ procedure: ProcedureDefinition, _ query: QueryItems) -> [FieldError] {
        var errors: [FieldError] = []
        if query["case"].flatMap({ procedure.case($0) }) == nil {
            errors.append(FieldError(field: "case", message: Phrase(vi: "Hãy chọn trường hợp của bạn", en: "Choose your case")))
        }
        if query["unit"].flatMap({ house.organisation.unit($0) })?.isOneStop != true {
            errors.append(FieldError(field: "unit", message: Phrase(vi: "Hãy chọn nơi tiếp nhận hồ sơ", en: "Choose where to file")))
        }
        return errors
    }

    /// A citizen files for himself; a one-stop officer enters what somebody hands in at the desk.
    private func filer(_ context: WebContext) throws -> Person {
        let person = try context.signedIn()
        guard person.isCitizen || person.holds(.oneStopOfficer) else { throw UserError.forbidden }
        guard takesFilings || !person.isCitizen else { throw UserError.fileOnNationalPortal }
        return person
    }

    private func unitOptions(_ procedure: ProcedureDefinition, _ person: Person) -> [FieldOption] {
        guard person.isCitizen else {
            return person.units(as: .oneStopOfficer).compactMap { house.organisation.unit($0) }.map { FieldOption($0.code, $0.receptionName) }
        }
        let units = procedure.isResolvedByCommune ? house.organisation.communes.filter(\.isOneStop) : house.organisation.oneStopUnits
        return units.map { FieldOption($0.code, $0.receptionName) }
    }

    private var communeOptions: [FieldOption] {
        house.organisation.communes.compactMap { unit in unit.statisticalCode.map { FieldOption($0, unit.place ?? unit.name) } }
    }
}
