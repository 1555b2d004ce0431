// SPDX-License-Identifier: Apache-2.0

import Database
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Web

/// Queues and tracking for programs.
struct QueueAPI: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        let api = router.group("/api/v1")
        api.get("/work", use: work)
        api.get("/tracking/:code", use: track)
    }

    @Sendable private func work(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.requirePrincipal(as: Person.self)
        guard person.allows(.officer), person.isOfficer else { throw UserError.forbidden }
        let query = try request.query
        guard let view = QueueView(rawValue: query["view"] ?? "mine") else {
            throw UserError.badRequest(
                "dossiers.unknown_view", Phrase(vi: "Không có danh sách này", en: "There is no such view"),
                advice: Phrase(QueueView.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        let after = try query["after"].map { text in
            guard let position = DossierQueueStore.Position(text) else { throw UserError.wrongCursor }
            return position
        }
        let limit = try Self.limit(query["limit"])
        let page = try await WorkQueue(house: house)(view, for: person, after: after, limit: limit)
        return try Reply.json(PageJSON(items: page.rows.map { SummaryJSON($0, context.language) }, next: page.next?.text))
    }

    @Sendable private func track(_ request: Request, _ context: WebContext) async throws -> Response {
        let tracked = try await TrackDossier(house: house)(try context.path("code"))
        return try Reply.json(TrackedJSON(tracked, context.language))
    }

    static func limit(_ text: String?) throws -> Int {
        guard let text else { return 20 }
        guard let limit = Int(text), (1...100).contains(limit) else {
            throw UserError.badRequest("limit_out_of_range", Phrase(vi: "limit phải từ 1 đến 100", en: "limit must be between 1 and 100"))
        }
        return limit
    }
}

/// The public face of a dossier by its code.
package struct TrackDossier: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ typed: String) async throws -> TrackedDossier {
        guard let code = DossierCode.normalised(typed),
            let tracked = try await house.database.lookUp({ try DossierQueueStore($0).tracked(code: code) })
        else { throw UserError.dossierNotFound }
        return tracked
    }
}

extension UserError {
    static let wrongCursor = UserError.badRequest(
        "wrong_cursor", Phrase(vi: "after không đúng", en: "after is not valid"),
        advice: Phrase(vi: "Dùng giá trị next của trang trước.", en: "Use the value next of the page before."))
}
