// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Hummingbird
import Identity
import Kernel
import Web

/// Word of changes as they happen: of the person's queues, or of one dossier they have open.
struct EventRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work/events", use: events)
    }

    @Sendable private func events(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.officer()
        let query = try request.query
        var topics = LiveTopic.queues(of: person)
        if let code = query["code"] {
            let dossier = try await OpenDossier(house: house)(code, for: person, noteRead: false)
            topics = [LiveTopic.dossier(dossier.id.description)]
        }
        guard request.method == .get else { return Reply.text("", type: "text/event-stream") }
        // A browser that lost the line says what it heard last; a fresh page says what it was made from.
        let last = context.lastEventID(request) ?? query["since"]
        let subscription = house.live.subscribe(to: topics, session: context.session.id, after: last.flatMap(LiveMark.init))
        return Reply.events(subscription, hiding: person.accountID.description)
    }
}
