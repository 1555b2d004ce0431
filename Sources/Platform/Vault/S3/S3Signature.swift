// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Kernel

/// AWS Signature Version 4 in the header `Authorization`.
struct S3Signature {
    let credentials: S3Credentials
    let region: String

    /// What is signed. Header names are in lower case.
    struct Request {
        var method: String
        /// Encoded as it is sent.
        var path: String
        var query: [(name: String, value: String)] = []
        var headers: [(name: String, value: String)]
        /// SHA-256 of the body, hexadecimal.
        var payload: String
    }

    static let emptyPayload = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    /// The request's headers with those that prove who sent it.
    func signed(_ request: Request, at moment: Instant) -> [(name: String, value: String)] {
        var request = request
        request.headers += [("x-amz-content-sha256", request.payload), ("x-amz-date", Self.stamp(moment))]
        if let token = credentials.sessionToken { request.headers.append(("x-amz-security-token", token.reveal())) }
        return request.headers + [("authorization", authorization(request, at: moment))]
    }

    func authorization(_ request: Request, at moment: Instant) -> String {
        let stamp = Self.stamp(moment)
        let day = String(stamp.prefix(8))
        let scope = "\(day)/\(region)/s3/aws4_request"
        let headers = request.headers.sorted { $0.name < $1.name }
        let names = headers.map(\.name).joined(separator: ";")
        let canonical = [
            request.method, request.path, Self.queryText(request.query),
            headers.map { "\($0.name):\($0.value.trimmingCharacters(in: .whitespaces))\n" }.joined(), names, request.payload,
        ].joined(separator: "\n")
        let toSign = ["AWS4-HMAC-SHA256", stamp, scope, SHA256.hash(data: Data(canonical.utf8)).hex].joined(separator: "\n")
        var key = SymmetricKey(data: Data("AWS4\(credentials.secretKey.reveal())".utf8))
        for part in [day, region, "s3", "aws4_request"] { key = SymmetricKey(data: Self.code(part, key)) }
        return "AWS4-HMAC-SHA256 Credential=\(credentials.accessKey)/\(scope),SignedHeaders=\(names),Signature=\(Self.code(toSign, key).hex)"
    }

    /// The query in the order and the encoding that are signed; sent like this too.
    static func queryText(_ query: [(name: String, value: String)]) -> String {
        query.map { (encoded($0.name), encoded($0.value)) }.sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }

    /// `20130524T000000Z`.
    static func stamp(_ moment: Instant) -> String {
        moment.rfc3339.prefix(19).replacing("-", with: "").replacing(":", with: "") + "Z"
    }

    private static func code(_ text: String, _ key: SymmetricKey) -> HashedAuthenticationCode<SHA256> {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            let isPlain =
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-._~".utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
