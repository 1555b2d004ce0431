// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Forms
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Process
import Web

/// Dossiers for programs: `/api/v1/dossiers`, and the papers they carry.
struct DossierAPI: Sendable {
    let house: DossierHouse
    let takesFilings: Bool

    func mount(on router: Router<WebContext>) {
        let api = router.group("/api/v1")
        api.post("/files", use: keepFile)
        api.post("/dossiers", use: file)
        api.get("/dossiers/:code", use: show)
        api.post("/dossiers/:code/commands", use: command)
        api.get("/dossiers/:code/events", use: events)
    }

    // MARK: Filing

    @Sendable private func keepFile(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try context.requirePrincipal(as: Person.self)
        let name = safeFileName(try request.query["name"] ?? "")
        let body = try await request.body.collect(upTo: Self.maximumFileBytes)
        let file = try await KeepFile(house: house)(Array(body.readableBytesView), name: name, component: "", field: "body")
        let reference = try house.references.reference(file)
        return try Reply.json(KeptFileJSON(reference: reference, file: file), status: .created)
    }

    private static let maximumFileBytes = 10 * 1024 * 1024

    @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.requirePrincipal(as: Person.self)
        guard person.allows(.citizen) || person.allows(.officer) else { throw UserError.forbidden }
        guard takesFilings || !person.isCitizen else { throw UserError.fileOnNationalPortal }
        let key = try idempotencyKey(request)
        let body = try await request.json(FilingBody.self, context, plain: FilingBody.init(plain:))
        guard (body.files ?? []).count <= FilingCheck.maximumFiles else { throw UserError.tooManyFiles }
        let files = try await keep(body.files ?? [], field: "files")
        let outcome = try await SubmitDossier(house: house)(body.filing(by: person, files: files), by: Actor(person), idempotencyKey: key)
        switch outcome {
        case .filed(let dossier), .filedBefore(let dossier):
            return Reply.bytes(FiledJSON(dossier, context.language).canonicalText.bytes, type: "application/json", status: .created)
        case .refused(let refusal): throw UserError.refused(refusal)
        case .keyReused: throw UserError.keyReused
        }
    }

    private func idempotencyKey(_ request: Request) throws -> String {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name], (1...128).contains(key.utf8.count),
            key.utf8.allSatisfy(Self.isKeyCharacter)
        else { throw UserError.keyMissing }
        return key
    }

    /// Letters, digits and `_.:-`: what every kind of generated key is made of.
    private static func isKeyCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "_.:-".utf8.contains(byte)
        }
    }

    private func keep(_ bodies: [FileBody], field: String) async throws -> [AttachedFile] {
        var files: [AttachedFile] = []
        for (index, body) in bodies.enumerated() { files.append(try await keep(body, field: "\(field)[\(index)]")) }
        return files
    }

    private func keep(_ body: FileBody, field: String) async throws -> AttachedFile {
        let component = body.component ?? ""
        if let reference = body.reference {
            guard let file = house.references.file(reference, component: component) else { throw UserError.wrongReference(field) }
            return file
        }
        guard let content = body.content, let data = Data(base64Encoded: content) else { throw UserError.contentMissing(field) }
        return try await KeepFile(house: house)(Array(data), name: safeFileName(body.name ?? ""), component: component, field: field)
    }

    // MARK: One dossier

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.requirePrincipal(as: Person.self)
        let dossier = try await OpenDossier(house: house)(try context.path("code"), for: person)
        return try Reply.json(DossierJSON(dossier, context.language))
    }

    @Sendable private func events(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.requirePrincipal(as: Person.self)
        let dossier = try await OpenDossier(house: house)(try context.path("code"), for: person)
        let events = try await house.database.read { try DossierStore($0).events(of: dossier.id) }
        return try Reply.json(PageJSON(items: events.map(EventJSON.init), next: nil))
    }

    @Sendable private func command(_ request: Request, _ context: WebContext) async throws -> Response {
        let person = try context.requirePrincipal(as: Person.self)
        guard person.allows(.citizen) || person.allows(.officer) else { throw UserError.forbidden }
        let code = try context.path("code")
        let dossier = try await OpenDossier(house: house)(code, for: person, noteRead: false)
        let body = try await request.json(CommandBody.self, context)
        let files = try await keep(body.files ?? [], field: "files")
        var result: AttachedFile?
        if let file = body.result { result = try await keep(file, field: "result") }
        let assignee = try await assignee(body)
        let command = try body.command(files: files, result: result, assignee: assignee)
        let outcome = try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(person), seen: body.seen)
        switch outcome {
        case .done(let after): return try Reply.json(DossierJSON(after, context.language))
        case .refused(let refusal): throw UserError.refused(refusal)
        case .unknownDossier: throw UserError.dossierNotFound
        }
    }

    private func assignee(_ body: CommandBody) async throws -> Actor? {
        guard let username = body.account else { return nil }
        return try await FindPerson(database: house.database)(username: username, at: house.now()).map { Actor($0) }
    }
}

struct KeptFileJSON: Encodable {
    let reference: String
    let sha256: String
    let size: Int
    let mediaType: String

    enum CodingKeys: String, CodingKey {
        case reference, sha256, size
        case mediaType = "media_type"
    }

    init(reference: String, file: AttachedFile) {
        (self.reference, sha256, size, mediaType) = (reference, file.sha256, file.size, file.mediaType)
    }
}
