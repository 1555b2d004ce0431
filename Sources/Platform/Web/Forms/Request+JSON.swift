// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
package import Hummingbird
import Kernel

extension Request {
    /// The body as JSON. Unreadable JSON is 400; a field that is missing or of the wrong kind is 422 and named by its path.
    package func json<T: Decodable>(_ type: T.Type, _ context: WebContext) async throws -> T {
        guard case .json? = try? ContentType(headers[.contentType]) else { throw JSONWords.notJSON }
        try claimBody(context)
        let bytes: [UInt8]
        do {
            bytes = try await collectedBody(self, limit: context.parts.configuration.maximumJSONBytes)
        } catch {
            context.visit.with { $0.bodyWasCut = true }
            throw error
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw userError(error)
        }
    }
}

private func userError(_ error: DecodingError) -> UserError {
    switch error {
    case .keyNotFound(let key, let place): JSONWords.field(place.codingPath + [key], JSONWords.missing)
    case .valueNotFound(_, let place): JSONWords.field(place.codingPath, JSONWords.missing)
    case .typeMismatch(_, let place): JSONWords.field(place.codingPath, JSONWords.wrongKind)
    case .dataCorrupted(let place): place.codingPath.isEmpty ? JSONWords.malformed : JSONWords.field(place.codingPath, JSONWords.wrongKind)
    @unknown default: JSONWords.malformed
    }
}

private enum JSONWords {
    static let notJSON = UserError(
        code: "json.unsupported_type", status: 415,
        title: Phrase(vi: "Dữ liệu phải là JSON", en: "The body must be JSON"),
        advice: Phrase(vi: "Đặt Content-Type là application/json.", en: "Set Content-Type to application/json."))
    static let malformed = UserError.badRequest(
        "json.malformed", Phrase(vi: "JSON gửi lên không đọc được", en: "The JSON cannot be read"),
        advice: Phrase(vi: "Kiểm tra lại cú pháp JSON.", en: "Check the JSON syntax."))
    static let missing = Phrase(vi: "Thiếu giá trị này", en: "This value is missing")
    static let wrongKind = Phrase(vi: "Giá trị này sai kiểu hoặc sai dạng", en: "This value is of the wrong kind or form")

    static func field(_ path: [any CodingKey], _ message: Phrase) -> UserError {
        UserError(
            code: "json.invalid_field", status: 422,
            title: Phrase(vi: "Có giá trị trong JSON chưa đúng", en: "A value in the JSON is not right"),
            fields: [FieldError(field: spoken(path), message: message)])
    }

    /// `members[1].id_number`.
    private static func spoken(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue { text += "[\(index)]" } else { text += text.isEmpty ? key.stringValue : ".\(key.stringValue)" }
        }
    }
}
