// SPDX-License-Identifier: Apache-2.0

import Kernel
import NIOCore
import Testing

@testable import Mail

@Suite struct SMTPReplyTests {
    private func take(_ text: String) throws -> (SMTPReply?, rest: Int) {
        var buffer = ByteBuffer(string: text)
        let reply = try SMTPReply.take(from: &buffer)
        return (reply, buffer.readableBytes)
    }

    @Test func aReplyOfSeveralLinesIsOne() throws {
        let (reply, rest) = try take("250-mail.example.vn\r\n250-SIZE 1000\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS\r\n220 x")
        #expect(reply?.code == 250 && reply?.lines.count == 4 && rest == 5)
        let capabilities = SMTPCapabilities(try #require(reply))
        #expect(capabilities.startsTLS && capabilities.maximumSize == 1000 && capabilities.mechanisms == ["PLAIN", "LOGIN"])
        #expect(!capabilities.takesUTF8Addresses)
    }

    @Test(arguments: ["25", "250", "250-a\r\n", "250-a\r\n250 b\r", ""])
    func anUnfinishedReplyWaits(text: String) throws {
        let (reply, rest) = try take(text)
        #expect(reply == nil && rest == text.utf8.count)
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\n", "250-a\r\n550 b\r\n", "25 x\r\n", "999 x\r\n", "250xab\r\n", "\r\n"])
    func whatIsNoReplyIsRefused(text: String) {
        #expect(throws: SMTPReply.Malformed.self) { try take(text) }
    }

    @Test func enhancedCodesAreReadWhereTheyAgree() throws {
        let full = try #require(try take("550-5.1.1 Không có\r\n550 5.1.1 hộp thư <hoa@example.vn>\r\n").0)
        #expect(full.enhanced == "5.1.1" && full.spoken == "550 5.1.1 Không có hộp thư …")
        #expect(try take("250 2.0.0 OK\r\n").0?.enhanced == "2.0.0")
        #expect(try take("250 5.0.0 OK\r\n").0?.enhanced == nil)
        #expect(try take("220 1.2.3.4 ready\r\n").0?.enhanced == nil)
    }

    @Test func refusalsAreFinalOnlyWhereTheyAreAboutTheLetter() {
        func failure(_ stage: MailFailure.Stage, _ code: Int) -> MailFailure { MailFailure(stage, SMTPReply(code: code, lines: [])) }
        #expect(failure(.recipient, 550).isPermanent)
        #expect(failure(.content, 554).isPermanent)
        #expect(!failure(.recipient, 450).isPermanent)
        #expect(!failure(.authentication, 535).isPermanent)
        #expect(!failure(.greeting, 554).isPermanent)
        #expect(!failure(.sender, 530).isPermanent)
        #expect(!MailFailure(.connect, "refused").isPermanent)
    }

    @Test func theServersAddressSaysHowToReachIt() throws {
        let plain = try MailServer(url: "smtp://mail.example.vn")
        #expect(plain.port == 25 && plain.encryption == .offered && plain.user == nil)
        let signedIn = try MailServer(url: "smtp://motcua%40example.vn@mail.example.vn", password: Secret("x"))
        #expect(signedIn.port == 587 && signedIn.encryption == .required && signedIn.user == "motcua@example.vn")
        #expect(try MailServer(url: "smtps://mail.example.vn").port == 465)
        #expect(try MailServer(url: "smtp://[::1]:2525?tls=off").host == "::1")
    }

    @Test(arguments: [
        "mail.example.vn", "http://mail.example.vn", "smtp://", "smtp://a:b@c.vn", "smtp://a@c.vn", "smtp://c.vn?tls=maybe", "smtp://c.vn/inbox",
    ])
    func aWrongAddressOfTheServerIsNamed(url: String) {
        #expect(throws: WrongMailServer.self) { try MailServer(url: url) }
    }

    @Test func aPasswordIsNeverSentInTheClear() {
        #expect(throws: WrongMailServer.self) { try MailServer(url: "smtp://a@c.vn?tls=off", password: Secret("x")) }
        #expect(throws: WrongMailServer.self) { try MailServer(url: "smtp://a@c.vn?tls=offered", password: Secret("x")) }
    }
}
