// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Hummingbird
import Identity
import Kernel
import Organisation
import Web

/// Who stands in while somebody is away: named by oneself, or by the head of the unit.
struct AbsenceRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work/absence", use: show)
        router.post("/work/absence", use: plan)
        router.post("/work/absence/:id/end", use: end)
    }

    private var absences: PlanAbsence { PlanAbsence(database: house.database) }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await respond(request, context)
    }

    private func respond(
        _ request: Request, _ context: WebContext, values: FormData = FormData(), errors: [FieldError] = []
    ) async throws -> Response {
        let person = try context.officer()
        let units = Self.units(of: person)
        let now = house.now()
        let places = try await places(units, at: now)
        let page = AbsencePage(
            house: house, person: person, places: places, coming: try await absences.coming(units: units, at: now), values: values, errors: errors)
        let frame = DeskFrame(title: AbsencePage.title, person: person, live: house.live, back: "/work")
        var shown = frame.page(context, request, page.html(context))
        shown.status = errors.isEmpty ? .ok : .unprocessableContent
        return context.respond(shown, to: request)
    }

    /// The units where the person handles dossiers themself.
    private static func units(of person: Person) -> [String] {
        Array(Set(person.ownPosts.filter { $0.role.stepRole != nil }.map(\.unit))).sorted()
    }

    private func places(_ units: [String], at now: Instant) async throws -> [AbsencePage.Place] {
        let find = FindPerson(database: house.database)
        var places: [AbsencePage.Place] = []
        for unit in units { places.append(.init(unit: unit, colleagues: try await find.colleagues(at: unit, now: now))) }
        return places
    }

    @Sendable private func plan(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        let dates = ["from", "to"].map { form.date($0).flatMap(LocalDate.init(iso:)) }
        var errors: [FieldError] = []
        for (name, date) in zip(["from", "to"], dates) where date == nil {
            errors.append(FieldError(field: name, message: AbsencePage.wrongDate))
        }
        let absent = form["absent"].map { Identifier($0) } ?? person.accountID
        let substitute = form["substitute"].flatMap { Identifier($0) }
        if substitute == nil { errors.append(FieldError(field: "substitute", message: AbsencePage.chooseSubstitute)) }
        guard errors.isEmpty, let from = dates[0], let to = dates[1], let absent, let substitute, let unit = form["unit"] else {
            return try await respond(request, context, values: form, errors: errors)
        }
        let plan = PlannedAbsence(absent: absent, substitute: substitute, unit: unit, from: from, to: to)
        switch try await absences(plan, by: person, at: house.now()) {
        case .planned: return Reply.redirect(to: "/work/absence")
        case .refused(let errors): return try await respond(request, context, values: form, errors: errors)
        }
    }

    @Sendable private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        guard let id = Identifier(try context.path("id")) else { throw UserError.notFound }
        try await absences.end(id, by: person, at: house.now())
        return Reply.redirect(to: "/work/absence")
    }
}
