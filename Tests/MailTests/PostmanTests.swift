// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

@testable import Mail

@Suite struct PostmanTests {
    private static func letter(to: String = "hoa@example.vn", text: String = "Chào") throws -> MailMessage {
        MailMessage(
            id: Identifier(high: 7, low: 7), from: try #require(MailAddress("motcua@example.vn")), to: try #require(MailAddress(to)),
            subject: "Xin chào", text: text, html: "<p>Chào</p>", date: Instant(milliseconds: 0))
    }

    /// A server that takes everything.
    @Sendable private static func friendly(_ line: String) -> String? {
        switch line.prefix(4) {
        case "(con": "220 mail ready"
        case "EHLO": "250-mail\r\n250 SIZE 100000"
        case "DATA": "354 go on"
        case "MAIL", "RCPT", "RSET": "250 2.1.0 OK"
        case ".": "250 2.0.0 queued"
        case "QUIT": "221 bye"
        default: nil
        }
    }

    private func failure(_ answer: @escaping @Sendable (String) -> String?) async throws -> MailFailure {
        var caught: MailFailure?
        try await ScriptedServer.with(answer) { _, address in
            do {
                _ = try await Postman(server: address).send(try Self.letter())
            } catch let failure as MailFailure {
                caught = failure
            }
        }
        return try #require(caught)
    }

    @Test func aLetterIsHandedOver() async throws {
        try await ScriptedServer.with(Self.friendly) { server, address in
            let answer = try await Postman(server: address).send(try Self.letter(text: ".\nchấm"))
            #expect(answer == "250 2.0.0 queued")
            #expect(server.lines.contains("RCPT TO:<hoa@example.vn>"))
            #expect(server.lines.contains { $0.hasPrefix("MAIL FROM:<motcua@example.vn> SIZE=") })
            #expect(server.lines.contains(".."))
        }
    }

    @Test func severalLettersShareAConnection() async throws {
        try await ScriptedServer.with(Self.friendly) { server, address in
            let postman = Postman(server: address)
            for _ in 0..<5 { _ = try await postman.send(try Self.letter()) }
            #expect(server.connectionCount == 1)
        }
    }

    @Test func aConnectionThatWasClosedMeanwhileIsReplaced() async throws {
        try await ScriptedServer.with({ $0.hasPrefix(".") && $0.count == 1 ? "250 queued" : Self.friendly($0) }) { server, address in
            let postman = Postman(server: address)
            _ = try await postman.send(try Self.letter())
            // A connection nobody uses is closed by itself; on a busy machine that can take a while.
            for _ in 0..<600 where !server.lines.contains("QUIT") { try await Task.sleep(for: .milliseconds(100)) }
            #expect(server.lines.contains("QUIT"))
            _ = try await postman.send(try Self.letter())
            #expect(server.connectionCount == 2)
        }
    }

    @Test func anUnknownReceiverIsFinalAndTheConnectionGoesOn() async throws {
        try await ScriptedServer.with({ $0.hasPrefix("RCPT TO:<nobody") ? "550 5.1.1 no <nobody@example.vn>" : Self.friendly($0) }) {
            server, address in
            let postman = Postman(server: address)
            let failure = await #expect(throws: MailFailure.self) { try await postman.send(try Self.letter(to: "nobody@example.vn")) }
            #expect(failure?.isPermanent == true && failure?.description == "recipient: 550 5.1.1 no …")
            _ = try await postman.send(try Self.letter())
            #expect(server.connectionCount == 1)
        }
    }

    @Test func aServerThatIsBusySilentOrGoneIsTriedAgain() async throws {
        let busy = try await failure { $0.hasPrefix("RCPT") ? "451 4.3.0 later" : Self.friendly($0) }
        #expect(!busy.isPermanent && busy.stage == .recipient)
        let silent = try await failure { $0 == "." ? nil : Self.friendly($0) }
        #expect(!silent.isPermanent && silent.detail == "no answer within 1 s")
        let gone = try await failure { $0.hasPrefix("DATA") ? "" : Self.friendly($0) }
        #expect(!gone.isPermanent && gone.detail == "the server closed the connection")
        let mute = try await failure { _ in nil }
        #expect(!mute.isPermanent && mute.stage == .greeting)
        let web = try await failure { _ in "HTTP/1.1 400 Bad Request" }
        #expect(!web.isPermanent && web.detail == "the answer is not SMTP")
    }

    @Test func aServerNobodyRunsIsTriedAgain() async throws {
        let failure = await #expect(throws: MailFailure.self) {
            try await Postman(server: try MailServer(url: "smtp://127.0.0.1:1")).send(try Self.letter())
        }
        #expect(failure?.stage == .connect && failure?.isPermanent == false)
    }

    @Test func anOldServerIsGreetedTheOldWay() async throws {
        try await ScriptedServer.with({ $0.hasPrefix("EHLO") ? "502 what?" : $0.hasPrefix("HELO") ? "250 hello" : Self.friendly($0) }) {
            server, address in
            _ = try await Postman(server: address).send(try Self.letter())
            #expect(server.lines.contains("MAIL FROM:<motcua@example.vn>"))
        }
    }

    @Test func anAddressWithAccentsNeedsAServerThatKnowsThem() async throws {
        try await ScriptedServer.with(Self.friendly) { _, address in
            let failure = await #expect(throws: MailFailure.self) { try await Postman(server: address).send(try Self.letter(to: "hòa@ví-dụ.vn")) }
            #expect(failure?.isPermanent == true)
        }
        try await ScriptedServer.with({ $0.hasPrefix("EHLO") ? "250-mail\r\n250 SMTPUTF8" : Self.friendly($0) }) { server, address in
            _ = try await Postman(server: address).send(try Self.letter(to: "hòa@ví-dụ.vn"))
            #expect(server.lines.contains("MAIL FROM:<motcua@example.vn> SMTPUTF8"))
        }
    }

    @Test func encryptionThatIsAskedForIsNeverLeftOut() async throws {
        try await ScriptedServer.with(Self.friendly) { server, address in
            let strict = try MailServer(url: "smtp://127.0.0.1:\(address.port)?tls=required")
            let failure = await #expect(throws: MailFailure.self) { try await Postman(server: strict).send(try Self.letter()) }
            #expect(failure?.stage == .tls && failure?.isPermanent == false)
            #expect(!server.lines.contains { $0.hasPrefix("MAIL") })
        }
    }

    @Test func wordsSlippedInBeforeTheEncryptionEndTheConversation() async throws {
        let answer: @Sendable (String) -> String? = { line in
            switch line.prefix(8) {
            case "STARTTLS": "220 go\r\n250-mail\r\n250 AUTH PLAIN"
            case let hello where hello.hasPrefix("EHLO"): "250-mail\r\n250 STARTTLS"
            default: Self.friendly(line)
            }
        }
        try await ScriptedServer.with(answer) { _, address in
            let strict = try MailServer(url: "smtp://127.0.0.1:\(address.port)?tls=required")
            let failure = await #expect(throws: MailFailure.self) { try await Postman(server: strict).send(try Self.letter()) }
            #expect(failure?.description == "tls: somebody spoke before the encryption began")
        }
    }
}
