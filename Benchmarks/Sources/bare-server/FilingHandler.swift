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

    init(database: String) throws {
        bearers = Bearers(database: database)
        references = try FileReferences(database: database)
        writer = try FilingWriter(database: database)
    }

    func file(_ request: Request) async throws -> Response {
        let account = try bearers.account(request)
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else { throw HTTPError(.badRequest) }
        let bytes = Data(try await request.body.collect(upTo: 1 << 20).readableBytesView)
        let body = try JSONDecoder().decode(FilingBody.self, from: bytes)
        guard body.procedure == Procedure.code, body.case == Procedure.caseCode else { throw HTTPError(.unprocessableContent) }
        let files = try body.files.map { file in
            guard let file = references.file(file) else { throw HTTPError(.unprocessableContent) }
            return file
        }
        let filing = Filing(
            account: account, key: key, requestHash: hexadecimal(SHA256.hash(data: bytes)), unit: body.unit,
            resolvingUnit: body.resolving_unit ?? body.unit, applicant: body.applicant.name, delivery: body.delivery,
            content: try content(body, files, account))
        let filed = try await writer.file(filing)
        return try answer(filed, body, files)
    }

    /// The submission as it is stored, in two pieces: between them the code, which only the writer knows.
    private func content(_ body: FilingBody, _ files: [StoredSubmission.File], _ account: Bearers.Account) throws -> Filing.Content {
        let person = body.applicant
        let submission = StoredSubmission(
            answers: body.answers,
            applicant: .init(
                account: account.id, address: person.address ?? "", email: person.email ?? "", name: person.name,
                personalID: person.personal_id ?? "", phone: person.phone ?? ""),
            caseCode: body.case, delivery: body.delivery, files: files, procedure: body.procedure, receivingUnit: body.unit,
            resolvingUnit: body.resolving_unit ?? body.unit, version: Procedure.version)
        let text = try encoder().encode(submission)
        // The last one: an answer could hold the same words.
        let mark = Data(#""provisionalCode":""#.utf8)
        guard let place = text.range(of: mark, options: .backwards) else { throw HTTPError(.internalServerError) }
        return Filing.Content(
            head: String(decoding: text[..<place.upperBound], as: UTF8.self), tail: String(decoding: text[place.upperBound...], as: UTF8.self))
    }

    private func answer(_ filed: Filed, _ body: FilingBody, _ files: [StoredSubmission.File]) throws -> Response {
        let answer = FiledAnswer(
            filed_at: Moment.utc(filed.submittedAt).rfc3339, id: filed.id,
            manifest: .init(
                answers: body.answers, case: body.case,
                files: files.map { .init(component: $0.component, media_type: $0.mediaType, name: $0.name, sha256: $0.sha256, size: $0.size) },
                procedure: body.procedure, sha256: filed.hash, version: Procedure.version),
            provisional_code: filed.code)
        let bytes = ByteBuffer(bytes: try encoder().encode(answer))
        return Response(
            status: .created, headers: [.contentType: "application/json", .contentLength: String(bytes.readableBytes)],
            body: ResponseBody(byteBuffer: bytes))
    }

    private func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
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
