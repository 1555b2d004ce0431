// SPDX-License-Identifier: Apache-2.0

import Database
package import Dossiers
import Foundation
import HTTPTypes
package import Hummingbird
import Identity
import Kernel
package import Web

/// Where receipts are shown, downloaded and checked.
package struct ReceiptRoutes: Sendable {
    let house: DossierHouse
    let key: ReceiptKey

    package init(house: DossierHouse, key: ReceiptKey) {
        (self.house, self.key) = (house, key)
    }

    package func mount(on router: Router<WebContext>) {
        for base in ["/me", "/work"] {
            router.get("\(base)/dossiers/:code/content-receipt", use: show)
            router.get("\(base)/dossiers/:code/content-receipt.json", use: download)
        }
        router.get("/api/v1/dossiers/:code/content-receipt", use: download)
        router.get("/receipts/key", use: publicKey)
        router.get("/receipts/check", use: check)
        router.post("/receipts/check", use: checkFiles)
    }

    // MARK: The owner and the office

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let (dossier, receipt, received) = try await issued(request, context)
        let base = String(request.uri.path.dropLast("/content-receipt".count))
        let page = ContentReceiptPage(house: house, dossier: dossier, receipt: receipt, received: received, keyID: key.id, base: base)
        return context.respond(try page.page(context.language), to: request)
    }

    @Sendable private func download(_ request: Request, _ context: WebContext) async throws -> Response {
        let (_, receipt, _) = try await issued(request, context)
        return Reply.download(
            try ReceiptFile(receipt, key: key).json, type: "application/json",
            filename: "bien-nhan-\(receipt.code)-\(receipt.sequence).json")
    }

    private func issued(_ request: Request, _ context: WebContext) async throws -> (Dossier, ContentReceipt, ReceivedItems) {
        let dossier = try await OpenDossier(house: house)(try context.path("code"), for: try context.signedIn())
        let sequence = try request.query["event"].map { typed in
            guard let number = Int(typed) else { throw UserError.notFound }
            return number
        }
        let issued = try await IssueReceipt(house: house, key: key)(for: dossier, sequence: sequence ?? 1)
        return (dossier, issued.receipt, issued.received)
    }

    // MARK: Anybody

    @Sendable private func publicKey(_ request: Request, _ context: WebContext) throws -> Response {
        try Reply.json(PublicKeyJSON(key))
    }

    @Sendable private func check(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let typed = try request.query["r"], !typed.isEmpty else {
            return context.respond(CheckReceiptPage().page(context), to: request)
        }
        guard let token = ReceiptToken(typed) else {
            return context.respond(CheckReceiptPage(verdict: .forged).page(context), to: request)
        }
        let verdict = try await CheckReceipt(house: house, key: key)(token)
        return context.respond(CheckReceiptPage(verdict: verdict).page(context), to: request)
    }

    @Sendable private func checkFiles(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await request.form(context)
        guard let upload = form.file("receipt"), upload.size > 0 else {
            let error = FieldError(field: "receipt", message: CheckReceiptPage.chooseReceipt)
            return context.respond(CheckReceiptPage(errors: [error]).page(context), to: request)
        }
        let bytes = FileManager.default.contents(atPath: upload.path) ?? Data()
        guard let file = try? JSONDecoder().decode(ReceiptFile.self, from: bytes), let token = file.token else {
            return context.respond(CheckReceiptPage(verdict: .forged).page(context), to: request)
        }
        let verdict = try await CheckReceipt(house: house, key: key)(token)
        let papers = form.files("papers").filter { $0.size > 0 }.map { (name: $0.filename, sha256: $0.sha256) }
        return context.respond(CheckReceiptPage(verdict: verdict, papers: papers).page(context), to: request)
    }
}

/// The public key as a JSON Web Key (RFC 8037).
private struct PublicKeyJSON: Encodable {
    let kty = "OKP"
    let crv = "Ed25519"
    let use = "sig"
    let alg = "EdDSA"
    let kid: String
    let x: String

    init(_ key: ReceiptKey) {
        (kid, x) = (key.id, Base64URL.text(key.publicBytes))
    }
}
