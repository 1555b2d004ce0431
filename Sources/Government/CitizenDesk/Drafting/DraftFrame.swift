// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Drafts
import HTTPTypes
import Kernel
import Markup
import Web

/// What stands around every step: not filed yet, where one is, and that it is saved.
struct DraftFrame {
    let draft: DraftInHand
    let step: DraftStep

    private var number: Int { draft.index(of: step) + 1 }

    func page(_ content: HTML, _ context: WebContext, errors: [FieldError] = [], formID: String? = nil) -> Page {
        let language = context.language
        let body: HTML = """
            \(Component.banner(.notFiled, title: FilingWords.notFiled[language], detail: "<p>\(saved(language))</p>"))
            <p class="progress"><strong>\(FilingWords.step(language, ["n": "\(number)", "of": "\(draft.steps.count)"]))</strong> · \(draft.procedure.name[language])</p>
            <progress max="\(draft.steps.count)" value="\(number)" aria-hidden="true"></progress>
            <h1>\(step.title[language])</h1>
            \(content)
            <details class="disclosure"><summary>\(FilingWords.allSteps[language])</summary>\(list(language))</details>
            """
        return Page(
            title: Phrase(vi: "\(step.title.vi) – \(draft.procedure.name.vi)", en: "\(step.title.en) – \(draft.procedure.name.en)"), body: body,
            status: errors.isEmpty ? .ok : .unprocessableContent, scripts: step == .review ? [] : [.drafts, .communeSuggestions], formID: formID,
            trail: [(label: FilingWords.mine, link: "/me")])
    }

    private func saved(_ language: Language) -> HTML {
        let at = LocalDateTime(draft.draft.savedAt)
        let clock = "\(padded(at.minuteOfDay / 60, 2)):\(padded(at.minute, 2))"
        return """
            <span id="saved" role="status" data-saved="\(FilingWords.savedAt[language])" data-failed="\(FilingWords.notSaved[language])">\
            \(FilingWords.savedAt(language, ["time": clock]))</span>
            """
    }

    private func list(_ language: Language) -> HTML {
        let items = draft.steps.map { one -> HTML in
            let isHere = one.id == step.id
            return
                "<li><a href=\"\(href: "/drafts/\(draft.draft.id)/\(one.id)")\"\(attribute: "aria-current", isHere ? "step" : nil)>\(one.title[language])</a></li>"
        }
        return "<ol class=\"steps\">\(items)</ol>"
    }
}
