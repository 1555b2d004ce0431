// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Hummingbird

/// A filing read from its body, ready for the writer.
struct Filing: Sendable {
    /// The submission as it is stored, in two pieces: between them the code, which only the writer knows.
    struct Content: Sendable {
        let head: String
        let tail: String
    }

    let account: Bearers.Account
    let key: String
    let requestHash: String
    let body: FilingBody
    let files: [StoredSubmission.File]
    let content: Content

    var unit: String { body.unit }
    var resolvingUnit: String { body.resolving_unit ?? body.unit }
    var applicant: FilingBody.Applicant { body.applicant }
    var delivery: String { body.delivery }

    init(body bytes: Data, key: String, account: Bearers.Account, references: FileReferences) throws {
        let body = try JSONDecoder().decode(FilingBody.self, from: bytes)
        guard body.procedure == Procedure.code, body.case == Procedure.caseCode else { throw HTTPError(.unprocessableContent) }
        files = try body.files.map { file in
            guard let file = references.file(file) else { throw HTTPError(.unprocessableContent) }
            return file
        }
        (self.account, self.key, self.body) = (account, key, body)
        requestHash = hexadecimal(SHA256.hash(data: bytes))
        content = try Self.content(body, files, account)
    }

    private static func content(_ body: FilingBody, _ files: [StoredSubmission.File], _ account: Bearers.Account) throws -> Content {
        let person = body.applicant
        let submission = StoredSubmission(
            answers: body.answers,
            applicant: .init(
                account: account.id, address: person.address ?? "", email: person.email ?? "", name: person.name,
                personalID: person.personal_id ?? "", phone: person.phone ?? ""),
            caseCode: body.case, delivery: body.delivery, files: files, procedure: body.procedure, receivingUnit: body.unit,
            resolvingUnit: body.resolving_unit ?? body.unit, version: Procedure.version)
        let text = try encoder.encode(submission)
        // The last one: an answer could hold the same words.
        let mark = Data(#""provisionalCode":""#.utf8)
        guard let place = text.range(of: mark, options: .backwards) else { throw HTTPError(.internalServerError) }
        return Content(
            head: String(decoding: text[..<place.upperBound], as: UTF8.self), tail: String(decoding: text[place.upperBound...], as: UTF8.self))
    }
}

/// Sorted keys, as everything is stored.
var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
}
