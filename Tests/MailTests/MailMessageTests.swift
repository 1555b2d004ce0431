// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Mail

@Suite struct MailMessageTests {
    private func letter(subject: String = "Xin chào", to: MailAddress? = MailAddress("hoa@example.vn", name: "Nguyễn Thị Hoa"), text: String = "Chào")
        throws
        -> [String]
    {
        let message = MailMessage(
            id: Identifier(high: 1, low: 2), from: try #require(MailAddress(parsing: "Một cửa <motcua@example.vn>")), to: try #require(to),
            subject: subject, text: text, html: "<p>\(text)</p>", date: Instant(milliseconds: 1_795_140_000_000),
            unsubscribe: "https://example.vn/stop?token=a")
        let bytes = message.bytes
        #expect(bytes.allSatisfy { $0 < 0x80 })
        return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func aVietnameseSubjectIsEncodedInWordsThatFit() throws {
        let subject = "Cần bổ sung hồ sơ trước thứ Sáu, 20/11/2026, 17:00 – đăng ký khai sinh cho trẻ tại phường"
        let lines = try letter(subject: subject)
        let start = try #require(lines.firstIndex { $0.hasPrefix("Subject: ") })
        let folded = lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
        #expect(!folded.isEmpty)
        #expect(([lines[start]] + folded).allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func noLineOfALetterIsLong() throws {
        let lines = try letter(text: String(repeating: "Đường rất dài không có chỗ ngắt", count: 50))
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    }

    @Test(arguments: ["Chào\r\nBcc: kẻ@xấu.vn", "Chào\nBcc: x@y.vn", "a\r\n\r\nthân thư", "a\u{2028}Bcc: x@y.vn", "a\u{85}b", "a\0b"])
    func nothingTypedMakesAHeader(subject: String) throws {
        let to = MailAddress("hoa@example.vn", name: subject)
        let lines = try letter(subject: subject, to: to)
        let headers = lines.prefix { !$0.isEmpty }
        #expect(!headers.contains { $0.lowercased().hasPrefix("bcc") })
        #expect(headers.count == (try letter().prefix { !$0.isEmpty }).count)
    }

    @Test(arguments: [
        "hoa", "@example.vn", "hoa@", "a@b@c.vn", "a b@c.vn", "a@b.vn\r\nRCPT TO:<x@y.vn>", "a@b.vn>", "<a@b.vn", "a\"@b.vn", "a,b@c.vn", "a@.vn",
        "a@-x.vn",
    ])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(MailAddress(text) == nil)
    }

    @Test func aSenderIsReadWithItsName() throws {
        let sender = try #require(MailAddress(parsing: "\"Một cửa\" <motcua@example.vn>"))
        #expect(sender.name == "Một cửa" && sender.address == "motcua@example.vn" && sender.domain == "example.vn")
        #expect(MailAddress(parsing: "motcua@example.vn")?.name == "")
        #expect(MailAddress(parsing: "Một cửa <motcua@example.vn> x") == nil)
    }

    @Test func aNameWithSpecialsIsEncoded() throws {
        let lines = try letter(to: MailAddress("a@b.vn", name: "Evil, <x@y.vn>"))
        let to = try #require(lines.first { $0.hasPrefix("To: ") })
        #expect(to.hasPrefix("To: =?UTF-8?B?"))
    }

    @Test func quotedPrintableKeepsTheText() {
        #expect(String(decoding: quotedPrintable("Hồ sơ = 1 \r\ncuối"), as: UTF8.self) == "H=E1=BB=93 s=C6=A1 =3D 1=20\r\ncu=E1=BB=91i\r\n")
        #expect(String(decoding: quotedPrintable(""), as: UTF8.self) == "")
        let long = String(decoding: quotedPrintable(String(repeating: "đ", count: 40)), as: UTF8.self)
        #expect(long.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    }

    @Test func theDateIsThatOfMailHeaders() {
        #expect(Instant(milliseconds: 0).mailDate == "Thu, 1 Jan 1970 07:00:00 +0700")
        #expect(LocalDateTime(iso: "2026-11-20T09:00")?.instant().mailDate == "Fri, 20 Nov 2026 09:00:00 +0700")
    }

    @Test func dotsAreDoubledAndBareLineEndsMended() {
        func stuffed(_ text: String) -> String { String(decoding: dotStuffed(Array(text.utf8)), as: UTF8.self) }
        #expect(stuffed(".a\r\n..b\r\nc.") == "..a\r\n...b\r\nc.\r\n.\r\n")
        #expect(stuffed("a\n.\nMAIL FROM:<x>\r.\rb") == "a\r\n..\r\nMAIL FROM:<x>\r\n..\r\nb\r\n.\r\n")
        #expect(stuffed("") == ".\r\n")
    }
}
