// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

@Suite struct WordsTests {
    @Test func aPhraseSpeaksBothLanguagesAndTakesParameters() {
        let phrase = Phrase(vi: "Còn {n} ngày cho {who}", en: "{n} days left for {who}")
        #expect(phrase[.vi] == "Còn {n} ngày cho {who}")
        #expect(phrase(.en, ["n": "3", "who": "An"]) == "3 days left for An")
        #expect(phrase.with(["n": "3"]) == Phrase(vi: "Còn 3 ngày cho {who}", en: "3 days left for {who}"))
        #expect(phrase.parameters(in: .vi) == ["n", "who"] && phrase.parameters(in: .en) == ["n", "who"])
        #expect(Phrase("H55").parameters(in: .en).isEmpty && Phrase("{open").parameters(in: .vi).isEmpty)
    }

    @Test func parametersAreNotFilledTwice() {
        #expect(Phrase("{a} {b}")(.vi, ["a": "{b}", "b": "x"]) == "{b} x")
        #expect(Phrase("tail {")(.vi, ["a": "1"]) == "tail {")
    }

    @Test(arguments: [
        (0, "0 đ"), (999, "999 đ"), (8000, "8.000 đ"), (1_234_567, "1.234.567 đ"), (-50_000, "-50.000 đ"),
        (.max, "9.223.372.036.854.775.807 đ"),
    ])
    func moneyIsGrouped(dong: Int64, words: String) {
        #expect(Money(dong: dong).spoken == words)
    }

    @Test func moneyIsAWholeNumberInJSON() throws {
        #expect(String(decoding: try JSONEncoder().encode([Money(dong: 8000)]), as: UTF8.self) == "[8000]")
        #expect(try JSONDecoder().decode([Money].self, from: Data("[8000]".utf8)) == [Money(dong: 8000)])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Money].self, from: Data("[0.5]".utf8)) }
        #expect(Money(dong: 3) + Money(dong: 4) == Money(dong: 7) && Money.zero < Money(dong: 1))
    }

    @Test(arguments: [
        ("019012345123", "019******123"), ("0912345678", "091****678"), ("123456789", "123***789"), ("12345678", "********"), ("", ""),
    ])
    func numbersAreMasked(number: String, expected: String) {
        #expect(masked(number) == expected)
    }

    @Test func secretsDoNotPrint() {
        let secret = Secret("mật khẩu")
        #expect("\(secret)" == "•••" && String(reflecting: secret) == "•••" && "\([secret])" == "[•••]" && secret.reveal() == "mật khẩu")
    }

    @Test func dumpingASecretDoesNotShowIt() {
        var text = ""
        dump(Secret("mật khẩu"), to: &text)
        #expect(!text.contains("mật khẩu"))
    }

    @Test func numbersArePadded() {
        #expect(padded(7, 3) == "007" && padded(1234, 3) == "1234" && padded(0, 1) == "0")
    }
}
