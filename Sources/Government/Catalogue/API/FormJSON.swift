// SPDX-License-Identifier: Apache-2.0

import Forms
import Kernel

/// What has to be answered when filing, question by question.
struct FormJSON: Encodable {
    let id: String
    let version: Int
    let sections: [Section]

    init(_ form: FormDefinition, _ language: Language) {
        (id, version) = (form.id, form.version)
        sections = form.sections.map { Section($0, language) }
    }

    struct Section: Encodable {
        let id: String
        let title: String
        let repeats: Repetition?
        let visibleWhen: Condition?
        let questions: [QuestionJSON]

        private enum CodingKeys: String, CodingKey {
            case id, title, repeats, questions
            case visibleWhen = "visible_when"
        }

        init(_ section: FormSection, _ language: Language) {
            (id, title, repeats, visibleWhen) = (section.id, section.title[language], section.repeats, section.visibleWhen)
            questions = section.questions.map { QuestionJSON($0, language) }
        }
    }
}

struct QuestionJSON: Encodable {
    let id: String
    let kind: String
    let label: String
    let hint: String?
    let required: Bool
    let maximumLength: Int
    let choices: [Option]?
    let visibleWhen: Condition?

    struct Option: Encodable {
        let value: String
        let label: String
    }

    private enum CodingKeys: String, CodingKey {
        case id, kind, label, hint, required, choices
        case maximumLength = "maximum_length"
        case visibleWhen = "visible_when"
    }

    init(_ question: Question, _ language: Language) {
        (id, kind, label) = (question.id, question.kind.rawValue, question.label[language])
        (hint, required, maximumLength) = (question.hint?[language], question.required, question.maximumLength)
        choices = question.choices.isEmpty ? nil : question.choices.map { Option(value: $0.value, label: $0.label[language]) }
        visibleWhen = question.visibleWhen
    }
}

struct ComponentJSON: Encodable {
    let code: String
    let name: String
    let note: String?
    let originals: Int
    let copies: Int
    let required: Bool
    let presentOnly: Bool
    let isForm: Bool
    let replacedByResult: String?
    let visibleWhen: Condition?

    private enum CodingKeys: String, CodingKey {
        case code, name, note, originals, copies, required
        case presentOnly = "present_only"
        case isForm = "is_form"
        case replacedByResult = "replaced_by_result"
        case visibleWhen = "visible_when"
    }

    init(_ component: DossierComponent, _ language: Language) {
        (code, name, note) = (component.code, component.name[language], component.note?[language])
        (originals, copies, required) = (component.originals, component.copies, component.required)
        (presentOnly, isForm) = (component.presentOnly, component.isForm)
        (replacedByResult, visibleWhen) = (component.replacedByResult, component.visibleWhen)
    }
}
