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
import Process
import Web
import WorkingTime

/// Everything once more before filing: what is missing first, then each answer with the way back to it.
struct DraftReviewPage {
    let draft: DraftInHand
    var refused: [FieldError] = []
    var changedMeanwhile = false

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let missing = draft.errors
        let content: HTML = """
            \(refused.isEmpty ? HTML.empty : Component.errorSummary(refused.map { FieldError(field: "", message: $0.message) }, language))
            \(changedMeanwhile ? Component.notice(FilingWords.changedMeanwhile[language], kind: .warning) : .empty)
            \(missing.isEmpty ? ready(language) : whatIsMissing(missing, language))
            \(draft.communes.notes.map { Component.notice($0[language]) })
            \(answers(language))\(papers(language))\(delivery(language))\(feeAndTime(language))
            \(FormView(language).form(to: "/drafts/\(draft.draft.id)/file", context, """
                <input type="hidden" name="_seen" value="\(draft.draft.sequence)">
                <p class="actions">\(missing.isEmpty ? Component.button(FilingWords.submit[language]) : .empty)\
                \(Component.linkButton(FilingWords.back[language], to: link(draft.steps[max(0, draft.steps.count - 2)]), kind: .secondary))\
                \(Component.linkButton(FilingWords.later[language], to: "/me", kind: .secondary))</p>
                """))
            """
        return DraftFrame(draft: draft, step: .review).page(content, context, errors: refused)
    }

    private func link(_ step: DraftStep) -> String { "/drafts/\(draft.draft.id)/\(step.id)?review=yes" }

    private func ready(_ language: Language) -> HTML {
        Component.notice(FilingWords.complete[language], kind: .success)
    }

    private func whatIsMissing(_ errors: [FieldError], _ language: Language) -> HTML {
        let items = errors.map { error -> HTML in
            let step = draft.steps.first { $0.holds(error.field) }
            return
                "<li>\(step.map { "<a href=\"\(href: link($0) + "#" + error.field)\">\($0.title[language])</a>: " as HTML })\(error.message[language])</li>"
        }
        return Component.notice(
            content: "<h2>\(FilingWords.missing(language, ["n": "\(errors.count)"]))</h2><ul>\(items)</ul>", kind: .warning)
    }

    private func change(_ step: DraftStep, _ language: Language) -> HTML {
        "<a href=\"\(href: link(step))\">\(FilingWords.change[language])<span class=\"unseen\"> – \(step.title[language])</span></a>"
    }

    private func answers(_ language: Language) -> HTML {
        let directory = draft.house.organisation
        let sections = draft.chosen.form.lines(draft.answers, language) { code in
            directory.unit(statisticalCode: code).map { ($0.place ?? $0.name)[language] }
        }
        return sections.map { section -> HTML in
            let step = draft.steps.first { $0.id == section.id || section.id.hasPrefix("\($0.id)[") }
            return """
                <h2>\(section.title)</h2>\(step.map { change($0, language) })
                \(Component.summaryList(section.lines.map { (label: $0.label, value: "\($0.value)" as HTML) }))
                """
        }.joined(separator: "\n")
    }

    private func papers(_ language: Language) -> HTML {
        guard draft.steps.contains(.papers) else { return .empty }
        let items = draft.files.map { file -> HTML in
            let name = draft.chosen.components.first { $0.code == file.component }?.name ?? Phrase(file.component)
            let pages = file.pages.map { " · " + FilingWords.pages(language, ["n": "\($0)"]) } ?? ""
            return "<li><strong>\(file.name)</strong> · \(ContentViews.size(file.size))\(pages)<span class=\"hint\">\(name[language])</span></li>"
        }
        let list: HTML = items.isEmpty ? "<p>\(FilingWords.noFiles[language])</p>" : "<ul class=\"papers\">\(items)</ul>"
        return "<h2>\(FilingWords.papers[language])</h2>\(change(.papers, language))\(list)"
    }

    private func delivery(_ language: Language) -> HTML {
        let chosen = ResultDelivery(rawValue: draft.values["_delivery"] ?? "") ?? .online
        let rows: [(label: String, value: HTML)] = [
            (label: FilingWords.unitLabel[language], value: "\(draft.desk.receptionName[language])"),
            (label: FilingWords.deliveryLabel[language], value: "\(chosen.name[language])"),
            (label: FilingWords.returningLabel[language], value: "\(draft.returningDesk.receptionName[language])"),
        ]
        return "<h2>\(FilingWords.deliveryLabel[language])</h2>\(change(.delivery, language))\(Component.summaryList(rows))"
    }

    /// What it will cost and when it is due if it is accepted now, with the arithmetic.
    private func feeAndTime(_ language: Language) -> HTML {
        let quotes = draft.procedure.fee(for: draft.chosen.code, channel: .online, answers: draft.answers)
        var rows: [(label: String, value: HTML)] = quotes.map { quote in
            (label: quote.line.name[language], value: "\(quote.amount?.spoken ?? FilingWords.feeOpen[language])")
        }
        let limit = draft.chosen.sameDay == nil ? draft.chosen.limit.words : FilingWords.sameDay
        rows.append((label: FilingWords.limit[language], value: "\(limit[language])"))
        return "<h2>\(FilingWords.feeAndTime[language])</h2>\(Component.summaryList(rows))<p class=\"hint\">\(FilingWords.payLater[language])</p>"
    }
}
