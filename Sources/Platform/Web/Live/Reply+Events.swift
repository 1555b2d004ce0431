// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
import ServiceLifecycle

extension Reply {
    /// A stream of events (`text/event-stream`) that ends with its subscription or with the server; a beat now and then keeps
    /// the line open and finds out whether anybody is left. Notes of `account` itself are not told.
    package static func events(_ subscription: LiveSubscription, hiding account: String, beat: Duration = .seconds(20)) -> Response {
        let headers: HTTPFields = [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"]
        let body = ResponseBody { writer in
            let heart = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: beat)
                    subscription.continuation.yield(.beat)
                }
            }
            defer {
                heart.cancel()
                subscription.end()
            }
            try await writer.write(ByteBuffer(string: "retry: 5000\n\n"))
            try await withGracefulShutdownHandler {
                for await signal in subscription.signals {
                    if let text = try text(of: signal, hiding: account) { try await writer.write(ByteBuffer(string: text)) }
                }
            } onGracefulShutdown: {
                subscription.end()
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    private static func text(of signal: LiveSignal, hiding account: String) throws -> String? {
        switch signal {
        case .note(let note, let mark):
            guard note.account != account else { return nil }
            let told = try JSONEncoder().encode(["subject": note.subject, "by": note.by])
            return "id: \(mark.text)\nevent: change\ndata: \(String(decoding: told, as: UTF8.self))\n\n"
        case .gap(let mark): return "id: \(mark.text)\nevent: gap\ndata: {}\n\n"
        case .beat: return ": still here\n\n"
        case .displaced: return "event: displaced\ndata: {}\n\n"
        }
    }
}

extension WebContext {
    /// What a browser that lost the line heard last.
    package func lastEventID(_ request: Request) -> String? { request.headers[.lastEventID] }
}
