// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Testing

@Suite struct FormProblemsTests {
    @Test func findsNothingWrongWithASoundForm() {
        let sound = form(
            section("a", [question("kind", .choice, choices: ["x", "y"]), question("why", .longText, when: .equals(question: "kind", value: "y"))]),
            section("b", [question("home", .address)], when: .isAnswered(question: "why"), repeats: Repetition(minimum: 1, maximum: 5)))
        #expect(sound.problems() == [])
        #expect(sound.problems(of: .equals(question: "kind", value: "x"), where: "KQ01") == [])
    }

    static let broken: [(String, FormDefinition)] = [
        ("no sections", FormDefinition(id: "f", version: 1, sections: [])),
        ("an empty section", form(section("a", []))),
        ("the same id twice", form(section("a", [question("q", .shortText), question("q", .shortText)]))),
        ("the same id twice in two sections", form(section("a", [question("q", .shortText)]), section("b", [question("q", .shortText)]))),
        ("an id that a date or address needs", form(section("a", [question("q", .address), question("q_commune", .shortText)]))),
        ("an unknown question", form(section("a", [question("q", .shortText, when: .isAnswered(question: "zzz"))]))),
        ("a later question", form(section("a", [question("q", .shortText, when: .isAnswered(question: "r")), question("r", .shortText)]))),
        ("itself", form(section("a", [question("q", .shortText, when: .isAnswered(question: "q"))]))),
        ("a section's own question", form(section("a", [question("q", .shortText)], when: .isAnswered(question: "q")))),
        (
            "a repeated question from outside",
            form(
                section("a", [question("q", .shortText)], repeats: Repetition(minimum: 0, maximum: 2)),
                section("b", [question("r", .shortText, when: .isAnswered(question: "q"))]))
        ),
        (
            "an impossible comparison",
            form(section("a", [question("q", .yesNo), question("r", .shortText, when: .equals(question: "q", value: "true"))]))
        ),
        ("no choices", form(question("q", .choice))),
        ("repeated choices", form(question("q", .choice, choices: ["a", "a"]))),
        ("choices of a text", form(question("q", .shortText, choices: ["a"]))),
        ("a range upside down", form(question("q", .number, minimum: 2, maximum: 1))),
        ("three decimals", form(question("q", .number, decimals: 3))),
        ("a range of a text", form(question("q", .shortText, minimum: 2))),
        ("a side of a text", form(question("q", .shortText, side: .notInPast))),
        ("no characters", form(question("q", .shortText, length: 0))),
        ("a bad id", form(question("Họ tên", .shortText))),
        ("rows upside down", form(section("a", [question("q", .shortText)], repeats: Repetition(minimum: 3, maximum: 2)))),
    ]

    @Test(arguments: broken.indices)
    func finds(index: Int) {
        let (what, form) = Self.broken[index]
        #expect(form.problems().count == 1, "\(what): \(form.problems().map(\.en))")
    }
}
