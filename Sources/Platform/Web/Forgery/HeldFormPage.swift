// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Kernel
import Markup

/// Offers a held form again: what will be sent stands on the page, and one button sends it.
enum HeldFormPage {
    static func page(_ form: HeldForm, title: Phrase, explanation: Phrase?, status: Int, context: WebContext) -> Page {
        let language = context.language
        let hidden = form.fields.map { field -> HTML in "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">\n" }
        let typed = form.fields.filter { !$0.value.isEmpty && !$0.name.hasPrefix("_") }
        let rows = typed.map { (label: $0.name, value: "\(shown($0))" as HTML) }
        return Page(
            title: title,
            body: """
                <h1>\(title[language])</h1>
                \(explanation.map { "<p class=\"lead\">\($0[language])</p>" })
                \(lost(form, language))
                <form method="post" action="\(href: form.path)">
                \(context.forgeryField)
                \(hidden)\(Component.button(Words.send[language]))
                </form>
                <details class="disclosure"><summary>\(Words.contents(language, ["n": "\(typed.count)"]))</summary>
                \(Component.summaryList(rows))
                </details>
                """,
            status: .init(code: status))
    }

    private static func shown(_ field: HeldForm.Field) -> String {
        if field.name.hasPrefix(keptFieldName("")) { return "✓" }
        return field.value.count > 300 ? String(field.value.prefix(300)) + "…" : field.value
    }

    private static func lost(_ form: HeldForm, _ language: Language) -> HTML? {
        form.lostFiles.isEmpty ? nil : Component.notice(Words.lostFiles[language], kind: .warning)
    }

    /// Shown when the author must sign in first.
    static func signInFirst(key: String, signInPath: String, context: WebContext) -> Page {
        let language = context.language
        return Page(
            title: Words.signedOut,
            body: """
                <h1>\(Words.signedOut[language])</h1>
                <p class="lead">\(Words.kept[language])</p>
                <p><a class="button" href="\(href: signInPath + "?held=" + key)">\(Words.signIn[language])</a></p>
                """,
            status: .unauthorized)
    }

    enum Words {
        static let send = Phrase(vi: "Gửi lại", en: "Send again")
        static let contents = Phrase(vi: "Xem nội dung sẽ gửi ({n} mục)", en: "See what will be sent ({n} items)")
        static let lostFiles = Phrase(
            vi: "Các tệp đính kèm chưa giữ lại được. Xin đính kèm lại sau khi gửi.",
            en: "The attached files could not be kept. Please attach them again afterwards.")
        static let signedOut = Phrase(vi: "Phiên đăng nhập đã hết", en: "You were signed out")
        static let kept = Phrase(
            vi: "Nội dung bạn vừa nhập đã được giữ lại trong 24 giờ. Đăng nhập để tiếp tục, bạn không phải nhập lại.",
            en: "What you typed is kept for 24 hours. Sign in to go on; you do not have to type it again.")
        static let signIn = Phrase(vi: "Đăng nhập và tiếp tục", en: "Sign in and continue")
        static let again = Phrase(vi: "Nội dung của bạn vẫn còn", en: "What you typed is still here")
        static let againExplained = Phrase(vi: "Kiểm tra lại rồi bấm gửi để tiếp tục.", en: "Check it, then send to go on.")
        static let gone = UserError(
            code: "held_form.gone", status: 404,
            title: Phrase(vi: "Không còn nội dung nào được giữ ở đây", en: "Nothing is kept here any more"),
            advice: Phrase(
                vi: "Nội dung chỉ được giữ 24 giờ và chỉ mở được trên trình duyệt đã nhập.",
                en: "Forms are kept for 24 hours, for the browser they were typed in."))
    }
}
