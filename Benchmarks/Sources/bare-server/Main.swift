// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Hummingbird
import Logging
import NIOCore

/// What the program is measured against: the same web framework and the same rows, with everything written out by hand.
@main struct BareServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bare-server", abstract: "Bare handlers over a database that motcua has filled.",
        discussion: "GET /hello, GET /bytes, GET /tracking?code=…, POST /api/v1/dossiers. Only for benchmarks.")

    @Option(help: "The database file.")
    var database: String

    @Option(help: "A file that GET /bytes answers with.")
    var page: String?

    @Option(help: "Port to listen on at 127.0.0.1.")
    var port = 8081

    func run() async throws {
        let tracking = TrackingHandler(database: database)
        let filing = try FilingHandler(database: database)
        let bytes = try page.map { ByteBuffer(bytes: try Data(contentsOf: URL(filePath: $0))) } ?? ByteBuffer()

        let router = Router(context: BasicRequestContext.self)
        router.get("hello") { _, _ in "Xin chào" }
        router.get("bytes") { _, _ in html(bytes) }
        router.get("tracking") { request, _ in try await tracking.show(request) }
        router.post("api/v1/dossiers") { request, _ in try await filing.file(request) }

        var logger = Logger(label: "bare-server")
        logger.logLevel = .notice
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)), logger: logger)
        try await application.runService()
    }
}

func html(_ body: ByteBuffer) -> Response {
    Response(
        status: .ok,
        headers: [.contentType: "text/html; charset=utf-8", .contentLength: String(body.readableBytes)],
        body: ResponseBody(byteBuffer: body))
}
