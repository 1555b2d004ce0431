// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
import Testing

@Suite struct ConditionTests {
    static let answers: Answers = ["kind": "house", "uses": .list(["shop", "home"]), "empty": "  ", "rows": .group([["a": "1"]])]

    @Test(arguments: [
        (#"{"question":"kind","equals":"house"}"#, true),
        (#"{"question":"kind","equals":"works"}"#, false),
        (#"{"question":"uses","equals":"home"}"#, true),
        (#"{"question":"kind","isOneOf":["works","house"]}"#, true),
        (#"{"question":"empty","isAnswered":true}"#, false),
        (#"{"question":"rows","isAnswered":true}"#, true),
        (#"{"question":"nowhere","equals":""}"#, false),
        (#"{"not":{"question":"nowhere","isAnswered":true}}"#, true),
        (#"{"all":[{"question":"kind","equals":"house"},{"question":"uses","equals":"shop"}]}"#, true),
        (#"{"any":[{"question":"kind","equals":"works"},{"question":"uses","equals":"shop"}]}"#, true),
        (#"{"all":[]}"#, true),
        (#"{"any":[]}"#, false),
    ])
    func holdsAsWritten(json: String, expected: Bool) throws {
        let condition = try JSONDecoder().decode(Condition.self, from: Data(json.utf8))
        #expect(condition.holds(Self.answers) == expected)
        let again = try JSONDecoder().decode(Condition.self, from: JSONEncoder().encode(condition))
        #expect(again == condition)
    }

    @Test(arguments: [
        #"{"question":"kind"}"#, #"{"equals":"x"}"#, #"{"question":"a","equals":"x","isAnswered":true}"#,
        #"{"question":"a","isAnswered":false}"#, #"{"question":"a","not":{"all":[]}}"#, #"{}"#,
    ])
    func refusesShapesThatCouldMeanTwoThings(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Condition.self, from: Data(json.utf8)) }
    }

    @Test func looksAtTheRowBeforeTheForm() {
        let condition = Condition.equals(question: "kind", value: "works")
        #expect(condition.holds(Self.answers, row: ["kind": "works"]))
    }
}
