// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses text worth compressing for browsers that take gzip.
struct Gzip: Sendable {
    private let pool: DeflaterPool?
    private static let worthwhileBytes = 1024
    private static let dependsOnWhoAsks = HTTPField(name: .vary, value: "Accept-Encoding")
    private static let largestBytes = 16 * 1024 * 1024

    init(level: Int?) {
        pool = level.map(DeflaterPool.init(level:))
    }

    /// Whether the answer is to be compressed; says in its headers where that depends on who asks.
    func isWanted(for response: inout Response, _ request: Request) -> Bool {
        guard pool != nil, let length = response.body.contentLength, length >= Self.worthwhileBytes, length <= Self.largestBytes,
            isTextLike(response.headers.first(.contentType)), !response.headers.contains(.contentEncoding)
        else { return false }
        if !response.headers.contains(.vary) { response.headers.append(Self.dependsOnWhoAsks) }
        return acceptsGzip(request.headers.first(.acceptEncoding))
    }

    func compress(_ response: inout Response) async throws {
        guard let pool else { return }
        let collector = BodyCollector()
        try await response.body.write(collector)
        guard let compressed = pool.compressed(collector.bytes) else {
            response.body = ResponseBody(byteBuffer: collector.bytes)
            return
        }
        response.body = ResponseBody(byteBuffer: compressed)
        response.headers.append(HTTPField(name: .contentEncoding, value: "gzip"))
    }
}

private let otherText = ["application/json", "application/problem+json", "application/yaml", "application/javascript", "image/svg+xml"]

func isTextLike(_ type: String?) -> Bool {
    guard let type else { return false }
    if type.utf8.starts(with: "text/".utf8) { return !type.utf8.starts(with: "text/event-stream".utf8) }
    return otherText.contains { type.hasPrefix($0) }
}

/// Whether the header names gzip (or anything) with a weight above zero.
func acceptsGzip(_ header: String?) -> Bool {
    guard let header else { return false }
    for part in header.split(separator: ",") {
        let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
        guard let name = pieces.first, name == "gzip" || name == "*" else { continue }
        let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
        return weight > 0
    }
    return false
}

/// Takes a body whose length is known, in memory.
final class BodyCollector: ResponseBodyWriter {
    private(set) var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        if bytes.readableBytes == 0 { bytes = buffer } else { bytes.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
