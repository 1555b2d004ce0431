// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel
import Testing

@Suite struct FormSummaryTests {
    let form = FormsTests.form(
        section(
            "main",
            [
                question("kind", .choice, choices: ["a", "b"]), question("uses", .multipleChoice, choices: ["x", "y"]), question("agreed", .yesNo),
                question("born", .date), question("since", .partialDate), question("area", .number, decimals: 2), question("capital", .money),
                question("id_number", .personalID), question("home", .address), question("note", .longText, required: false),
                question("hidden", .shortText, when: .equals(question: "kind", value: "b")),
            ]),
        section("members", [question("member_name", .shortText)], repeats: Repetition(minimum: 0, maximum: 3)))

    let answers: Answers = [
        "kind": "a", "uses": .list(["x", "y"]), "agreed": "yes", "born": "2024-03-27", "since": "1985-03", "area": "1250.5", "capital": "150000000",
        "id_number": "019085000123", "home": "Số 1", "home_commune": "05443", "members": .group([["member_name": "B"], ["member_name": "C"]]),
    ]

    @Test func saysAnswersInWords() {
        let parts = form.lines(answers, .vi, masking: true) { $0 == "05443" ? "Phường Phan Đình Phùng" : nil }
        #expect(
            parts[0].lines.map(\.value) == [
                "Nhãn a", "Nhãn x; Nhãn y", "Có", "27/03/2024", "03/1985", "1.250,5", "150.000.000 đ", "019******123", "Số 1, Phường Phan Đình Phùng",
                "–",
            ])
        #expect(parts.map(\.title) == ["Phần main", "Phần members 1", "Phần members 2"])
        let last = parts[2].lines[0]
        #expect(last.field == "members[1].member_name" && last.label == "Câu member_name" && last.value == "C")
    }

    @Test func speaksEnglishToo() {
        #expect(form.lines(answers, .en)[0].lines.map(\.value).prefix(3) == ["Label a", "Label x; Label y", "Yes"])
    }
}
