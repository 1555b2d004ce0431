// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Synchronization

@testable import Vault

/// A small S3 store over HTTP that knows one bucket, `papers`, and stumbles when told to.
final class FakeBucket: Sendable {
    enum Stumble: Sendable {
        case refuses(Int, code: String)
        /// Ends the connection in the middle of the answer.
        case breaksOff
        /// Answers with something else than what is kept.
        case alters
    }

    private struct State {
        var objects: [String: [UInt8]] = [:]
        var stumbles: [Stumble] = []
        var requests: [String] = []
    }

    private let state = Mutex(State())

    var objects: [String: [UInt8]] {
        get { state.withLock(\.objects) }
        set { state.withLock { $0.objects = newValue } }
    }

    /// What was asked, `PUT /papers/…`.
    var requests: [String] { state.withLock(\.requests) }

    func stumble(_ stumbles: Stumble...) {
        state.withLock { $0.stumbles += stumbles }
    }

    /// Runs the store while the body does.
    static func run(_ body: (FakeBucket, _ endpoint: String) async throws -> Void) async throws {
        let bucket = FakeBucket()
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let responder = CallbackResponder<BasicRequestContext> { request, _ in try await bucket.answer(request) }
        let application = Application(
            responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: Logger(label: "bucket") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await application.run() }
        defer { running.cancel() }
        var port = ports.makeAsyncIterator()
        try await body(bucket, "http://127.0.0.1:\(await port.next(isolation: #isolation) ?? 0)")
    }

    private func answer(_ request: Request) async throws -> Response {
        let body = Array(try await request.body.collect(upTo: 64 << 20).readableBytesView)
        let stumble = state.withLock { state -> Stumble? in
            state.requests.append("\(request.method.rawValue) \(request.uri.path)")
            return state.stumbles.isEmpty ? nil : state.stumbles.removeFirst()
        }
        if case .refuses(let status, let code) = stumble { return refusal(status, code) }
        let proof = request.headers[.authorization] ?? ""
        guard proof.hasPrefix("AWS4-HMAC-SHA256 Credential=key/"), proof.contains("SignedHeaders=") else { return refusal(403, "AccessDenied") }
        guard let sum = HTTPField.Name("x-amz-content-sha256"), request.headers[sum] == SHA256.hash(data: body).hex else {
            return refusal(400, "XAmzContentSHA256Mismatch")
        }
        let response = perform(request, body)
        switch stumble {
        case .breaksOff: return Response(status: .ok, headers: [.contentLength: "10"], body: Self.broken)
        case .alters: return Response(status: response.status, headers: response.headers, body: .init(byteBuffer: ByteBuffer(string: "altered")))
        default: return response
        }
    }

    private static let broken = ResponseBody(contentLength: 10) { writer in
        try await writer.write(ByteBuffer(string: "half"))
        throw IOError(errnoCode: ECONNRESET, reason: "told to")
    }

    private func perform(_ request: Request, _ body: [UInt8]) -> Response {
        let parts = request.uri.path.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.first == "papers" else { return refusal(404, "NoSuchBucket") }
        guard parts.count == 2 else { return list(request) }
        let key = parts[1]
        switch request.method {
        case .put:
            state.withLock { $0.objects[key] = body }
            return Response(status: .ok)
        case .delete:
            state.withLock { $0.objects[key] = nil }
            return Response(status: .noContent)
        default:
            guard let bytes = objects[key] else { return refusal(404, "NoSuchKey") }
            return read(bytes, request)
        }
    }

    private func read(_ bytes: [UInt8], _ request: Request) -> Response {
        guard let range = request.headers[.range]?.dropFirst("bytes=".count).split(separator: "-").compactMap({ Int($0) }), range.count == 2 else {
            return Response(status: .ok, headers: [.contentLength: "\(bytes.count)"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        guard range[0] < bytes.count else { return refusal(416, "InvalidRange") }
        let part = bytes[range[0]...min(range[1], bytes.count - 1)]
        return Response(
            status: .partialContent, headers: [.contentRange: "bytes \(range[0])-\(range[0] + part.count - 1)/\(bytes.count)"],
            body: .init(byteBuffer: ByteBuffer(bytes: part)))
    }

    /// Pages of two, so that there are several.
    private func list(_ request: Request) -> Response {
        let (prefix, after) = (request.uri.queryParameters["prefix"] ?? "", request.uri.queryParameters["continuation-token"] ?? "")
        let keys = objects.keys.filter { $0.hasPrefix(prefix) && $0 > after }.sorted()
        let contents = keys.prefix(2).map { key in
            "<Contents><Key>\(key)</Key><LastModified>2026-11-20T02:00:00.000Z</LastModified><Size>\(objects[key]?.count ?? 0)</Size></Contents>"
        }
        let more = keys.count > 2 ? "<IsTruncated>true</IsTruncated><NextContinuationToken>\(keys[1])</NextContinuationToken>" : ""
        let xml = "<?xml version=\"1.0\"?>\n<ListBucketResult xmlns=\"x\">\(more)\(contents.joined())</ListBucketResult>"
        return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: xml)))
    }

    private func refusal(_ status: Int, _ code: String) -> Response {
        let xml = "<Error><Code>\(code)</Code><Message>The store says no &amp; why</Message></Error>"
        return Response(status: .init(code: status), body: .init(byteBuffer: ByteBuffer(string: xml)))
    }
}
