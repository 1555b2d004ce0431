// SPDX-License-Identifier: Apache-2.0

import Database
import HTTPTypes
import Hummingbird
import Identity
import Kernel
import Logging
import NIOCore
import Organisation
import Synchronization
import TestDatabases
import Web

/// A visitor of a small site made of this context and two pages that say who one is; keeps cookies like a browser.
actor Browser {
    nonisolated let database: any Database
    private let server: WebServer
    private var cookies: [String: String] = [:]

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: String
        var location: String? { headers[.location] }
    }

    init() async throws {
        let database = try temporaryDatabase()
        _ = try await Migrator(WebMigrations.all + OrganisationMigrations.all + IdentityMigrations.all).migrate(database)
        var configuration = WebConfiguration(key: Secret(Array(repeating: 7, count: 32)))
        configuration.signInPath = "/sign-in"
        configuration.gzipLevel = nil
        let loaders = identityLoaders(database: database, bearers: BearerTokens(database: database), clock: { t0 })
        self.database = database
        server = WebServer(
            configuration: configuration, site: Site(name: Phrase("MotCua"), account: accountCorner), database: database, loaders: loaders,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: { t0 }
        ) { router in
            IdentityRoutes(database: database, passwords: quickHasher).add(to: router)
            router.get("/me") { _, context in try context.citizen().displayName }
            router.get("/api/me") { _, context in
                let person = try context.signedIn()
                return "\(person.username) \(Scope.list(person.scopes))"
            }
        }
    }

    func get(_ path: String, bearer: String? = nil) async throws -> Answer {
        try await send(.get, path, bearer: bearer, body: "")
    }

    func post(_ path: String, _ form: [String: String]) async throws -> Answer {
        try await send(.post, path, bearer: nil, body: form.map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&"))
    }

    func cookie(_ name: String) -> String? { cookies[name] }

    func set(_ name: String, _ value: String?) { cookies[name] = value }

    private func send(_ method: HTTPRequest.Method, _ path: String, bearer: String?, body: String) async throws -> Answer {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        head.headerFields[.cookie] = cookies.map { "\($0)=\($1)" }.joined(separator: "; ")
        if let bearer { head.headerFields[.authorization] = "Bearer \(bearer)" }
        if method == .post {
            head.headerFields[.contentType] = "application/x-www-form-urlencoded"
            head.headerFields[.contentLength] = String(body.utf8.count)
            head.headerFields[.origin] = "http://localhost"
        }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        let response = try await server.responder.respond(
            to: request, context: WebContext(detached: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        for field in response.headers[values: .setCookie] { keep(field) }
        let writer = CollectingWriter()
        try await response.body.write(writer)
        return Answer(status: response.status, headers: response.headers, body: writer.text)
    }

    private func keep(_ field: String) {
        let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        cookies[pair[0]] = field.contains("Max-Age=0") ? nil : pair[1]
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

private final class CollectingWriter: ResponseBodyWriter, Sendable {
    private let buffer = Mutex(ByteBuffer())

    var text: String { buffer.withLock { String(buffer: $0) } }

    func write(_ buffer: ByteBuffer) async throws {
        var copy = buffer
        self.buffer.withLock { _ = $0.writeBuffer(&copy) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension String {
    /// How often a piece occurs.
    func components(of piece: String) -> Int { ranges(of: piece).count }
}
