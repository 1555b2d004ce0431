// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Markup
import NIOCore
import Synchronization
import TestDatabases

@testable import Web

struct Somebody: Principal {
    let accountID: Identifier
    let displayName: String
}

/// Keeps metadata, writes nothing.
struct QuietLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.critical
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {}
}

/// A folder that goes when the test does.
final class Folder: Sendable {
    let path: String

    init(path: String) {
        self.path = path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

/// A clock a test can move.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_790_000_000_000)
    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
    func advance(seconds: Int64) { milliseconds.withLock { $0 += seconds * 1000 } }
}

/// A small site of its own, with its own database, answered inside the process.
struct TestSite {
    let server: WebServer
    let clock: TestClock
    let database: any Database
    private let folder: Folder
    var uploadFolder: String { folder.path + "/uploads" }

    static let account = Identifier.new(at: Instant(milliseconds: 1_700_000_000_000))

    init(configure: (inout WebConfiguration) -> Void = { _ in }, fileKeeper: (@Sendable (UploadedFile) async throws -> String)? = nil) async throws {
        folder = Folder(path: NSTemporaryDirectory() + "web-tests-" + UUID().uuidString)
        let uploadFolder = folder.path + "/uploads"
        try FileManager.default.createDirectory(atPath: uploadFolder, withIntermediateDirectories: true)
        let database = try temporaryDatabase()
        _ = try await Migrator(WebMigrations.all).migrate(database)
        var configuration = WebConfiguration(key: Secret(Array(repeating: 7, count: 32)))
        configuration.signInPath = "/sign-in"
        configuration.uploadFolder = uploadFolder
        configuration.rateRules = []
        configure(&configuration)
        let clock = TestClock()
        (self.clock, self.database) = (clock, database)
        let loaders = Loaders(
            principal: { $0 == Self.account ? Somebody(accountID: $0, displayName: "Nguyễn Thị Đào") : nil },
            bearer: { $0 == "good" ? Somebody(accountID: Self.account, displayName: "machine") : nil }, fileKeeper: fileKeeper)
        server = WebServer(
            configuration: configuration, site: Site(name: Phrase(vi: "Trang thử", en: "Test site")), database: database, loaders: loaders,
            logger: Logger(label: "test") { _ in QuietLog() }, clock: { clock.now }, mount: Self.mount)
    }

    private static func mount(_ router: Router<WebContext>) {
        router.get("/") { request, context in
            context.respond(Page(title: Phrase(vi: "Trang chủ", en: "Home"), body: "<h1>Chào</h1>"), to: request)
        }
        router.get("/long") { request, context in
            context.respond(Page(title: "Dài", body: "<h1>Dài</h1>\(Array(repeating: "<p>một hai ba</p>" as HTML, count: 500))"), to: request)
        }
        router.get("/form") { request, context in
            context.respond(Page(title: "Đơn", body: FormView(context.language).form(to: "/form", context, .empty)), to: request)
        }
        router.post("/form") { request, context in
            let form = try await request.form(context)
            let files = form.files.map { "\($0.field)|\($0.filename)|\($0.size)|\($0.sha256)" }
            return Reply.text((form.names.map { "\($0)=\(form.all($0).joined(separator: "+"))" } + files).joined(separator: ";"))
        }
        router.post("/mine") { request, context in
            let who = try context.requirePrincipal(as: Somebody.self)
            let form = try await request.form(context)
            return Reply.text("\(who.displayName):\(form["note"] ?? "-"):\(form.keptFiles("scan").joined())")
        }
        router.get("/mine") { _, context in Reply.text(try context.requirePrincipal().displayName) }
        router.post("/sign-in") { request, context in
            let form = try await request.form(context)
            try await context.signIn(account)
            return Reply.redirect(to: context.landing(held: form["held"], next: form["next"], fallback: "/"))
        }
        router.post("/sign-out") { _, context in
            try await context.signOut()
            return Reply.redirect(to: "/")
        }
        router.get("/query") { request, _ in Reply.text(try request.query["q"] ?? "nil") }
        router.get("/named/:name") { _, context in Reply.text(try context.path("name")) }
        router.get("/fault") { _, _ -> Response in throw Unexpected(secret: "mật khẩu") }
        router.get("/http-error") { _, _ -> Response in throw HTTPError(.conflict, message: "x") }
        router.post("/api/v1/things") { request, context in
            let thing = try await request.json(Thing.self, context)
            return try Reply.json(["name": thing.name, "who": context.principal?.displayName ?? ""])
        }
        router.get("/api/v1/me") { _, context in try Reply.json(["name": try context.requirePrincipal().displayName]) }
        router.get("/file") { _, _ in Reply.download([1, 2, 3], type: "application/pdf", filename: "giấy \"khai\" sinh.pdf", isInline: true) }
    }

    struct Thing: Decodable {
        let name: String
        let members: [Member]?

        struct Member: Decodable {
            let age: Int
        }
    }

    struct Unexpected: Error {
        let secret: String
    }
}

/// What came back.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value of the first hidden field of that name.
    func hidden(_ name: String) -> String? {
        guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(text[start.upperBound...].prefix { $0 != "\"" })
    }
}

/// Keeps cookies between requests, as a browser does.
final class Browser {
    let site: TestSite
    var cookies: [String: String] = [:]

    init(_ site: TestSite) {
        self.site = site
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers)
    }

    /// Posts a form as a page of the site would.
    func post(_ path: String, _ fields: [(String, String)], headers: HTTPFields = [.secFetchSite: "same-origin"]) async throws -> Answer {
        let body = fields.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await send(.post, path, headers: headers, body: Array(body.utf8))
    }

    func send(_ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8]? = nil) async throws -> Answer {
        var headers = headers
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if let body { headers[.contentLength] = "\(body.count)" }
        let head = HTTPRequest(method: method, scheme: "http", authority: "site.test", path: path, headerFields: headers)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body ?? [])))
        var logger = Logger(label: "test") { _ in QuietLog() }
        logger[metadataKey: "hb.request.id"] = "r-1"
        let response = try await site.server.responder.respond(to: request, context: WebContext(detached: logger, remoteAddress: "192.0.2.1"))
        keepCookies(response)
        let collector = BodyCollector()
        try await response.body.write(collector)
        return Answer(status: response.status.code, headers: response.headers, bytes: Array(collector.bytes.readableBytesView))
    }

    private func keepCookies(_ response: Response) {
        for field in response.headers[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = field.contains("Max-Age=0") ? nil : String(pair[1])
        }
    }
}
