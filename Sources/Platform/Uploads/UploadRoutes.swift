// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
package import Hummingbird
import Kernel
package import Web

/// Uploads that continue where the line broke: tus 1.0.0 with creation, checksum and termination, for whoever is signed
/// in. A program that says it accepts JSON is told with the last piece what was kept; `GET` tells it again for a day.
package struct UploadRoutes: Sendable {
    let uploads: Uploads

    package init(uploads: Uploads) {
        self.uploads = uploads
    }

    package func mount(on router: Router<WebContext>) {
        add(to: router, .options, "/uploads", options)
        add(to: router, .options, "/uploads/:id", options)
        add(to: router, .post, "/uploads", create)
        add(to: router, .head, "/uploads/:id", progress)
        add(to: router, .get, "/uploads/:id", kept)
        add(to: router, .patch, "/uploads/:id", append)
        add(to: router, .delete, "/uploads/:id", terminate)
    }

    private typealias Handler = @Sendable (Request, WebContext) async throws -> Response

    /// Every answer names the protocol, refusals too, and those are for programs.
    private func add(to router: Router<WebContext>, _ method: HTTPRequest.Method, _ path: RouterPath, _ handle: @escaping Handler) {
        router.on(path, method: method) { request, context in
            var response: Response
            do {
                response = try await handle(request, context)
            } catch let error as UserError {
                response = Reply.problem(error, language: context.language, requestID: context.requestID)
                if error.status == 412 { response.headers[.tusVersion] = "1.0.0" }
            } catch let mismatch as OffsetMismatch {
                response = Reply.problem(UploadWords.offset, language: context.language, requestID: context.requestID)
                response.headers[.uploadOffset] = String(mismatch.offset)
            } catch let outage as any Outage {
                context.log(outage)
                response = Reply.problem(outage.userError, language: context.language, requestID: context.requestID)
            }
            response.headers[.tusResumable] = "1.0.0"
            response.headers[.cacheControl] = "no-store"
            return response
        }
    }

    @Sendable private func options(_ request: Request, _ context: WebContext) async throws -> Response {
        Response(
            status: .noContent,
            headers: [
                .tusVersion: "1.0.0", .tusExtension: "creation,checksum,termination", .tusMaximum: String(uploads.terms.maximumBytes),
                .tusAlgorithms: PieceChecksum.Algorithm.allCases.map(\.rawValue).joined(separator: ","),
            ])
    }

    @Sendable private func create(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try sender(request, context)
        guard let length = number(request, .uploadLength) else { throw UploadWords.header("Upload-Length") }
        let metadata = request.headers[.uploadMetadata] ?? ""
        guard metadata.utf8.count <= 4096 else { throw UploadWords.header("Upload-Metadata") }
        let upload = try await uploads.begin(length: length, metadata: metadata, account: account)
        return Response(status: .created, headers: [.location: "/uploads/\(upload.id)", .uploadOffset: "0"])
    }

    @Sendable private func progress(_ request: Request, _ context: WebContext) async throws -> Response {
        let upload = try await uploads.find(try context.path("id"), account: try sender(request, context))
        var headers: HTTPFields = [.uploadOffset: String(upload.received), .uploadLength: String(upload.length)]
        if !upload.metadata.isEmpty { headers[.uploadMetadata] = upload.metadata }
        return Response(status: .ok, headers: headers)
    }

    @Sendable private func kept(_ request: Request, _ context: WebContext) async throws -> Response {
        let upload = try await uploads.find(try context.path("id"), account: try context.requirePrincipal().accountID)
        return try Reply.json(try await uploads.finish(upload))
    }

    @Sendable private func append(_ request: Request, _ context: WebContext) async throws -> Response {
        let account = try sender(request, context)
        guard request.headers[.contentType] == "application/offset+octet-stream" else { throw UploadWords.type }
        guard let offset = number(request, .uploadOffset) else { throw UploadWords.header("Upload-Offset") }
        let upload = try await uploads.find(try context.path("id"), account: account)
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > upload.length - min(offset, upload.length) {
            throw UploadWords.tooLong
        }
        let after = try await uploads.append(request, at: offset, checksum: try checksum(request), to: upload, context)
        guard after.isWhole else { return Response(status: .noContent, headers: [.uploadOffset: String(after.received)]) }
        let kept = try await uploads.finish(after)
        // The protocol's own answer is empty; who asks for JSON spares a question over a slow line.
        let wantsJSON = request.headers[.accept]?.contains("application/json") ?? false
        var response = wantsJSON ? try Reply.json(kept) : Response(status: .noContent)
        response.headers[.uploadOffset] = String(after.received)
        return response
    }

    @Sendable private func terminate(_ request: Request, _ context: WebContext) async throws -> Response {
        try await uploads.remove(try await uploads.find(try context.path("id"), account: try sender(request, context)))
        return Response(status: .noContent)
    }

    private func sender(_ request: Request, _ context: WebContext) throws -> Identifier {
        guard request.headers[.tusResumable] == "1.0.0" else { throw UploadWords.version }
        return try context.requirePrincipal().accountID
    }

    private func checksum(_ request: Request) throws -> PieceChecksum? {
        guard let header = request.headers[.uploadChecksum] else { return nil }
        guard let checksum = PieceChecksum(header) else { throw UploadWords.header("Upload-Checksum") }
        return checksum
    }

    private func number(_ request: Request, _ name: HTTPField.Name) -> Int? {
        request.headers[name].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
}
