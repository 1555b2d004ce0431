// SPDX-License-Identifier: Apache-2.0

/// The `Content-Type` of a body as far as we read bodies.
enum ContentType: Equatable {
    case urlEncoded
    case multipart(boundary: [UInt8])
    case json
    case other

    init(_ header: String?) throws(FormProblem) {
        guard let header else {
            self = .other
            return
        }
        let bytes = Array(header.utf8)[...]
        let kind = String(decoding: bytes.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self).lowercased().filter { $0 != " " }
        switch kind {
        case "application/x-www-form-urlencoded": self = .urlEncoded
        case "application/json": self = .json
        case "multipart/form-data": self = .multipart(boundary: try Self.boundary(bytes))
        default: self = kind.hasPrefix("application/") && kind.hasSuffix("+json") ? .json : .other
        }
    }

    private static func boundary(_ bytes: ArraySlice<UInt8>) throws(FormProblem) -> [UInt8] {
        let parameters: [String: String]
        do {
            parameters = try PartHeader.parameters(bytes, of: "multipart/form-data")
        } catch {
            throw .missingBoundary
        }
        let boundary = Array((parameters["boundary"] ?? "").utf8)
        let isPrintable = boundary.allSatisfy { (0x20...0x7E).contains($0) }
        guard (1...70).contains(boundary.count), isPrintable, boundary.last != 0x20 else { throw .missingBoundary }
        return boundary
    }
}
