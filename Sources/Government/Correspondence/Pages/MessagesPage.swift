// SPDX-License-Identifier: Apache-2.0

import Dossiers
import HTTPTypes
import Kernel
import Markup
import Web

/// A page with the messages alone: what a refused message comes back on, with every word still there.
struct MessagesPage {
    let view: MessagesView
    let code: String
    let base: String
    let errors: [FieldError]

    func page(_ context: WebContext) -> Page {
        let title = Phrase(vi: "Nhắn tin về hồ sơ \(code)", en: "Messages on dossier \(code)")
        let body: HTML = """
            <h1>\(title[context.language])</h1>
            \(Component.errorSummary(errors, context.language))
            \(view.html(context))
            """
        return Page(title: title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent, trail: [(label: Phrase(code), link: base)])
    }
}
