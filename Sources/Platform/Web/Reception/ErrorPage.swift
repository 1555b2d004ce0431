// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Kernel
import Markup

/// What went wrong, what to do, and the number to tell us.
enum ErrorPage {
    static func page(_ error: UserError, _ context: WebContext) -> Page {
        let language = context.language
        return Page(
            title: error.title,
            body: """
                <h1>\(error.title[language])</h1>
                \(error.advice.map { "<p class=\"lead\">\($0[language])</p>" })
                \(fields(error.fields, language))
                <p><a href="/">\(Words.home[language])</a></p>
                \(number(context, language))
                """,
            status: .init(code: error.status))
    }

    private static func fields(_ errors: [FieldError], _ language: Language) -> HTML? {
        errors.isEmpty ? nil : "<ul>\(errors.map { "<li>\($0.message[language])</li>" })</ul>"
    }

    private static func number(_ context: WebContext, _ language: Language) -> HTML? {
        context.requestID.isEmpty ? nil : "<p class=\"hint\">\(Words.number[language]) <code>\(context.requestID)</code></p>"
    }

    private enum Words {
        static let home = Phrase(vi: "Về trang chủ", en: "Go to the home page")
        static let number = Phrase(vi: "Mã yêu cầu:", en: "Request number:")
    }
}
