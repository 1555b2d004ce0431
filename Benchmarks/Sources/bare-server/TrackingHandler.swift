// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import NIOCore
import NIOPosix

/// `GET /tracking?code=…`: one row by its key, on a thread that may block, and a page around it.
struct TrackingHandler: Sendable {
    private let database: Database
    private let threads: NIOThreadPool
    private let readers = ThreadSpecificVariable<TrackingReader>()

    init(database: Database) {
        self.database = database
        threads = NIOThreadPool(numberOfThreads: 3)
        threads.start()
    }

    func show(_ request: Request) async throws -> Response {
        guard let code = request.uri.queryParameters["code"].map(String.init) else { throw HTTPError(.badRequest) }
        let row = try await threads.runIfActive { try reader().row(code) }
        guard let row else { throw HTTPError(.notFound) }
        return html(ByteBuffer(string: trackingPage(row, path: request.uri.description)))
    }

    /// The connection of the thread that asks.
    private func reader() throws -> TrackingReader {
        if let reader = readers.currentValue { return reader }
        guard case .file(let path) = database else { throw HTTPError(.notImplemented) }
        let reader = try TrackingReader(path: path)
        readers.currentValue = reader
        return reader
    }
}
