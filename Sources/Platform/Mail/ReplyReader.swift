// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// How a conversation ended, said without a reply.
private struct Ending: Error, CustomStringConvertible {
    let description: String
}

/// Waits for the replies of a server, one at a time, each with its patience. Lives on its channel's event loop.
final class ReplyReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var received = ByteBuffer()
    private var waiting: (stage: MailFailure.Stage, promise: EventLoopPromise<SMTPReply>, patience: Scheduled<Void>)?
    private var ending: (any Error)?

    /// The next reply. A server that says nothing in time is hung up on.
    func next(_ stage: MailFailure.Stage, seconds: Int64, on channel: any Channel) -> EventLoopFuture<SMTPReply> {
        let promise = channel.eventLoop.makePromise(of: SMTPReply.self)
        let bound = NIOLoopBound(self, eventLoop: channel.eventLoop)
        let patience = channel.eventLoop.scheduleTask(in: .seconds(seconds)) {
            bound.value.end(Ending(description: "no answer within \(seconds) s"))
            channel.close(promise: nil)
        }
        waiting = (stage, promise, patience)
        deliver()
        if let ending { end(ending) }
        return promise.futureResult
    }

    /// Whether the server said more than it was asked for. Before TLS begins that would be somebody else's words.
    var holdsUnasked: Bool { received.readableBytes > 0 }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        deliver()
        if received.readableBytes > SMTPReply.maximumBytes { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(Ending(description: "the server closed the connection"))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        end(error)
        context.close(promise: nil)
    }

    private func deliver() {
        guard let waiting else { return }
        do {
            guard let reply = try SMTPReply.take(from: &received) else { return }
            received.discardReadBytes()
            self.waiting = nil
            waiting.patience.cancel()
            waiting.promise.succeed(reply)
        } catch {
            end(Ending(description: "the answer is not SMTP"))
        }
    }

    private func end(_ reason: any Error) {
        if ending == nil { ending = reason }
        guard let waiting else { return }
        self.waiting = nil
        waiting.patience.cancel()
        waiting.promise.fail(MailFailure(waiting.stage, error: reason))
    }
}
