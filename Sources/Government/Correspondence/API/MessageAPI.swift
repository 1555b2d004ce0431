// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Web

/// Messages for programs: `/api/v1/dossiers/{code}/messages`.
struct MessageAPI: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/api/v1/dossiers/:code/messages", use: list)
        router.post("/api/v1/dossiers/:code/messages", use: create)
    }

    @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.signedIn()
        let dossier = try await OpenDossier(house: house)(try context.path("code"), for: person)
        let thread = try await ReadMessages(house: house)(dossier, by: person)
        return try Reply.json(ThreadJSON(items: thread.messages.map(MessageJSON.init)))
    }

    @Sendable private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.requirePrincipal(as: Person.self)
        guard person.allows(person.isOfficer ? .officer : .citizen) else { throw UserError.scopeMissing(person.isOfficer ? .officer : .citizen) }
        let body = try await request.json(MessageBody.self, context)
        let message = try await WriteMessage(house: house)(body.text, on: try context.path("code"), by: person)
        return try Reply.json(MessageJSON(message), status: .created)
    }
}

private struct MessageBody: Decodable {
    let text: String
}

private struct ThreadJSON: Encodable {
    let items: [MessageJSON]
}

private struct MessageJSON: Encodable {
    let id: String
    let author: String
    let from_office: Bool
    let text: String
    let at: Instant
    let read_at: Instant?

    init(_ message: Message) {
        (id, author, from_office) = (message.id.description, message.authorName, message.isFromOffice)
        (text, at, read_at) = (message.text, message.at, message.readAt)
    }
}
