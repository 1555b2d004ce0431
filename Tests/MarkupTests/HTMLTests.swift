// SPDX-License-Identifier: Apache-2.0

import Markup
import Testing

@Suite struct HTMLTests {
    @Test func aLiteralIsTakenAsItIs() {
        let piece: HTML = "<p class=\"a\">Một cửa & hơn</p>"
        #expect(piece.string == "<p class=\"a\">Một cửa & hơn</p>")
        #expect(piece.bytes == Array(piece.string.utf8))
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("&", "&amp;"), ("<script>", "&lt;script&gt;"), ("a\"b'c", "a&quot;b&#39;c"),
        ("&amp;", "&amp;amp;"), ("Nguyễn <Thị> Đào", "Nguyễn &lt;Thị&gt; Đào"), ("\"\"", "&quot;&quot;"),
    ])
    func interpolatedTextIsEscaped(text: String, expected: String) {
        let piece: HTML = "<b>\(text)</b>"
        #expect(piece.string == "<b>\(expected)</b>")
        let slice: HTML = "\(text[...])"
        #expect(slice.string == expected)
    }

    @Test(arguments: ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{1F3FB}", "\u{20E3}"])
    func aQuoteFollowedByACombiningMarkIsStillEscaped(mark: String) {
        for quote in ["\"", "'", "<", ">", "&"] {
            let text = quote + mark + " onfocus=alert(1) autofocus x="
            let piece: HTML = "<input value=\"\(text)\">"
            let inside = piece.bytes.dropFirst(14).dropLast(2)
            #expect(!inside.contains(UInt8(ascii: "\"")) && !inside.contains(UInt8(ascii: "'")))
            #expect(!inside.contains(UInt8(ascii: "<")) && !inside.contains(UInt8(ascii: ">")))
        }
    }

    @Test func piecesNumbersAndListsGoIn() {
        let item: HTML = "<i>x</i>"
        let absent: HTML? = nil
        let present: HTML? = "<u>y</u>"
        let list: HTML = "<ul>\([1, 2].map { "<li>\($0)</li>" })</ul>\(item)\(absent)\(present)\(42)"
        #expect(list.string == "<ul><li>1</li><li>2</li></ul><i>x</i><u>y</u>42")
    }

    @Test(arguments: [true, false])
    func aChoiceOfTextsIsEscapedToo(first: Bool) {
        let piece: HTML = "\(first ? "<a>" : "<b>")"
        #expect(piece.string == (first ? "&lt;a&gt;" : "&lt;b&gt;"))
    }

    @Test func attributesAppearOnlyWithAValue() {
        let hint: String? = nil
        let piece: HTML = "<input\(attribute: "id", "a\"b")\(attribute: "aria-describedby", hint)\(flag: "checked", true)\(flag: "disabled", false)>"
        #expect(piece.string == "<input id=\"a&quot;b\" checked>")
    }

    @Test func sumsAndJoins() {
        var sum: HTML = "<a>" + "</a>"
        sum += "<hr>"
        #expect(sum.string == "<a></a><hr>")
        let none: [HTML] = []
        #expect(none.joined(separator: ", ").isEmpty)
        #expect((["a", "b", "c"] as [HTML]).joined(separator: ", ").string == "a, b, c")
        #expect((["a", "b"] as [HTML]).joined().string == "ab")
        #expect(HTML.empty.string.isEmpty)
    }

    @Test func rawMarkupHasAnUglyName() {
        #expect(HTML(unsafeRaw: "<b>&</b>").string == "<b>&</b>")
    }

    @Test func brokenSurrogatesAndNulsDoNotBreakTheBytes() {
        let text = String(decoding: [0x61, 0xFF, 0x3C, 0x00] as [UInt8], as: UTF8.self)
        let piece: HTML = "\(text)"
        #expect(piece.bytes == [0x61, 0xEF, 0xBF, 0xBD] + Array("&lt;".utf8) + [0])
    }
}
