// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// `POST /api/v1/dossiers`: decodes, lets the writer write, answers.
struct FilingHandler: Sendable {
    private let bearers: Bearers
    private let references: FileReferences
    private let writer: FilingWriter

    init(database: Database, hours: OpeningHours) throws {
        bearers = Bearers(database: database)
        references = try FileReferences(database: database)
        writer = try FilingWriter(database: database, hours: hours)
    }

    func file(_ request: Request) async throws -> Response {
        let account = try bearers.account(request)
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else { throw HTTPError(.badRequest) }
        let bytes = Data(try await request.body.collect(upTo: 1 << 20).readableBytesView)
        let filing = try Filing(body: bytes, key: key, account: account, references: references)
        let filed = try await writer.file(filing)
        return try answer(filed, filing.body, filing.files)
    }

    private func answer(_ filed: Filed, _ body: FilingBody, _ files: [StoredSubmission.File]) throws -> Response {
        let answer = FiledAnswer(
            filed_at: Moment.utc(filed.submittedAt).rfc3339, id: filed.id,
            manifest: .init(
                answers: body.answers, case: body.case,
                files: files.map { .init(component: $0.component, media_type: $0.mediaType, name: $0.name, sha256: $0.sha256, size: $0.size) },
                procedure: body.procedure, sha256: filed.hash, version: Procedure.version),
            provisional_code: filed.code)
        let bytes = ByteBuffer(bytes: try encoder.encode(answer))
        return Response(
            status: .created, headers: [.contentType: "application/json", .contentLength: String(bytes.readableBytes)],
            body: ResponseBody(byteBuffer: bytes))
    }
}

/// The one procedure that is filed here.
enum Procedure {
    static let code = "1.004873"
    static let caseCode = "1.004873.01"
    static let version = 1
    static let name = "Cấp Giấy xác nhận tình trạng hôn nhân"
    static let steps = 5
}
