// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Kernel
import Testing

@testable import Web

@Suite struct FormTests {
    private static let own: HTTPFields = [.secFetchSite: "same-origin"]

    private func post(_ site: TestSite, type: String?, _ body: [UInt8]) async throws -> Answer {
        var headers = Self.own
        headers[.contentType] = type
        return try await Browser(site).send(.post, "/form", headers: headers, body: body)
    }

    private func part(_ name: String, _ value: String, filename: String? = nil) -> String {
        "--XX\r\nContent-Disposition: form-data; name=\"\(name)\"\(filename.map { "; filename=\"\($0)\"" } ?? "")\r\n\r\n\(value)\r\n"
    }

    @Test func urlencodedFormsAreDecodedOnce() async throws {
        let answer = try await post(
            TestSite(), type: "application/x-www-form-urlencoded", Array("a=khai+sinh&b=%C4%90%C4%83ng%2B%25&a=2&&c&d=e%CC%82&text=x%0D%0Ay".utf8))
        #expect(answer.text == "a=khai sinh+2;b=Đăng+%;c=;d=ê;text=x\ny")
    }

    @Test(arguments: [
        ("a=%", 400, "text.bad_percent"), ("a=%4", 400, "text.bad_percent"), ("a=%zz", 400, "text.bad_percent"), ("a=%FF", 400, "text.not_utf8"),
        ("a=%C3%28", 400, "text.not_utf8"), ("a=%00", 400, "text.nul_byte"), ("%FF=1", 400, "text.not_utf8"),
    ])
    func badUrlencodedFormsAreClearErrors(body: String, status: Int, code: String) async throws {
        let site = try await TestSite()
        var headers = Self.own
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.accept] = "application/json"
        let answer = try await Browser(site).send(.post, "/form", headers: headers, body: Array(body.utf8))
        #expect(answer.status == status)
        #expect(answer.text.contains("\"code\":\"\(code)\""))
    }

    @Test(arguments: ["text/plain", "application/json", "multipart/mixed; boundary=XX", "x"])
    func otherTypesAre415(type: String) async throws {
        #expect(try await post(TestSite(), type: type, [65]).status == 415)
    }

    @Test func aPostWithoutABodyIsAnEmptyForm() async throws {
        let answer = try await post(TestSite(), type: nil, [])
        #expect(answer.status == 200 && answer.text.isEmpty)
    }

    @Test func filesAreHashedAndRemovedAfterwards() async throws {
        let site = try await TestSite()
        let body =
            part("note", "Ghi chú") + part("scan", String(repeating: "x", count: 600_000), filename: "../../etc/gi\u{202E}ấy.pdf")
            + part("unused", "", filename: "") + part("none", "", filename: "trống.txt") + "--XX--\r\n"
        let answer = try await post(site, type: "multipart/form-data; boundary=XX", Array(body.utf8))
        #expect(
            answer.text == "note=Ghi chú;scan|giấy.pdf|600000|\(tokenHash(String(repeating: "x", count: 600_000)));none|trống.txt|0|\(tokenHash(""))")
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.uploadFolder).isEmpty)
    }

    @Test(arguments: ["", "--XX\r\nbroken", "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\nhalf a file", "--YY--"])
    func brokenMultipartIs400AndLeavesNothing(body: String) async throws {
        let site = try await TestSite()
        #expect(try await post(site, type: "multipart/form-data; boundary=XX", Array(body.utf8)).status == 400)
        #expect(try await post(site, type: "multipart/form-data", Array(body.utf8)).status == 400)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.uploadFolder).isEmpty)
    }

    @Test func textThatIsNotUTF8OrHoldsANulIs400() async throws {
        let site = try await TestSite()
        for bytes in [[0xFF], [0x61, 0x00]] as [[UInt8]] {
            let body = Array("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8) + bytes + Array("\r\n--XX--".utf8)
            #expect(try await post(site, type: "multipart/form-data; boundary=XX", body).status == 400)
        }
    }

    @Test func everyLimitIs413() async throws {
        let site = try await TestSite {
            $0.form.fields = 3
            $0.form.fieldBytes = 100
            $0.form.fileBytes = 1000
            $0.form.totalBytes = 5000
            $0.form.textBytes = 2000
        }
        let multipart = "multipart/form-data; boundary=XX"
        let bodies = [
            String(repeating: part("a", "1"), count: 4), part("a", String(repeating: "x", count: 101)),
            part("f", String(repeating: "x", count: 1001), filename: "f.pdf"),
            part("f", String(repeating: "x", count: 6000), filename: "f.pdf"),
        ]
        for body in bodies {
            let answer = try await post(site, type: multipart, Array((body + "--XX--").utf8))
            #expect(answer.status == 413)
            #expect(answer.text.contains("<h1>"))
        }
        for body in ["a=1&b=2&c=3&d=4", "a=" + String(repeating: "x", count: 101), "a=" + String(repeating: "x", count: 2001)] {
            #expect(try await post(site, type: "application/x-www-form-urlencoded", Array(body.utf8)).status == 413)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.uploadFolder).isEmpty)
    }

    @Test func datesAreJoinedFromThreeBoxes() {
        #expect(FormData([("d_day", "5"), ("d_month", "1"), ("d_year", "2026")]).date("d") == "2026-01-05")
        #expect(FormData([("d_day", "31"), ("d_month", "2"), ("d_year", "2026")]).date("d") == "2026-2-31")
        #expect(FormData([("d_day", ""), ("d_month", " "), ("d_year", "")]).date("d") == nil)
    }
}
