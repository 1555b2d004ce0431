// SPDX-License-Identifier: Apache-2.0

import Cases
package import Dossiers
package import Hummingbird
import Identity
import Kernel
package import Web

/// Where messages are sent from pages; the pages of the dossier show them.
package struct CorrespondenceRoutes: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package func mount(on router: Router<WebContext>) {
        router.get("/me/dossiers/:code/messages") { request, context in
            try await show(request, context, by: try context.citizen(), below: "/me/dossiers")
        }
        router.post("/me/dossiers/:code/messages") { request, context in
            try await create(request, context, by: try context.citizen(), below: "/me/dossiers")
        }
        router.get("/work/dossiers/:code/messages") { request, context in
            try await show(request, context, by: try context.officer(), below: "/work/dossiers")
        }
        router.post("/work/dossiers/:code/messages") { request, context in
            try await create(request, context, by: try context.officer(), below: "/work/dossiers")
        }
        MessageAPI(house: house).mount(on: router)
    }

    private func show(_ request: Request, _ context: WebContext, by person: Person, below folder: String) async throws -> Response {
        try await respond(request, context, by: person, below: folder, values: FormData(), errors: [])
    }

    private func create(_ request: Request, _ context: WebContext, by person: Person, below folder: String) async throws -> Response {
        let form = try await request.form(context)
        let code = try context.path("code")
        do {
            _ = try await WriteMessage(house: house)(form["text"] ?? "", on: code, by: person)
        } catch let error as UserError where !error.fields.isEmpty {
            return try await respond(request, context, by: person, below: folder, values: form, errors: error.fields)
        } catch let error as UserError where error.status == 429 {
            let refusal = FieldError(field: "text", message: error.advice ?? error.title)
            return try await respond(request, context, by: person, below: folder, values: form, errors: [refusal])
        }
        return Reply.redirect(to: "\(folder)/\(code)#messages")
    }

    private func respond(
        _ request: Request, _ context: WebContext, by person: Person, below folder: String, values: FormData, errors: [FieldError]
    ) async throws -> Response {
        let dossier = try await OpenDossier(house: house)(try context.path("code"), for: person)
        let base = "\(folder)/\(dossier.state.publicCode)"
        let thread = try await ReadMessages(house: house)(dossier, by: person)
        let view = MessagesView(
            thread: thread, base: base, publicURL: house.publicURL, view: FormView(context.language, values: values, errors: errors))
        let page = MessagesPage(view: view, code: dossier.state.publicCode, base: base, errors: errors)
        return context.respond(page.page(context), to: request)
    }
}
