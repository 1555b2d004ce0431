// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Catalogue

@Suite struct JSONReaderTests {
    @Test(arguments: [
        (#"{"a": [1, 2.5, -3e2], "b": null}"#, JSONValue.object(["a": .list([.number(1), .number(2.5), .number(-300)]), "b": .null])),
        (#" "tr\u00ecnh \ud83d\ude00 \"\\/\n" "#, .text("trình 😀 \"\\/\n")),
        (#"[]"#, .list([])), (#"{}"#, .object([:])), ("true", .boolean(true)), ("0", .number(0)),
        (#""half \ud83d pair""#, .text("half \u{FFFD} pair")),
    ])
    func readsValues(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONReader.value(of: Array(text.utf8)[...]) == value)
    }

    @Test(arguments: ["", " ", "{", "[1,]", #"{"a"}"#, #"{"a":1"#, #""open"#, #""\x""#, #""\u12""#, "nul", "1 2", "--1", "1e999", "{\"a\":1}}", ","])
    func refusesBrokenTextWithoutTrapping(_ text: String) {
        #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: Array(text.utf8)[...]) }
    }

    @Test func refusesWrongUTF8() {
        let bytes: [UInt8] = [0x22, 0xC3, 0x28, 0x22]
        #expect(throws: JSONReader.Problem.notUTF8) { try JSONReader.value(of: bytes[...]) }
    }

    @Test func refusesEndlessNesting() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 200_000)
        #expect(throws: JSONReader.Problem.tooDeep) { try JSONReader.value(of: bytes[...]) }
    }

    @Test func readsAnyCutOfARealLineWithoutTrapping() throws {
        let bytes = Array(Lines.birth.utf8)
        for end in 0..<bytes.count - 1 { #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: bytes[..<end]) } }
        #expect(try JSONReader.value(of: bytes[...])["code"] == .text("1.001193"))
    }
}
