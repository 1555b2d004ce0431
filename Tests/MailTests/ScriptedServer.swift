// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import NIOCore
import NIOPosix
import Synchronization

@testable import Mail

/// A mail server that says what a test tells it to, line by line, and keeps what it heard.
final class ScriptedServer: Sendable {
    private let channel: any Channel
    private let heard = Mutex<[String]>([])
    private let connections = Mutex(0)

    /// Stands for somebody who connects.
    static let arrival = "(connected)"

    var lines: [String] { heard.withLock { $0 } }
    var connectionCount: Int { connections.withLock { $0 } }

    /// - Parameter answer: what to say to a line, nil for nothing; "" hangs up. The first it is asked about is `arrival`.
    static func with(_ answer: @escaping @Sendable (String) -> String?, _ body: (ScriptedServer, MailServer) async throws -> Void) async throws {
        let box = Box()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(Script(answer: answer) { line in box.server.withLock { $0?.note(line) } })
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let server = ScriptedServer(channel)
        box.server.withLock { $0 = server }
        var address = try MailServer(url: "smtp://127.0.0.1:\(channel.localAddress?.port ?? 0)?tls=off")
        (address.terms.replySeconds, address.terms.acceptanceSeconds, address.terms.idleSeconds) = (1, 1, 1)
        do {
            try await body(server, address)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    private init(_ channel: any Channel) {
        self.channel = channel
    }

    private func note(_ line: String) {
        if line == Self.arrival { connections.withLock { $0 += 1 } }
        heard.withLock { $0.append(line) }
    }

    private final class Box: Sendable {
        let server = Mutex<ScriptedServer?>(nil)
    }

    private final class Script: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: @Sendable (String) -> String?
        private let hear: @Sendable (String) -> Void
        private var pending = ""

        init(answer: @escaping @Sendable (String) -> String?, hear: @escaping @Sendable (String) -> Void) {
            (self.answer, self.hear) = (answer, hear)
        }

        func channelActive(context: ChannelHandlerContext) { say(ScriptedServer.arrival, context) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            pending += String(buffer: unwrapInboundIn(data))
            while let end = pending.range(of: "\r\n") {
                let line = String(pending[..<end.lowerBound])
                pending.removeSubrange(..<end.upperBound)
                say(line, context)
            }
        }

        private func say(_ line: String, _ context: ChannelHandlerContext) {
            hear(line)
            guard let words = answer(line) else { return }
            if words.isEmpty { return context.close(promise: nil) }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: words + "\r\n")), promise: nil)
        }
    }
}
