// SPDX-License-Identifier: Apache-2.0

import Forms
import Foundation
import Testing

@Suite struct AnswersTests {
    @Test func readsEveryShapeOfJSON() throws {
        let json =
            #"{"name":"Nông Thị Mẫu","count":3,"area":85.5,"free":true,"none":null,"uses":["a",2],"members":[{"name":"x","age":7}],"empty":[]}"#
        let answers = try JSONDecoder().decode(Answers.self, from: Data(json.utf8))
        #expect(answers["name"] == "Nông Thị Mẫu")
        #expect(answers["count"] == "3")
        #expect(answers["area"] == "85,5")
        #expect(answers["free"] == "yes")
        #expect(answers["none"] == "")
        #expect(answers["uses"] == .list(["a", "2"]))
        #expect(answers["members"] == .group([["name": "x", "age": "7"]]))
        #expect(answers["empty"] == .list([]))
        #expect(try JSONDecoder().decode(Answers.self, from: JSONEncoder().encode(answers)) == answers)
    }

    @Test(arguments: [#"{"a":{"b":"c"}}"#, #"{"a":[["x"]]}"#, #"{"a":["x",{"b":"c"}]}"#])
    func refusesShapesThatAreNoAnswer(json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Answers.self, from: Data(json.utf8)) }
    }
}
