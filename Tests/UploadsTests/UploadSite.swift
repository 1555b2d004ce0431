// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import Synchronization
import TestDatabases
import Vault
import Web

@testable import Uploads

/// A small site of two nodes that takes uploads of two people. Its keeper refuses whatever begins with `bad`.
final class UploadSite: Sendable {
    let folder: String
    let database: any Database
    private let nodes: [(uploads: Uploads, server: WebServer)]
    private let cookies = Mutex<[String: String]>([:])

    struct Account: Principal {
        let accountID: Identifier
        let displayName: String
    }

    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        var offset: String? { headers[.uploadOffset] }
        var kept: KeptFile? { try? JSONDecoder().decode(KeptFile.self, from: Data(bytes)) }
    }

    init() async throws {
        folder = NSTemporaryDirectory() + "uploads-tests-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try temporaryDatabase()
        _ = try await Migrator(WebMigrations.all + UploadMigrations.all).migrate(database)
        var configuration = WebConfiguration(key: Secret(Array(repeating: 7, count: 32)))
        (configuration.signInPath, configuration.rateRules) = ("/sign-in", [])
        var terms = UploadTerms()
        (terms.maximumBytes, terms.openBytes, terms.pieces) = (1000, 2500, 4)
        let clock = Clock()
        var nodes: [(uploads: Uploads, server: WebServer)] = []
        for _ in 0..<2 {
            let storage = try FolderStorage(directory: folder + "/uploads")
            let uploads = Uploads(database: database, storage: storage, terms: terms, now: { clock.now }, keep: Self.keep)
            nodes.append((uploads, Self.server(configuration, database, uploads, clock)))
        }
        (self.database, self.nodes, self.clock) = (database, nodes, clock)
    }

    private static func server(_ configuration: WebConfiguration, _ database: any Database, _ uploads: Uploads, _ clock: Clock) -> WebServer {
        let loaders = Loaders(principal: { Account(accountID: $0, displayName: "\($0)") })
        return WebServer(
            configuration: configuration, site: Site(name: Phrase("Test")), database: database, loaders: loaders,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: { clock.now }
        ) { router in
            UploadRoutes(uploads: uploads).mount(on: router)
            router.post("/sign-in/:who") { _, context in
                guard let who = Identifier(try context.path("who")) else { throw UserError.notFound }
                try await context.signIn(who)
                return Reply.noContent()
            }
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    let clock: Clock

    final class Clock: Sendable {
        private let milliseconds = Mutex<Int64>(1_790_000_000_000)
        var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
        func advance(hours: Int64) { milliseconds.withLock { $0 += hours * 3_600_000 } }
    }

    private static let keep: Uploads.Keeper = { path, filename in
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        guard !bytes.starts(with: Array("bad".utf8)) else {
            throw UserError(code: "files.bad", status: 422, title: Phrase("bad"), fields: [FieldError(field: "file", message: Phrase("bad file"))])
        }
        return KeptFile(
            reference: "ref-\(filename)", name: filename, size: bytes.count, sha256: SHA256.hash(data: bytes).hex, mediaType: "text/plain", pages: nil
        )
    }

    var uploads: Uploads { nodes[0].uploads }

    /// The files that lie in the folder of unfinished uploads, and those on their way into it.
    var partialFiles: [String] {
        ["", "/incoming"].flatMap { (try? FileManager.default.contentsOfDirectory(atPath: folder + "/uploads" + $0)) ?? [] }.filter {
            $0 != "incoming"
        }
    }

    func signIn(_ number: UInt64) async throws {
        cookies.withLock { $0 = [:] }
        let answer = try await send(.post, "/sign-in/\(Identifier(high: 0x7000, low: 0x8000_0000_0000_0000 | number))", [:], nil, tus: false)
        guard answer.status == 204 else { throw UserError.forbidden }
    }

    func begin(_ length: Int, name: String = "ảnh 1.txt") async throws -> Answer {
        let metadata = "filename " + Data(name.utf8).base64EncodedString() + ",is_secret"
        return try await send(.post, "/uploads", [.uploadLength: "\(length)", .uploadMetadata: metadata], nil)
    }

    func patch(_ path: String, at offset: Int, _ text: String, _ more: HTTPFields = [:], node: Int = 0) async throws -> Answer {
        var headers: HTTPFields = [.contentType: "application/offset+octet-stream", .uploadOffset: "\(offset)", .contentLength: "\(text.utf8.count)"]
        for field in more { headers[field.name] = field.value }
        return try await send(.patch, path, headers, RequestBody(buffer: ByteBuffer(string: text)), node: node)
    }

    /// A piece that comes in two halves, with something happening in between.
    func patch(_ path: String, at offset: Int, _ text: String, meanwhile: () async throws -> Void) async throws -> Answer {
        let (body, source) = RequestBody.makeStream()
        let headers: HTTPFields = [.contentType: "application/offset+octet-stream", .uploadOffset: "\(offset)", .contentLength: "\(text.utf8.count)"]
        async let answer = send(.patch, path, headers, body)
        await source.yield(ByteBuffer(string: String(text.prefix(1))))
        try await meanwhile()
        await source.yield(ByteBuffer(string: String(text.dropFirst())))
        source.finish()
        return try await answer
    }

    /// A piece whose line breaks after `text`.
    func patchBroken(_ path: String, at offset: Int, _ text: String, _ more: HTTPFields = [:]) async throws -> Answer {
        let (body, source) = RequestBody.makeStream()
        let headers: HTTPFields = [.contentType: "application/offset+octet-stream", .uploadOffset: "\(offset)"]
        async let answer = send(.patch, path, headers + more, body)
        await source.yield(ByteBuffer(string: text))
        source.finish(IOError(errnoCode: ECONNRESET, reason: "read"))
        return try await answer
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: RequestBody? = nil, tus: Bool = true, node: Int = 0
    ) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "site.test", path: path, headerFields: headers)
        head.headerFields[.origin] = "http://site.test"
        if tus { head.headerFields[.tusResumable] = "1.0.0" }
        let cookie = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !cookie.isEmpty { head.headerFields[.cookie] = cookie }
        let request = Request(head: head, body: body ?? RequestBody(buffer: ByteBuffer()))
        let context = WebContext(detached: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let response = try await nodes[node].server.responder.respond(to: request, context: context)
        for field in response.headers[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            cookies.withLock { $0[pair[0]] = pair[1] }
        }
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return Answer(status: response.status.code, headers: response.headers, bytes: writer.bytes)
    }
}

private func + (left: HTTPFields, right: HTTPFields) -> HTTPFields {
    var all = left
    all.append(contentsOf: right)
    return all
}

private final class CollectingWriter: ResponseBodyWriter, Sendable {
    private let buffer = Mutex(ByteBuffer())

    var bytes: [UInt8] { buffer.withLock { Array($0.readableBytesView) } }

    func write(_ buffer: ByteBuffer) async throws {
        var copy = buffer
        self.buffer.withLock { _ = $0.writeBuffer(&copy) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
