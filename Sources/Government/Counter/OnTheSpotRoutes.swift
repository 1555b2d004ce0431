// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Hummingbird
import Identity
import Kernel
import Web

/// What comes right after reception: print the receipt, or solve it while the citizen waits.
struct OnTheSpotRoutes: Sendable {
    let house: DossierHouse

    func mount(on router: Router<WebContext>) {
        router.get("/work/dossiers/:code/received", use: show)
        router.post("/work/dossiers/:code/on-the-spot", use: solve)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let dossier = try await open(context)
        return context.respond(ReceivedPage(house: house, dossier: dossier).page(context), to: request)
    }

    @Sendable private func solve(_ request: Request, _ context: WebContext) async throws -> Response {
        let officer = try context.officer()
        let form = try await request.form(context)
        let dossier = try await open(context)
        var papers = ReceivedPapers(house: house, form: form)
        try await papers.keep(["result"])
        guard papers.errors.isEmpty else { return respond(dossier, papers.formWithReferences, papers.errors, request, context) }
        let particulars = SolveOnTheSpot.Particulars(
            documentNumber: form["document_number"] ?? "", result: papers.files.first, receivedBy: form["received_by"] ?? "")
        switch try await SolveOnTheSpot(house: house)(dossier, by: officer, particulars) {
        case .returned(let after), .waitsForOthers(let after): return Reply.redirect(to: "/work/dossiers/\(after.state.publicCode)/received")
        case .refused(let after, let refusal):
            let error = FieldError(field: field(refusal), message: refusal.sentence)
            return respond(after, papers.formWithReferences, [error], request, context)
        }
    }

    private func respond(_ dossier: Dossier, _ values: FormData, _ errors: [FieldError], _ request: Request, _ context: WebContext) -> Response {
        context.respond(ReceivedPage(house: house, dossier: dossier, values: values, errors: errors).page(context), to: request)
    }

    private func field(_ refusal: Refusal) -> String {
        switch refusal {
        case .documentNumberRequired: "document_number"
        case .resultFileMissing: "file.result"
        case .receiverRequired: "received_by"
        default: ""
        }
    }

    private func open(_ context: WebContext) async throws -> Dossier {
        try await OpenDossier(house: house)(try context.path("code"), for: try context.officer(), noteRead: false)
    }
}
