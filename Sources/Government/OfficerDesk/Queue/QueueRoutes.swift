// SPDX-License-Identifier: Apache-2.0

import Correspondence
import Database
import Dossiers
import Hummingbird
import Identity
import Kernel
import Organisation
import Web

/// The queues of an officer, and finding a dossier.
struct QueueRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work", use: index)
        router.get("/work/search", use: search)
        router.get("/work/dossiers", use: openByCode)
    }

    @Sendable private func index(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let mark = house.live.mark
        let query = try request.query
        let first: QueueView = person.holds(.oneStopOfficer) ? .new : .unit
        if query["view"] != nil, QueuePlace(query) == nil { throw UserError.notFound }
        let place = QueuePlace(query) ?? QueuePlace(first)
        let after = query["after"].flatMap(DossierQueueStore.Position.init)
        let work = WorkQueue(house: house)
        let queue = try await work(place.view, for: person, filter: place.filter, after: after, limit: 50)
        let rows = QueueRows(
            rows: queue.rows, since: try await work.waitingSince(queue.rows),
            unread: try await house.database.read { try MessageStore($0).unreadForOffice(dossierIDs: queue.rows.map(\.id)) }, house: house)
        let page = QueuePageView(
            place: place, queue: queue, rows: rows, counts: try await work.counts(for: person),
            procedures: try await work.procedures(in: place.view, for: person), person: person, isAllChosen: query["choose"] == "page",
            here: request.localLink)
        let frame = DeskFrame(title: place.view.name, person: person, live: house.live)
        return context.respond(frame.page(context, request, mark: mark, page.html(context.language)), to: request)
    }

    @Sendable private func openByCode(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.officer()
        guard let code = DossierCode.normalised(try request.query["code"] ?? "") else { throw UserError.dossierNotFound }
        return Reply.redirect(to: "/work/dossiers/\(code)")
    }

    @Sendable private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let query = try request.query
        let typed = String((query["q"] ?? "").prefix(100))
        let found = try await FindDossiers(house: house)(typed, for: person, after: query["after"])
        // Whoever types a whole code wants the dossier, not a list of one.
        if case .code = found.question, let row = found.rows.first { return Reply.redirect(to: "/work/dossiers/\(row.code)") }
        let rows = QueueRows(rows: found.rows, since: try await WorkQueue(house: house).waitingSince(found.rows), unread: [:], house: house)
        let page = SearchPageView(typed: typed, found: found, rows: rows)
        let frame = DeskFrame(
            title: SearchPageView.title, person: person, live: house.live, search: typed, back: "/work")
        return context.respond(frame.page(context, request, page.html(context.language)), to: request)
    }
}
