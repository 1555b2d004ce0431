// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Kernel
import Markup
import Web

/// The page on which people change their own password.
enum PasswordPage {
    static func page(errors: [FieldError] = [], _ context: WebContext) -> Page {
        let language = context.language
        let form = FormView(language, errors: errors)
        let fields: HTML = """
            \(form.field("old_password", Words.old, kind: .password, autocomplete: "current-password"))
            \(form.field("new_password", Words.new, hint: Words.newHint, kind: .password, autocomplete: "new-password"))
            \(form.field("new_password_again", Words.again, kind: .password, autocomplete: "new-password"))
            \(Component.button(Words.change[language]))
            """
        return Page(
            title: Words.title,
            body: """
                <h1>\(Words.title[language])</h1>
                \(form.errorSummary())
                \(form.form(to: "/account/password", context, fields))
                """,
            status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func changed(_ person: Person, _ context: WebContext) -> Page {
        let language = context.language
        return Page(
            title: Words.changed,
            body: """
                <h1>\(Words.changed[language])</h1>
                <p>\(Words.elsewhere[language])</p>
                \(Component.linkButton(Words.goOn[language], to: person.homePath))
                """)
    }

    static let notTheSame = FieldError(
        field: "new_password_again", message: Phrase(vi: "Hai lần nhập mật khẩu mới chưa giống nhau", en: "The two new passwords are not the same"))

    private enum Words {
        static let title = Phrase(vi: "Đổi mật khẩu", en: "Change the password")
        static let old = Phrase(vi: "Mật khẩu hiện tại", en: "Present password")
        static let new = Phrase(vi: "Mật khẩu mới", en: "New password")
        static let newHint = Phrase(
            vi: "Ít nhất 10 ký tự. Vài từ dễ nhớ ghép lại là đủ tốt.", en: "At least 10 characters. A few words you remember well are good enough.")
        static let again = Phrase(vi: "Nhập lại mật khẩu mới", en: "New password once more")
        static let change = Phrase(vi: "Đổi mật khẩu", en: "Change the password")
        static let changed = Phrase(vi: "Đã đổi mật khẩu", en: "The password is changed")
        static let elsewhere = Phrase(
            vi: "Các thiết bị khác đang dùng tài khoản này đã được đăng xuất.", en: "Other devices that used this account are signed out.")
        static let goOn = Phrase(vi: "Tiếp tục", en: "Continue")
    }
}
