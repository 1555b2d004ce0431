// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Forms
import HTTPTypes
import Kernel
import Markup
import Web
import WorkingTime

/// Filling in a dossier: the questions, the papers, how to get the result.
struct FilingPage {
    let procedure: ProcedureDefinition
    let chosen: ProcedureCase
    let unit: String
    let resolvingUnit: String
    let unitName: Phrase
    let idempotencyKey: String
    let answers: Answers
    let rows: [String: Int]
    let values: FormData
    let errors: [FieldError]
    let communes: [FieldOption]
    var askMore = false
    /// What was understood otherwise than it was typed.
    var notes: [Phrase] = []

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, values: values, errors: errors)
        let questions = QuestionViews(form: chosen.form, answers: answers, view: view, communes: communes, rows: rows)
        let body: HTML = """
            \(Component.banner(.notFiled, title: FilingWords.notFiled[language], detail: "<p>\(FilingWords.notFiledDetail[language])</p>"))
            <h1>\(FilingWords.title[language]): \(procedure.name[language])</h1>
            <p>\(chosen.name[language]) · \(unitName[language])</p>
            \(view.errorSummary())\(askMore ? Component.notice(FilingWords.more[language], kind: .warning) : .empty)\
            \(notes.map { Component.notice("\($0[language]) \(FilingWords.lookAgain[language])", kind: .warning) })
            \(view.form(to: "/dossiers", context, takesFiles: true, id: "filing", content(view, questions, language)))
            """
        return Page(
            title: FilingWords.title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent, scripts: [.communeSuggestions],
            formID: "filing",
            trail: [(label: procedure.name, link: "/procedures/\(procedure.code)")])
    }

    private func content(_ view: FormView, _ questions: QuestionViews, _ language: Language) -> HTML {
        """
        <input type="hidden" name="_procedure" value="\(procedure.code)"><input type="hidden" name="_case" value="\(chosen.code)">
        <input type="hidden" name="_unit" value="\(unit)"><input type="hidden" name="_resolving" value="\(resolvingUnit)">
        <input type="hidden" name="_key" value="\(idempotencyKey)">
        <input type="hidden" name="_shown" value="\((questions.shown + components.map(\.code)).joined(separator: " "))">
        \(questions.html)
        <section class="form-section"><h2>\(FilingWords.papers[language])</h2>\(papers(view, language))</section>
        <section class="form-section"><h2>\(FilingWords.deliveryLabel[language])</h2>
        \(view.radios("_delivery", FilingWords.deliveryLabel, ResultDelivery.allCases.map { FieldOption($0.rawValue, $0.name) }, value: "online"))
        </section>
        <p>\(FilingWords.draftNote[language])</p>
        \(Component.button(FilingWords.submit[language]))
        """
    }

    /// The papers that may come as files, for somebody who answered this.
    var components: [DossierComponent] {
        chosen.components(for: answers).filter { !$0.presentOnly && !$0.isForm }
    }

    private func papers(_ view: FormView, _ language: Language) -> HTML {
        let fields = components.map { component -> HTML in
            let hint = Phrase(
                vi: [component.note?.vi, FilingWords.papersHint.vi].compactMap(\.self).joined(separator: " "),
                en: [component.note?.en, FilingWords.papersHint.en].compactMap(\.self).joined(separator: " "))
            return view.fileField(
                "file.\(component.code)", component.name, hint: hint, isRequired: component.needsFile,
                accepts: ".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt,.xlsx", takesSeveral: true)
        }
        let shownOnly = chosen.components(for: answers).filter(\.presentOnly)
        let list: HTML =
            shownOnly.isEmpty
            ? .empty : "<p>\(FilingWords.present[language])</p><ul>\(shownOnly.map { "<li>\($0.name[language])</li>" as HTML })</ul>"
        return "\(fields)\(list)"
    }
}

/// The first question of a filing: which case, at which desk.
struct FilingStartPage {
    let procedure: ProcedureDefinition
    let units: [FieldOption]
    let values: FormData
    let errors: [FieldError]

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, values: values, errors: errors)
        let cases = procedure.cases.map { FieldOption($0.code, $0.name, hint: $0.limit.words) }
        let body: HTML = """
            \(Component.banner(.notFiled, title: FilingWords.notFiled[language]))
            <h1>\(FilingWords.title[language]): \(procedure.name[language])</h1>
            \(view.errorSummary())
            \(view.form(to: "/drafts", context, """
                <input type="hidden" name="procedure" value="\(procedure.code)">
                \(view.radios("case", FilingWords.caseLabel, cases, value: procedure.cases.count == 1 ? procedure.cases.first?.code : nil))
                \(view.select("unit", FilingWords.unitLabel, units, hint: FilingWords.unitHint))
                <p class="actions">\(Component.button(FilingWords.next[language]))\
                <button type="submit" class="button secondary" formmethod="get" formaction="/dossiers/new">\(FilingWords.onePage[language])</button></p>
                """))
            """
        return Page(
            title: FilingWords.title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent,
            trail: [(label: procedure.name, link: "/procedures/\(procedure.code)")])
    }
}
