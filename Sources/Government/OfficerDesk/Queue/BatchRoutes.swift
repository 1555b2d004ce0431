// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Hummingbird
import Identity
import Kernel
import Web

/// Several dossiers at once: first what would happen to each, then, once confirmed, each by a command of its own.
struct BatchRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work/batch", use: preview)
        router.post("/work/batch", use: carryOut)
    }

    @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let query = try request.query
        guard let action = query["type"].flatMap(BatchAction.init(rawValue:)) else { throw UserError.unknownCommand }
        let codes = Self.codes(query.all("code"))
        guard !codes.isEmpty else { throw UserError.nothingChosen }
        let plan = try await plan(action, codes, person)
        let page = BatchPages(place: query["place"] ?? "")
        return context.respond(frame(person, action, page).page(context, request, page.preview(plan, context)), to: request)
    }

    @Sendable private func carryOut(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let form = try await request.form(context)
        guard let action = form["type"].flatMap(BatchAction.init(rawValue:)) else { throw UserError.unknownCommand }
        let codes = Self.codes(form.all("code"))
        guard !codes.isEmpty else { throw UserError.nothingChosen }
        let plan = try await plan(action, codes, person)
        var results: [BatchPages.Result] = plan.unknown.map { .init(code: $0, name: "", outcome: .unknownDossier) }
        for line in plan.lines {
            let outcome = try await act(line.dossier, action, person, seen: form["seen.\(line.dossier.state.publicCode)"].flatMap(Int.init))
            results.append(.init(code: line.dossier.state.publicCode, name: line.dossier.state.submission.applicant.name, outcome: outcome))
        }
        let page = BatchPages(place: form["place"] ?? "")
        return context.respond(frame(person, action, page).page(context, request, page.results(results, action, context.language)), to: request)
    }

    /// What was previewed is done, and nothing else: a dossier that has moved on meanwhile is refused by name.
    private func act(_ dossier: Dossier, _ action: BatchAction, _ person: Person, seen: Int?) async throws -> ActionOutcome {
        let submission = dossier.state.submission
        let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
        let command = action.command(for: dossier, rules: rules, by: Actor(person))
        return try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(person), seen: seen ?? 0)
    }

    private func plan(_ action: BatchAction, _ codes: [String], _ person: Person) async throws -> BatchPlan {
        let access = DossierAccess(person, directory: house.organisation)
        let dossiers = try await house.database.read { try DossierStore($0).find(codes: codes, visibleTo: access) }
        return BatchPlan(action, codes, dossiers, house: house, person: person)
    }

    private func frame(_ person: Person, _ action: BatchAction, _ page: BatchPages) -> DeskFrame {
        DeskFrame(title: action.name, person: person, live: house.live, back: page.back)
    }

    /// In the order they were chosen in, each once, and not more than the page says.
    private static func codes(_ typed: [String]) -> [String] {
        var seen: Set<String> = []
        return Array(typed.compactMap(DossierCode.normalised).filter { seen.insert($0).inserted }.prefix(BatchAction.most))
    }
}

extension UserError {
    static let nothingChosen = UserError(
        code: "dossiers.nothing_chosen", status: 422,
        title: Phrase(vi: "Chưa chọn hồ sơ nào", en: "No dossier is selected"),
        advice: Phrase(vi: "Quay lại danh sách và đánh dấu những hồ sơ cần làm.", en: "Go back to the queue and mark the dossiers."))
}
