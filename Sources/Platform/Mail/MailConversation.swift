// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import NIOCore
import NIOPosix
import NIOSSL

/// One connection to the mail server, greeted, encrypted and signed in; letters go over it one after another.
final class MailConversation: Sendable {
    private let channel: any Channel
    private let replies: NIOLoopBound<ReplyReader>
    private let server: MailServer
    private let capabilities: SMTPCapabilities

    private init(channel: any Channel, replies: NIOLoopBound<ReplyReader>, server: MailServer, capabilities: SMTPCapabilities) {
        (self.channel, self.replies, self.server, self.capabilities) = (channel, replies, server, capabilities)
    }

    var isOpen: Bool { channel.isActive }

    /// - Throws: `MailFailure`.
    static func open(_ server: MailServer) async throws -> MailConversation {
        let (channel, replies) = try await connect(server)
        let bare = MailConversation(channel: channel, replies: replies, server: server, capabilities: SMTPCapabilities())
        return try await withTaskCancellationHandler {
            do {
                return try await bare.introduced()
            } catch {
                bare.hangUp()
                throw error
            }
        } onCancel: {
            bare.hangUp()
        }
    }

    private static func connect(_ server: MailServer) async throws -> (any Channel, NIOLoopBound<ReplyReader>) {
        let tls = server.encryption == .implicit ? try tlsContext(server) : nil
        do {
            return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(server.terms.connectSeconds))
                .connect(host: server.host, port: server.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let tls { try channel.pipeline.syncOperations.addHandler(try tlsHandler(tls, server)) }
                        let reader = ReplyReader()
                        try channel.pipeline.syncOperations.addHandler(reader)
                        return (channel, NIOLoopBound(reader, eventLoop: channel.eventLoop))
                    }
                }
        } catch {
            throw MailFailure(.connect, error: error)
        }
    }

    // MARK: Introduction

    private func introduced() async throws -> MailConversation {
        let greeting = try await reply(.greeting)
        guard greeting.code == 220 else { throw MailFailure(.greeting, greeting) }
        var capabilities = try await hello()
        var isEncrypted = server.encryption == .implicit
        if !isEncrypted, server.encryption != .off, capabilities.startsTLS {
            try await startTLS()
            // Whatever was said before encryption does not count.
            capabilities = try await hello()
            isEncrypted = true
        }
        guard isEncrypted || server.encryption == .off || server.encryption == .offered else {
            throw MailFailure(.tls, "the server does not offer STARTTLS, and no letter goes without it")
        }
        if let user = server.user, let password = server.password { try await signIn(user, password, capabilities) }
        return MailConversation(channel: channel, replies: replies, server: server, capabilities: capabilities)
    }

    private func hello() async throws -> SMTPCapabilities {
        let answer = try await ask(.hello, "EHLO \(ownName)")
        if answer.isPositive { return SMTPCapabilities(answer) }
        let older = try await ask(.hello, "HELO \(ownName)")
        guard older.isPositive else { throw MailFailure(.hello, older) }
        return SMTPCapabilities()
    }

    /// The address this end has: always true, unlike a name.
    private var ownName: String {
        guard let address = channel.localAddress?.ipAddress else { return "[127.0.0.1]" }
        return address.contains(":") ? "[IPv6:\(address)]" : "[\(address)]"
    }

    private func startTLS() async throws {
        let answer = try await ask(.tls, "STARTTLS")
        guard answer.code == 220 else { throw MailFailure(.tls, answer) }
        let (channel, replies, server) = (channel, replies, server)
        let context = try Self.tlsContext(server)
        do {
            try await channel.eventLoop.submit {
                guard !replies.value.holdsUnasked else { throw MailFailure(.tls, "somebody spoke before the encryption began") }
                try channel.pipeline.syncOperations.addHandler(try Self.tlsHandler(context, server), position: .first)
            }.get()
        } catch {
            throw MailFailure(.tls, error: error)
        }
    }

    private static func tlsContext(_ server: MailServer) throws -> NIOSSLContext {
        do {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            if let file = server.trustedCertificates { configuration.trustRoots = .file(file) }
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw MailFailure(.tls, error: error)
        }
    }

    private static func tlsHandler(_ context: NIOSSLContext, _ server: MailServer) throws -> NIOSSLClientHandler {
        // Certificates for a bare address are checked against the address of the connection.
        let isAddress = (try? SocketAddress(ipAddress: server.host, port: 0)) != nil
        return try NIOSSLClientHandler(context: context, serverHostname: isAddress ? nil : server.host)
    }

    private func signIn(_ user: String, _ password: Secret<String>, _ capabilities: SMTPCapabilities) async throws {
        let answer: SMTPReply
        if capabilities.mechanisms.contains("PLAIN") {
            answer = try await ask(.authentication, "AUTH PLAIN \(base64("\0\(user)\0\(password.reveal())"))")
        } else if capabilities.mechanisms.contains("LOGIN") {
            let forName = try await ask(.authentication, "AUTH LOGIN")
            guard forName.code == 334 else { throw MailFailure(.authentication, forName) }
            let forPassword = try await ask(.authentication, base64(user))
            guard forPassword.code == 334 else { throw MailFailure(.authentication, forPassword) }
            answer = try await ask(.authentication, base64(password.reveal()))
        } else {
            throw MailFailure(.authentication, "the server offers neither AUTH PLAIN nor AUTH LOGIN")
        }
        guard answer.code == 235 else { throw MailFailure(.authentication, answer) }
    }

    private func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    // MARK: Letters

    /// Hands one letter over; the server's last word. After a refusal the conversation can go on.
    /// - Throws: `MailFailure`.
    func deliver(_ message: MailMessage) async throws -> SMTPReply {
        let bytes = message.bytes
        let needsUTF8 = !message.from.isASCII || !message.to.isASCII
        guard !needsUTF8 || capabilities.takesUTF8Addresses else {
            throw MailFailure(.recipient, isPermanent: true, "the mail server takes only addresses without accents")
        }
        if let largest = capabilities.maximumSize, bytes.count > largest {
            throw MailFailure(.content, isPermanent: true, "the letter has \(bytes.count) bytes, the mail server takes \(largest)")
        }
        return try await withTaskCancellationHandler {
            let size = capabilities.maximumSize == nil ? "" : " SIZE=\(bytes.count)"
            try await expect(.sender, "MAIL FROM:<\(message.from.address)>\(size)\(needsUTF8 ? " SMTPUTF8" : "")", 250...259)
            try await expect(.recipient, "RCPT TO:<\(message.to.address)>", 250...259)
            try await expect(.content, "DATA", 354...354)
            channel.writeAndFlush(ByteBuffer(bytes: dotStuffed(bytes)), promise: nil)
            let answer = try await reply(.content, seconds: server.terms.acceptanceSeconds)
            guard (250...259).contains(answer.code) else { throw MailFailure(.content, answer) }
            return answer
        } onCancel: {
            hangUp()
        }
    }

    /// Forgets a letter that was refused half-way; false when the conversation is over.
    func reset() async -> Bool {
        ((try? await ask(.sender, "RSET"))?.isPositive ?? false) && isOpen
    }

    func quit() {
        channel.writeAndFlush(ByteBuffer(string: "QUIT\r\n")).whenComplete { [channel] _ in channel.close(promise: nil) }
    }

    func hangUp() {
        channel.close(promise: nil)
    }

    private func expect(_ stage: MailFailure.Stage, _ command: String, _ codes: ClosedRange<Int>) async throws {
        let answer = try await ask(stage, command)
        guard codes.contains(answer.code) else { throw MailFailure(stage, answer) }
    }

    private func ask(_ stage: MailFailure.Stage, _ command: String) async throws -> SMTPReply {
        channel.writeAndFlush(ByteBuffer(string: command + "\r\n"), promise: nil)
        return try await reply(stage)
    }

    private func reply(_ stage: MailFailure.Stage, seconds: Int64? = nil) async throws -> SMTPReply {
        let (channel, replies, seconds) = (channel, replies, seconds ?? server.terms.replySeconds)
        return try await channel.eventLoop.flatSubmit { replies.value.next(stage, seconds: seconds, on: channel) }.get()
    }
}
