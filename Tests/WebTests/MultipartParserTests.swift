// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Web

@Suite struct MultipartParserTests {
    private static let whole = """
        preamble\r
        --XX\r
        Content-Disposition: form-data; name="a"\r
        \r
        một\r
        hai\r
        --XX \t\r
        content-disposition: FORM-DATA; filename="C:\\tệp \\"1\\".pdf"; name=f\r
        Content-Type: application/pdf\r
        \r
        \r
        --X\r
        --XX\r
        Content-Disposition: form-data; name="empty"\r
        \r
        \r
        --XX\r
        Content-Disposition: form-data; name="none"\r
        \r
        --XX--\r
        epilogue
        """

    private func parse(_ body: [UInt8], chunk: Int) throws(FormProblem) -> [(String, String?, String)] {
        var parser = MultipartParser(boundary: Array("XX".utf8))
        var parts: [(String, String?, String)] = []
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: chunk) {
            for event in try parser.consume(body[start..<min(start + chunk, body.count)]) {
                switch event {
                case .part(let header):
                    parts.append((header.name, header.filename, ""))
                    bytes = []
                case .data(let more): bytes += more
                case .end: parts[parts.count - 1].2 = String(decoding: bytes, as: UTF8.self)
                }
            }
        }
        try parser.finish()
        return parts
    }

    @Test(arguments: 1...70)
    func chunkSizesDoNotMatter(chunk: Int) throws {
        let parts = try parse(Array(Self.whole.utf8), chunk: chunk)
        #expect(parts.map(\.0) == ["a", "f", "empty", "none"])
        #expect(parts.map(\.1) == [nil, "C:\\tệp \"1\".pdf", nil, nil])
        #expect(parts.map(\.2) == ["một\r\nhai", "\r\n--X", "", ""])
    }

    @Test(
        arguments: [
            ("", FormProblem.truncated), ("--XX", .truncated), ("--XX--", nil), ("--XX--\r\n", nil), ("--XY\r\n", .truncated),
            ("--XXabc\r\n", .brokenMultipart), ("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue", .truncated),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--XX", .truncated),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--XX-", .truncated),
            ("--XX\r\n\r\nvalue\r\n--XX--", .brokenMultipart), ("--XX\r\nX: y\r\n\r\nvalue\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"\nX: y\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nno colon\r\n\r\nv\r\n--XX--", .brokenMultipart),
            ("--XX\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\nv\r\n--XX--", .brokenMultipart),
        ] as [(String, FormProblem?)])
    func brokenBodiesAreNamed(body: String, problem: FormProblem?) {
        for chunk in [1, 3, 1000] {
            do {
                _ = try parse(Array(body.utf8), chunk: chunk)
                #expect(problem == nil)
            } catch {
                #expect(error == problem)
            }
        }
    }

    @Test func endlessHeadersAndPreamblesAreRefused() {
        var headers = MultipartParser(boundary: Array("XX".utf8))
        #expect(throws: FormProblem.brokenMultipart) { _ = try headers.consume(Array(("--XX\r\n" + String(repeating: "a", count: 20_000)).utf8)) }
        var preamble = MultipartParser(boundary: Array("XX".utf8))
        #expect(throws: FormProblem.brokenMultipart) { for _ in 0..<100 { _ = try preamble.consume(Array(repeating: 65, count: 1000)) } }
    }

    @Test func namesInForeignBytesAreRefused() {
        var parser = MultipartParser(boundary: Array("XX".utf8))
        let body = Array("--XX\r\nContent-Disposition: form-data; name=\"".utf8) + [0xE9] + Array("\"\r\n\r\n".utf8)
        #expect(throws: FormProblem.notUTF8) { _ = try parser.consume(body) }
    }

    @Test func browsersEscapesInNamesAreUndone() throws {
        var parser = MultipartParser(boundary: Array("XX".utf8))
        let events = try parser.consume(Array("--XX\r\nContent-Disposition: form-data; name=\"a\"; filename=\"100% %22x%22%0D%0A.pdf\"\r\n\r\n".utf8))
        guard case .part(let header)? = events.first else { return #expect(Bool(false)) }
        #expect(header.filename == "100% \"x\"\r\n.pdf")
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b=c\"", "a b=c"),
            ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=\"ends \"", nil), ("multipart/form-data; boundary=\"open", nil),
            ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil), ("multipart/form-data; boundary=\"ệ\"", nil),
        ] as [(String, String?)])
    func boundariesAreChecked(header: String, boundary: String?) {
        if let boundary {
            #expect((try? ContentType(header)) == .multipart(boundary: Array(boundary.utf8)))
        } else {
            #expect(throws: FormProblem.missingBoundary) { _ = try ContentType(header) }
        }
    }
}
