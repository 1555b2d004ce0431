// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Drafts
import Forms
import Kernel
import Markup
import Organisation
import Web

/// One step to fill in. Whatever button is pressed, what stands in it is kept.
struct DraftStepPage {
    let draft: DraftInHand
    let step: DraftStep
    /// What is shown in the fields: the draft's, or what was just posted.
    let values: FormData
    var rows: [String: Int] = [:]
    var errors: [FieldError] = []
    var notices: [Phrase] = []
    var toReview = false

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = view(language)
        let content: HTML = """
            \(view.errorSummary())\(notices.map { Component.notice($0[language], kind: .warning) })
            \(view.form(to: "/drafts/\(draft.draft.id)/\(step.id)", context, takesFiles: step == .papers, id: "draft", """
                <input type="hidden" name="_was" value="\(ShownAnswers(draft.draft.entries.filter { step.holds($0.name) }).text)">\
                \(toReview ? "<input type=\"hidden\" name=\"_review\" value=\"yes\">" : HTML.empty)
                <input type="hidden" name="_shown" value="\(shown.joined(separator: " "))">
                \(fields(view))
                <p class="actions">\(Component.button(FilingWords.next[language]))\
                \(draft.index(of: step) > 0 ? Component.button(FilingWords.back[language], kind: .secondary, name: "_go", value: "back") : .empty)\
                \(Component.button(FilingWords.later[language], kind: .secondary, name: "_go", value: "later"))</p>
                """))
            """
        return DraftFrame(draft: draft, step: step).page(content, context, errors: errors, formID: "draft")
    }

    /// The questions of this screen, so that the next round knows which are new.
    var shown: [String] {
        if case .section = step { questions(view(.vi)).shown } else { [] }
    }

    private func view(_ language: Language) -> FormView {
        var view = FormView(language, values: values, errors: errors)
        let draft = draft
        view.keptFile = { draft.kept($0) }
        return view
    }

    private func fields(_ view: FormView) -> HTML {
        switch step {
        case .section: questions(view).html
        case .papers: papers(view)
        case .delivery:
            """
            \(view.radios(
                "_delivery", FilingWords.deliveryLabel, ResultDelivery.allCases.map { FieldOption($0.rawValue, $0.name) }, value: "online"))
            \(view.select("_returning", FilingWords.returningLabel, draft.returningDesks, hint: FilingWords.returningHint, value: draft.desk.code))
            """
        case .review: .empty
        }
    }

    private func questions(_ view: FormView) -> QuestionViews {
        let communes = draft.house.organisation.communes.compactMap { unit in
            unit.statisticalCode.map { FieldOption($0, unit.place ?? unit.name) }
        }
        let answers = draft.chosen.form.answers(reading: draft.values.all)
        return QuestionViews(form: draft.chosen.form, answers: answers, view: view, communes: communes, rows: rows, only: step.id)
    }

    private func papers(_ view: FormView) -> HTML {
        let language = view.language
        let fields = draft.components.map { component -> HTML in
            let hint = Phrase(
                vi: [component.note?.vi, FilingWords.papersHint.vi].compactMap(\.self).joined(separator: " "),
                en: [component.note?.en, FilingWords.papersHint.en].compactMap(\.self).joined(separator: " "))
            return view.fileField(
                "file.\(component.code)", component.name, hint: hint, isRequired: component.needsFile,
                accepts: ".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt,.xlsx", takesSeveral: true)
        }
        let shownOnly = draft.chosen.components(for: draft.answers).filter(\.presentOnly)
        let list: HTML =
            shownOnly.isEmpty
            ? .empty : "<p>\(FilingWords.present[language])</p><ul>\(shownOnly.map { "<li>\($0.name[language])</li>" as HTML })</ul>"
        return "\(fields)\(list)"
    }
}
