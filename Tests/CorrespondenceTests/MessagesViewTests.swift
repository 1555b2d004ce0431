// SPDX-License-Identifier: Apache-2.0

import Kernel
import Logging
import Markup
import Testing
import Web

@testable import Correspondence

@Suite struct MessagesViewTests {
    private func html(_ texts: [String], isFromOffice: Bool = false, readAt: Instant? = nil) -> String {
        let messages = texts.map {
            Message(
                id: Identifier(high: 1, low: 1), authorAccount: "a", authorName: "Nông Thị Hạnh", isFromOffice: isFromOffice, text: $0,
                at: Instant(milliseconds: 0), readAt: readAt)
        }
        let thread = MessageThread(messages: messages, reader: .onlooker, reachesApplicant: true)
        let view = MessagesView(thread: thread, base: "/work/dossiers/H55.1", publicURL: "https://motcua.example.vn", view: FormView(.vi))
        return view.html(WebContext(detached: Logger(label: "test"))).string
    }

    @Test func whatIsWrittenIsText() {
        let page = html(["<script>alert(1)</script>\n\"nháy\" & 'đơn'"])
        #expect(!page.contains("<script>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;\n&quot;nháy&quot; &amp; &#39;đơn&#39;"))
    }

    @Test func onlyAddressesOfThePortalAreLinks() {
        let page = html(["Xem https://motcua.example.vn/procedures/1.001193?x=1 và https://xau.example/a, https://motcua.example.vn.xau.example/b"])
        #expect(page.contains("<a href=\"/procedures/1.001193?x=1\">https://motcua.example.vn/procedures/1.001193?x=1</a> và"))
        #expect(page.components(separated: "<a ") == 2)
        #expect(page.contains("https://xau.example/a,"))
    }

    @Test(arguments: ["https://motcua.example.vn//xau.example", "https://motcua.example.vn/\"onclick=alert(1)", "https://motcua.example.vn/<b>"])
    func aLinkLeadsNowhereElse(text: String) {
        let page = html([text])
        #expect(!page.contains("href=\"//") && !page.contains("<b>") && !page.contains("\"onclick"))
    }

    @Test func severalLinksStandInOrder() {
        let page = html(["a https://motcua.example.vn/x b https://motcua.example.vn/y c"])
        #expect(page.contains("a <a href=\"/x\">https://motcua.example.vn/x</a> b <a href=\"/y\">https://motcua.example.vn/y</a> c"))
    }

    @Test func theOfficesMessagesSayWhoseTheyAre() {
        #expect(html(["a"], isFromOffice: true).contains("Nông Thị Hạnh</strong> (cơ quan)"))
        #expect(!html(["a"]).contains("(cơ quan)"))
    }

    @Test func noMessagesAreSaidToBeNone() {
        #expect(html([]).contains("Chưa có tin nhắn."))
    }
}

extension String {
    fileprivate func components(separated word: String) -> Int { split(separator: word, omittingEmptySubsequences: false).count }
}
