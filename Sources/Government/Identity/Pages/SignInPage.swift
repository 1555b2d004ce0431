// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Kernel
import Markup
import Web

/// The page that asks who one is.
enum SignInPage {
    struct Model: Sendable {
        enum Problem: Hashable, Sendable {
            case refused
            case blocked(until: Instant)
        }

        /// The name as it was typed; passwords are never shown again.
        var name: String?
        /// A path of this site to go to afterwards.
        var next: String?
        /// Names a form that waits for its author.
        var held: String?
        var problem: Problem?
    }

    static func page(_ model: Model, _ context: WebContext) -> Page {
        let language = context.language
        let form = FormView(language, values: model.name.map { ["username": $0] } ?? [:], errors: errors(model))
        return Page(
            title: Words.title,
            body: """
                <h1>\(Words.title[language])</h1>
                \(form.errorSummary())\(notice(model, language))
                \(form.form(to: "/sign-in", context, fields(form, model, language)))
                """,
            status: status(model))
    }

    private static func fields(_ form: FormView, _ model: Model, _ language: Language) -> HTML {
        """
        \(hidden("next", model.next))\(hidden("held", model.held))\
        \(form.field("username", Words.name, hint: Words.nameHint, autocomplete: "username", maximumLength: 100))
        \(form.field("password", Words.password, kind: .password, autocomplete: "current-password"))
        \(Component.button(Words.signIn[language]))
        """
    }

    private static func hidden(_ name: String, _ value: String?) -> HTML? {
        value.map { "<input type=\"hidden\" name=\"\(name)\" value=\"\($0)\">\n" }
    }

    private static func errors(_ model: Model) -> [FieldError] {
        model.problem == .refused ? [FieldError(field: "username", message: Words.refused)] : []
    }

    private static func notice(_ model: Model, _ language: Language) -> HTML? {
        if case .blocked(let until) = model.problem {
            // A pause that ends within a minute is over when the next minute begins.
            let time = LocalDateTime(until.adding(seconds: 59)).time
            return Component.notice(Words.blocked(language, ["time": time]), kind: .failure)
        }
        return model.held == nil ? nil : Component.notice(Words.held[language])
    }

    private static func status(_ model: Model) -> HTTPResponse.Status {
        switch model.problem {
        case nil: .ok
        case .refused: .unprocessableContent
        case .blocked: .tooManyRequests
        }
    }

    private enum Words {
        static let title = Phrase(vi: "Đăng nhập", en: "Sign in")
        static let name = Phrase(vi: "Tên đăng nhập", en: "Username")
        static let nameHint = Phrase(
            vi: "Người dân có thể dùng số định danh cá nhân 12 chữ số.", en: "Citizens may use their 12-digit personal identification number.")
        static let password = Phrase(vi: "Mật khẩu", en: "Password")
        static let signIn = Phrase(vi: "Đăng nhập", en: "Sign in")
        static let refused = Phrase(
            vi: "Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại rồi thử lần nữa.",
            en: "The username or the password is not right. Check both and try again.")
        static let blocked = Phrase(
            vi: "Bạn đã thử sai nhiều lần. Để giữ an toàn cho tài khoản, xin thử lại sau {time}.",
            en: "There were too many wrong attempts. To keep the account safe, please try again after {time}.")
        static let held = Phrase(
            vi: "Nội dung bạn đã nhập vẫn được giữ. Đăng nhập xong, bạn gửi tiếp mà không phải nhập lại.",
            en: "What you typed is kept. After signing in you can send it without typing it again.")
    }
}
