// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
import Kernel
import Testing

@testable import Dossiers

/// The fast reader takes what the decoder takes, to the same value, or leaves it to the decoder.
@Suite struct FilingBodyTests {
    private static let body = """
        {"procedure": "1.004873", "case": "1.004873.01", "unit": "H55.238", "delivery": "desk", "channel": "in_person",
         "applicant": {"name": "Nguyễn \\"Thị\\" Thu Hà", "personal_id": "019190000018", "phone": "0912345678"},
         "answers": {"filed_by": "self", "kinds": ["a", "b\\n"], "none": [], "homes": [{"home": "Tổ 3", "more": [{"x": "y"}]}, {}], "": "\\/"},
         "files": [{"component": "K1", "reference": "abc.def"}, {"component": "K2", "name": "a.pdf", "content": "AA=="}]}
        """

    private func decoded(_ text: String) -> FilingBody? { try? JSONDecoder().decode(FilingBody.self, from: Data(text.utf8)) }

    private func isSame(_ one: FilingBody, _ other: FilingBody) -> Bool {
        one.procedure == other.procedure && one.case == other.case && one.unit == other.unit && one.resolvingUnit == other.resolvingUnit
            && one.returningUnit == other.returningUnit && one.channel == other.channel && one.answers == other.answers && one.files == other.files
            && one.delivery == other.delivery && one.applicant.name == other.applicant.name
            && one.applicant.personalID == other.applicant.personalID && one.applicant.phone == other.applicant.phone
            && one.applicant.email == other.applicant.email && one.applicant.address == other.applicant.address
    }

    @Test func theUsualBodyIsReadAsTheDecoderReadsIt() throws {
        let fast = try #require(FilingBody(plain: Array(Self.body.utf8)))
        let slow = try #require(decoded(Self.body))
        #expect(isSame(fast, slow))
        #expect(fast.answers["homes"] == .group([["home": "Tổ 3", "more": .group([["x": "y"]])], [:]]))
        #expect(fast.answers["none"] == .list([]))
        #expect(fast.files?.count == 2)
    }

    @Test(arguments: [
        #"{"a": 1}"#, #"{"a": true}"#, #"{"a": null}"#, #"{"a": ["x", {"y": "z"}]}"#, #"{"a": {"b": "c"}}"#, #"{"a": "\u00e9"}"#,
        #"{"a": "x", "a": "y"}"#,
        #"{"a": [["x"]]}"#, #"{"a": "x",}"#, #"{"a" "x"}"#,
    ])
    func anAnswerThatIsNotPlainIsLeftToTheDecoder(answers: String) {
        let text = #"{"procedure":"p","unit":"u","delivery":"desk","applicant":{},"answers":\#(answers)}"#
        #expect(FilingBody(plain: Array(text.utf8)) == nil)
    }

    @Test func aBodyDamagedAnywhereIsNeverReadDifferently() {
        let bytes = Array(Self.body.utf8)
        let intruders = Array("\"\\{}[],: 0nté\u{1}\u{0}".utf8) + [0xFF, 0xC3]
        for index in bytes.indices {
            for intruder in intruders {
                var damaged = bytes
                damaged[index] = intruder
                compare(damaged)
                damaged.remove(at: index)
                compare(damaged)
            }
        }
    }

    private func compare(_ bytes: [UInt8]) {
        guard let fast = FilingBody(plain: bytes) else { return }
        let slow = try? JSONDecoder().decode(FilingBody.self, from: Data(bytes))
        #expect(slow.map { isSame(fast, $0) } ?? false, "\(String(decoding: bytes, as: UTF8.self))")
    }

    @Test func theAnswerIsWrittenAsAnEncoderWritesIt() async throws {
        let dossier = try await HouseFixture().file()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for language in [Language.vi, .en] {
            let answer = FiledJSON(dossier, language)
            let encoded = String(decoding: try encoder.encode(answer), as: UTF8.self)
            #expect(answer.canonicalText.text == encoded)
        }
    }
}
