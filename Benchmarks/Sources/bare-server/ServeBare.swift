// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

struct ServeBare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "GET /hello, GET /bytes/N, GET /tracking?code=…, POST /api/v1/dossiers.")

    @OptionGroup var bare: BareOptions

    @Option(help: "A file that GET /bytes/N answers with; the first is 0.")
    var page: [String] = []

    @Option(help: "Port to listen on at 127.0.0.1.")
    var port = 8081

    func run() async throws {
        let tracking = TrackingHandler(database: bare.database)
        let filing = try FilingHandler(database: bare.database, hours: bare.hours)
        let pages = try page.map { ByteBuffer(bytes: try Data(contentsOf: URL(filePath: $0))) }

        let router = Router(context: BasicRequestContext.self)
        router.get("hello") { _, _ in "Xin chào" }
        router.get("bytes/:number") { _, context in
            let number = try context.parameters.require("number", as: Int.self)
            guard pages.indices.contains(number) else { throw HTTPError(.notFound) }
            return html(pages[number])
        }
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
