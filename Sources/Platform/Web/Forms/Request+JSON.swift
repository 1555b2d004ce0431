// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
package import Hummingbird
import Kernel

extension Request {
    /// The body as JSON. Unreadable JSON is 400; a field that is missing or of the wrong kind is 422 and named by its path.
    /// - Parameter plain: reads the usual body faster; nil where it cannot, and then the decoder reads it.
    package func json<T: Decodable>(_ type: T.Type, _ context: WebContext, plain: ([UInt8]) -> T? = { _ in nil }) async throws -> T {
        guard case .json? = try? ContentType(headers[.contentType]) else { throw JSONWords.notJSON }
        try claimBody(context)
        let bytes: [UInt8]
        do {
            bytes = try await collectedBody(self, limit: context.parts.configuration.maximumJSONBytes)
        } catch {
            context.visit.with { $0.bodyWasCut = true }
            throw error
        }
        guard !holdsNull(bytes) else { throw JSONWords.holdsNull }
        if let value = plain(bytes) { return value }
        let data = Data(bytes)
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            // A number that does not fit is reported like broken syntax; only the latter is nothing any reader could read.
            if case .dataCorrupted(let place) = error, place.codingPath.isEmpty, (try? JSONSerialization.jsonObject(with: data)) != nil {
                throw JSONWords.outOfRange
            }
            throw userError(error)
        }
    }
}

/// Whether a text in the JSON holds the character NUL, written `\u0000`: no database keeps it.
private func holdsNull(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = bytes[...]
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
        let after = rest[backslash...].dropFirst()
        if after.starts(with: "u0000".utf8) { return true }
        // Skips the escaped character too: it may be a backslash itself.
        rest = after.dropFirst()
    }
    return false
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
    static let holdsNull = UserError(
        code: "json.null_character", status: 422,
        title: Phrase(vi: "Văn bản chứa ký tự NUL", en: "A text holds the character NUL"),
        advice: Phrase(vi: "Bỏ ký tự \\u0000 rồi gửi lại.", en: "Remove \\u0000 and send again."))
    static let outOfRange = UserError(
        code: "json.invalid_number", status: 422,
        title: Phrase(vi: "Có số trong JSON không dùng được", en: "A number in the JSON cannot be used"),
        advice: Phrase(vi: "Dùng số nguyên trong giới hạn đã công bố.", en: "Use whole numbers within the documented limits."))
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
