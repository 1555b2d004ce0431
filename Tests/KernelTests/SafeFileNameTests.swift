// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Kernel

@Suite struct SafeFileNameTests {
    @Test(arguments: [
        ("Giấy khai sinh (bản chính).pdf", "Giấy khai sinh (bản chính).pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lan\\Đơn.docx", "Đơn.docx"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie_ x.pdf"),
        ("anh\u{202E}gpj.exe", "anhgpj.exe"),
        ("\u{200B}a\u{FEFF}.pdf", "a.pdf"),
        ("e\u{301}.pdf", "é.pdf"),
        ("...hidden", "hidden"),
        ("a\u{0}b.pdf", "a b.pdf"),
        ("\"<x>\".pdf", "__x__.pdf"),
        ("", "tep"), ("/", "tep"), (" . ", "tep"),
    ])
    func namesBecomeHarmlessAndStayReadable(name: String, safe: String) {
        #expect(safeFileName(name) == safe)
    }

    @Test func aLongNameIsCutBeforeItsEnding() {
        let safe = safeFileName(String(repeating: "ế", count: 400) + ".pdf")
        #expect(safe.hasSuffix("ế.pdf"))
        #expect(safe.count <= 150 && safe.utf8.count <= 240)
        let marks = safeFileName("a" + String(repeating: "\u{323}\u{30A}", count: 5000) + ".pdf")
        #expect(marks.utf8.count <= 240)
    }
}
