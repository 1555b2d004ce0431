// SPDX-License-Identifier: Apache-2.0

import Kernel
import Testing

@testable import Notices

@Suite struct LetterTests {
    private let site = Phrase(vi: "Một cửa tỉnh X", en: "One door, X")

    private func text(name: String? = nil, language: Language? = nil) -> LetterText {
        let letter = Letter(
            to: "hoa@example.vn", name: name, language: language, subject: Phrase(vi: "Hồ sơ đã nộp", en: "Dossier filed"),
            paragraphs: [Phrase("Khai sinh · H55.1"), Phrase(vi: "Chưa cần làm gì.", en: "Nothing to do.")], link: "/me/dossiers/H55.1")
        return LetterText(
            letter: letter, publicURL: "https://motcua.example.vn", site: site, stopLink: "https://motcua.example.vn/mail/stop?token=a.b")
    }

    @Test func aStrangerIsToldInBothLanguagesVietnameseFirst() throws {
        let plain = text().plain
        let (vi, en) = (try #require(plain.range("Kính gửi ông/bà,")), try #require(plain.range("Hello,")))
        #expect(vi < en)
        #expect(text().html.contains("<div lang=\"vi\">") && text().html.contains("<div lang=\"en\">"))
    }

    @Test func somebodyKnownIsToldInTheirLanguageByName() {
        let plain = text(name: "Nguyễn Thị Hoa", language: .vi).plain
        #expect(plain.contains("Kính gửi Nguyễn Thị Hoa,") && !plain.contains("Hello"))
        #expect(text(language: .en).subject == "Dossier filed")
    }

    @Test func bothPartsSayTheSame() {
        for part in [text().plain, text().html] {
            for words in ["Khai sinh · H55.1", "Chưa cần làm gì.", "https://motcua.example.vn/me/dossiers/H55.1", "/mail/stop?token=a.b", "mật khẩu"]
            {
                #expect(part.contains(words))
            }
        }
    }

    @Test func namesAreTextInTheHTML() {
        #expect(text(name: "<img src=x>", language: .vi).html.contains("&lt;img src=x&gt;"))
    }

    @Test func onlyOurOwnStopLinksAreBelieved() {
        let proofs = AddressProofs(key: Secret(Array(repeating: 7, count: 32)))
        let token = proofs.stopToken(for: "hoa@example.vn")
        #expect(proofs.address(token) == "hoa@example.vn")
        #expect(token.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") })
        for wrong in ["", ".", "A" + token, token + "A", String(token.dropLast()), "x.y.z", "aG9h.\(token.split(separator: ".")[1])"] {
            #expect(proofs.address(wrong) == nil)
        }
        #expect(AddressProofs(key: Secret(Array(repeating: 8, count: 32))).address(token) == nil)
        #expect(proofs.hash(code: "123456", account: "a") != proofs.hash(code: "123456", account: "b"))
    }
}

extension String {
    fileprivate func range(_ words: String) -> String.Index? { firstRange(of: words)?.lowerBound }
}
