// SPDX-License-Identifier: Apache-2.0

import Markup
import Testing

@Suite struct LocalLinkTests {
    @Test(arguments: ["/", "/dossiers/1?a=b&c=d#e", "#main", "?page=2", "/a//b", "/hồ-sơ"])
    func localLinksStay(link: String) {
        #expect(isLocalLink(link))
    }

    @Test(arguments: [
        "", "//elsewhere", "/\\elsewhere", "\\\\elsewhere", "javascript:alert(1)", "https://elsewhere", "data:text/html,x", "dossiers",
        "/\t/elsewhere", "/\n/elsewhere", " /a", "/a b", "/a\u{0}",
    ])
    func othersBecomeAHash(link: String) {
        #expect(!isLocalLink(link))
        let piece: HTML = "<a href=\"\(href: link)\">"
        #expect(piece.string == "<a href=\"#\">")
    }

    @Test func aLocalLinkIsEscaped() {
        let piece: HTML = "<a href=\"\(href: "/a?b=1&c=\"")\">"
        #expect(piece.string == "<a href=\"/a?b=1&amp;c=&quot;\">")
    }
}
