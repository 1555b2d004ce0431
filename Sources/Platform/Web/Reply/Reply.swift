// SPDX-License-Identifier: Apache-2.0

import Foundation
package import HTTPTypes
package import Hummingbird
package import Kernel
package import Markup
import NIOCore

/// Answers that are not a page of the site.
package enum Reply {
    /// JSON with sorted keys.
    package static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return bytes(try encoder.encode(value), type: "application/json", status: status)
    }

    package static func text(_ text: String, type: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok) -> Response {
        bytes(text.utf8, type: type, status: status)
    }

    /// A piece of HTML without the site around it.
    package static func html(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        bytes(html.bytes, type: "text/html; charset=utf-8", status: status)
    }

    package static func bytes(_ bytes: some Sequence<UInt8>, type: String, status: HTTPResponse.Status = .ok) -> Response {
        let body = ByteBuffer(bytes: bytes)
        var headers = HTTPFields()
        headers.reserveCapacity(16)
        headers.append(HTTPField(name: .contentType, value: type))
        headers.append(HTTPField(name: .contentLength, value: String(body.readableBytes)))
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    package static func noContent() -> Response { Response(status: .noContent) }

    /// Sends the browser on with GET. Only paths of this site are followed; anything else leads home.
    package static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: isLocalPath(path) ? percentEncoded(path, keeping: "/?#[]@!$&'()*+,;=:%") : "/"])
    }

    /// An error as `application/problem+json` (RFC 9457).
    package static func problem(_ error: UserError, language: Language, requestID: String = "") -> Response {
        let problem = Problem(error, language: language, requestID: requestID)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = (try? encoder.encode(problem)) ?? Data("{}".utf8)
        return bytes(body, type: "application/problem+json", status: .init(code: error.status))
    }
}

/// Whether a link is a path of this site.
package func isLocalPath(_ link: String) -> Bool {
    link.utf8.first == UInt8(ascii: "/") && isLocalLink(link)
}

private struct Problem: Encodable {
    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String?
    let code: String
    let request_id: String?
    let errors: [Field]?

    struct Field: Encodable {
        let field: String
        let message: String
    }

    init(_ error: UserError, language: Language, requestID: String) {
        title = error.title[language]
        status = error.status
        detail = error.advice?[language]
        code = error.code
        request_id = requestID.isEmpty ? nil : requestID
        errors = error.fields.isEmpty ? nil : error.fields.map { Field(field: $0.field, message: $0.message[language]) }
    }
}
