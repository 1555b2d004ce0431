// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
package import Forms
import Kernel
package import Markup
package import Web

/// Draws the questions of an electronic form that are asked of somebody who has answered this much.
package struct QuestionViews {
    let form: FormDefinition
    let answers: Answers
    let view: FormView
    let communes: [FieldOption]
    /// How many rows of each repeated section to show.
    let rows: [String: Int]
    /// The one section to draw; nil for all.
    let only: String?

    package init(
        form: FormDefinition, answers: Answers, view: FormView, communes: [FieldOption], rows: [String: Int], only: String? = nil
    ) {
        (self.form, self.answers, self.view, self.communes, self.rows) = (form, answers, view, communes, rows)
        self.only = only
    }

    /// The paths of all questions drawn, so that the next round knows which are new.
    package var shown: [String] {
        visibleSections.flatMap { section in places(section).flatMap { place in asked(section, place).map { place.path + $0.id } } }
    }

    package var html: HTML {
        visibleSections.map(sectionView).joined(separator: "\n")
    }

    private var visibleSections: [FormSection] { form.sections.filter { $0.isAsked(answers) && (only == nil || only == $0.id) } }

    private struct Place {
        let path: String
        let row: Answers
    }

    private func places(_ section: FormSection) -> [Place] {
        guard let repetition = section.repeats else { return [Place(path: "", row: answers)] }
        var given: [Answers] = []
        if case .group(let rows) = answers[section.id] { given = rows }
        let count = min(repetition.maximum, max(repetition.minimum, rows[section.id] ?? 0, given.count))
        return (0..<count).map { Place(path: "\(section.id)[\($0)].", row: $0 < given.count ? given[$0] : [:]) }
    }

    private func asked(_ section: FormSection, _ place: Place) -> [Question] {
        section.questions.filter { $0.isAsked(answers, row: place.row) }
    }

    private func sectionView(_ section: FormSection) -> HTML {
        let note = section.note.map { "<p>\($0[view.language])</p>" as HTML }
        let places = places(section)
        let bodies = places.enumerated().map { index, place -> HTML in
            let questions = asked(section, place).map { question($0, path: place.path) }
            guard let repetition = section.repeats else { return "\(questions)" }
            let remove: HTML =
                only != nil && places.count > repetition.minimum
                ? Component.button(FilingWords.removeRow[view.language], kind: .secondary, name: "_remove", value: String(index)) : .empty
            return "<fieldset class=\"row\"><legend>\(section.title[view.language]) \(index + 1)</legend>\(questions)\(remove)</fieldset>"
        }
        // Alone on a page, the section's title is the page's.
        let title: HTML = only == nil ? "<h2>\(section.title[view.language])</h2>" : .empty
        return """
            <section class="form-section" id="\(section.id)">\(title)\(note)
            \(bodies)\(addButton(section, places.count))</section>
            """
    }

    private func addButton(_ section: FormSection, _ count: Int) -> HTML {
        guard let repetition = section.repeats, count < repetition.maximum else { return .empty }
        return Component.button(FilingWords.addRow[view.language] + section.title[view.language], kind: .secondary, name: "_add", value: section.id)
    }

    private func question(_ question: Question, path: String) -> HTML {
        let name = path + question.id
        let (label, hint, needed) = (question.label, question.hint, question.required)
        let length = question.maximumLength
        switch question.kind {
        case .shortText: return view.field(name, label, hint: hint, isRequired: needed, maximumLength: length)
        case .longText: return view.textArea(name, label, hint: hint, isRequired: needed, maximumLength: length)
        case .number: return view.field(name, label, hint: hint, kind: question.decimals > 0 ? .decimal : .digits, isRequired: needed)
        case .money: return view.field(name, label, hint: hint, kind: .digits, isRequired: needed)
        case .date: return view.dateField(name, label, hint: hint, isRequired: needed)
        case .partialDate: return view.dateField(name, label, hint: hint ?? FilingWords.partialDate, isRequired: needed)
        case .choice:
            let options = question.choices.map { FieldOption($0.value, $0.label) }
            return options.count > 7
                ? view.select(name, label, options, hint: hint, isRequired: needed)
                : view.radios(name, label, options, hint: hint, isRequired: needed)
        case .multipleChoice:
            return view.checkboxes(name, label, question.choices.map { FieldOption($0.value, $0.label) }, hint: hint, isRequired: needed)
        case .yesNo: return view.radios(name, label, FilingWords.yesNo, hint: hint, isRequired: needed)
        case .personalID: return view.field(name, label, hint: hint ?? FilingWords.personalID, kind: .digits, isRequired: needed, characters: 14)
        case .phone: return view.field(name, label, hint: hint, kind: .telephone, isRequired: needed, autocomplete: "tel")
        case .email: return view.field(name, label, hint: hint, kind: .email, isRequired: needed, autocomplete: "email")
        case .taxCode: return view.field(name, label, hint: hint, kind: .text, isRequired: needed)
        case .address:
            return """
                \(view.field(name, label, hint: hint ?? FilingWords.addressDetail, isRequired: needed, maximumLength: length))
                \(view.communeField(path + question.communeKey, FilingWords.commune(of: label), communes, isRequired: needed))
                """
        }
    }
}
