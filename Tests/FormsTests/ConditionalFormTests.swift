// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Testing

@Suite struct ConditionalFormTests {
    let household = form(
        section("owner", [question("name", .shortText), question("has_members", .yesNo)]),
        section(
            "members",
            [
                question("member_name", .shortText),
                question("member_foreign", .yesNo),
                question("member_id", .personalID, when: .equals(question: "member_foreign", value: "no")),
                question("member_home", .address, required: false),
            ],
            when: .equals(question: "has_members", value: "yes"), repeats: Repetition(minimum: 1, maximum: 2)),
        section("end", [question("note", .longText, required: false, when: .isAnswered(question: "members"))]))

    @Test func dropsAnswersToQuestionsThatWereNotAsked() {
        let check = household.check([
            "name": "Hoàng Văn Mẫu", "has_members": "no", "members": .group([["member_name": "x"]]), "note": "thừa", "unknown": "thừa",
        ])
        #expect(check.isClean)
        #expect(check.accepted == ["name": "Hoàng Văn Mẫu", "has_members": "no"])
    }

    @Test func namesTheRowAndTheFieldInError() {
        let check = household.check([
            "name": "Hoàng Văn Mẫu", "has_members": "yes",
            "members": .group([
                ["member_name": "A", "member_foreign": "no", "member_id": "019085000123"],
                ["member_name": "", "member_foreign": "no", "member_id": "123", "member_home": "Số 1"],
            ]),
        ])
        #expect(check.errors.map(\.field) == ["members[1].member_name", "members[1].member_id", "members[1].member_home_commune"])
    }

    @Test func looksAtConditionsInsideARow() {
        let check = household.check([
            "name": "A", "has_members": "yes", "members": .group([["member_name": "B", "member_foreign": "yes", "member_id": "123"]]), "note": "có",
        ])
        #expect(check.isClean)
        #expect(check.accepted["members"] == .group([["member_name": "B", "member_foreign": "yes"]]))
        #expect(check.accepted["note"] == "có")
    }

    @Test(arguments: [(0, ["members"]), (1, []), (2, []), (3, ["members"])])
    func keepsTheNumberOfRowsInBounds(count: Int, fields: [String]) {
        let rows = (0..<count).map { ["member_name": AnswerValue.text("N\($0)"), "member_foreign": "yes"] }
        let check = household.check(["name": "A", "has_members": "yes", "members": .group(rows)])
        #expect(check.errors.map(\.field) == fields)
    }

    @Test func skipsBlankRowsButKeepsTheirPlaceInPaths() {
        let check = household.check(["name": "A", "has_members": "yes", "members": .group([["member_name": " "], ["member_name": "B"]])])
        #expect(check.errors.map(\.field) == ["members[1].member_foreign"])
    }

    @Test func doesNotShowWhatDependsOnAWrongAnswer() {
        let check = household.check(["name": "A", "has_members": "có lẽ", "members": .group([["member_name": "B"]])])
        #expect(check.errors.map(\.field) == ["has_members"])
        #expect(check.accepted["members"] == nil)
    }

    @Test func reportsEveryProblemAtOnce() {
        #expect(household.check([:]).errors.map(\.field) == ["name", "has_members"])
    }

    @Test func speaksBothLanguages() {
        for error in household.check(["has_members": "yes"]).errors {
            #expect(!error.message.vi.isEmpty && !error.message.en.isEmpty && error.message.vi != error.message.en)
            #expect(!error.message.vi.contains("{") && !error.message.en.contains("{"))
        }
    }

    @Test func gathersAnswersFromTheFieldsOfAPage() {
        let fields: [String: [String]] = [
            "name": ["A"], "has_members": ["yes"], "members[0].member_name": ["B"], "members[1].member_name": ["C"],
            "members[1].member_home": ["Số 1"], "members[1].member_home_commune": ["05443"], "members[7].member_name": ["quá xa"],
        ]
        let answers = household.answers { fields[$0] ?? [] }
        #expect(
            answers == [
                "name": "A", "has_members": "yes",
                "members": .group([["member_name": "B"], ["member_name": "C", "member_home": "Số 1", "member_home_commune": "05443"]]),
            ])
    }
}
