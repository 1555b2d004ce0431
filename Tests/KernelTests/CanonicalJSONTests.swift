// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel
import Testing

/// The written text is compared with what Foundation's encoder makes of the same value.
struct CanonicalJSONTests {
    private struct Inner: Codable {
        var zebra = "ngựa vằn"
        var apple: String?
        var number = -12
        var money = Int64.max
        var ratio = 0.125
        var whole = 3.0
        var huge = 1e21
        var isTrue = true
    }

    private struct Outer: Codable {
        var z = ["b": Inner(), "a": Inner(apple: "x"), "ab": Inner(), "B": Inner()]
        var list = [Inner(), Inner()]
        var empty: [String] = []
        var none: [String: Int] = [:]
        var nested = [["x"], []]
        var steps = [10: "ten", 9: "nine", 1: "one"]
        var optional: [Int?] = [1, nil]
        var date = LocalDate(year: 2026, month: 2, day: 3)
        var phrase = Phrase(vi: "Hạn: \"thứ Hai\"", en: "a/b\\c")
    }

    private func reference(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func everyShapeIsWrittenAsFoundationWritesIt() throws {
        #expect(try canonicalJSONText(Outer()) == reference(Outer()))
        #expect(try canonicalJSONText(["b": [String: Int]()]) == reference(["b": [String: Int]()]))
        #expect(try canonicalJSONText([Int]()) == "[]")
    }

    @Test func everyCharacterIsEscapedAsFoundationEscapesIt() throws {
        let scalars = (0...0x2100).compactMap { Unicode.Scalar($0) } + ["😀", "\u{FEFF}", "\u{2028}"]
        for scalar in scalars {
            let text = ["key \(Character(scalar))": "a\(Character(scalar))b"]
            #expect(try canonicalJSONText(text) == reference(text))
        }
    }

    @Test func keysThatBeginAlikeAreSortedByTheirBytes() throws {
        let value = ["a": 1, "aa": 2, "a_": 3, "A": 4, "á": 5, "": 6, "z9": 7, "z10": 8]
        #expect(try canonicalJSONText(value) == reference(value))
    }

    @Test func aValueThatNestsByHandIsLeftToFoundation() throws {
        struct ByHand: Encodable {
            enum Key: CodingKey { case outer, inner }

            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                var inner = container.nestedContainer(keyedBy: Key.self, forKey: .outer)
                try inner.encode(1, forKey: .inner)
            }
        }
        #expect(try canonicalJSONText(ByHand()) == nil)
    }
}
