// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Testing

@testable import Web

@Suite struct ReplyTests {
    @Test(arguments: [
        ("/a?b=c#d", "/a?b=c#d"), ("/hồ sơ", "/"), ("/hồ-sơ", "/h%E1%BB%93-s%C6%A1"), ("https://elsewhere", "/"), ("//elsewhere", "/"),
        ("/\\elsewhere", "/"), ("", "/"),
        ("?a", "/"), ("/a\r\nSet-Cookie: x=y", "/"),
    ])
    func redirectsStayOnTheSite(path: String, location: String) {
        #expect(Reply.redirect(to: path).headers[.location] == location)
        #expect(Reply.redirect(to: path).status == .seeOther)
    }

    @Test func downloadsCarryBothNames() {
        let response = Reply.download([1], type: "application/pdf", filename: "giấy \"khai\"\r\nsinh.pdf", isInline: true)
        #expect(
            response.headers[.contentDisposition] == "inline; filename=\"gi___y _khai_ sinh.pdf\"; filename*=UTF-8''gi%E1%BA%A5y%20_khai_%20sinh.pdf")
        #expect(response.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'self'") == true)
    }

    @Test(arguments: ["text/html", "image/svg+xml", "application/xhtml+xml"])
    func whatCouldRunIsNeverShownInPlace(type: String) {
        let response = Reply.download([1], type: type, filename: "a", isInline: true)
        #expect(response.headers[.contentType] == "application/octet-stream")
        #expect(response.headers[.contentDisposition]?.hasPrefix("attachment") == true)
        #expect(response.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
    }

    @Test func spreadsheetsGetTheirMarkAndNoFormulas() async throws {
        let response = Reply.csv([["Tên", "Số"], ["=1+1", "-5"], ["a,\"b\"", "x\ny"], ["@x", "+84"]], filename: "bảng.csv")
        let collector = BodyCollector()
        try await response.body.write(collector)
        #expect(
            String(decoding: collector.bytes.readableBytesView, as: UTF8.self)
                == "\u{FEFF}Tên,Số\r\n'=1+1,-5\r\n\"a,\"\"b\"\"\",\"x\ny\"\r\n'@x,+84\r\n")
    }

    @Test func problemsNameTheirFields() async throws {
        let error = UserError(
            code: "x.y", status: 422, title: Phrase(vi: "Sai", en: "Wrong"),
            fields: [FieldError(field: "a.b", message: Phrase(vi: "Thiếu", en: "Missing"))])
        let response = Reply.problem(error, language: .en)
        let collector = BodyCollector()
        try await response.body.write(collector)
        #expect(response.status.code == 422)
        #expect(
            String(decoding: collector.bytes.readableBytesView, as: UTF8.self).contains("\"errors\":[{\"field\":\"a.b\",\"message\":\"Missing\"}]"))
    }

    @Test func queriesAreRewrittenForLinks() throws {
        let query = try QueryItems("a=1&b=x+y&a=2")
        #expect(query.link(setting: "lang", to: "en") == "?a=1&b=x%20y&a=2&lang=en")
        #expect(query.link(setting: "a", to: nil) == "?b=x%20y")
        #expect(query.all("a") == ["1", "2"])
        #expect(try QueryItems("").link(setting: "a", to: nil) == "")
    }
}
