// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel

func question(
    _ id: String, _ kind: QuestionKind, required: Bool = true, when condition: Condition? = nil, choices: [String] = [],
    minimum: Double? = nil, maximum: Double? = nil, decimals: Int = 0, length: Int? = nil, side: DateSide? = nil
) -> Question {
    Question(
        id: id, kind: kind, label: Phrase(vi: "Câu \(id)", en: "Question \(id)"), required: required, visibleWhen: condition,
        choices: choices.map { Choice(value: $0, label: Phrase(vi: "Nhãn \($0)", en: "Label \($0)")) }, minimum: minimum, maximum: maximum,
        decimals: decimals, maximumLength: length, side: side)
}

func section(_ id: String, _ questions: [Question], when condition: Condition? = nil, repeats: Repetition? = nil) -> FormSection {
    FormSection(id: id, title: Phrase(vi: "Phần \(id)", en: "Part \(id)"), visibleWhen: condition, repeats: repeats, questions: questions)
}

func form(_ sections: FormSection...) -> FormDefinition {
    FormDefinition(id: "form", version: 1, sections: sections)
}

/// A form of one question.
func form(_ question: Question) -> FormDefinition {
    form(section("main", [question]))
}
