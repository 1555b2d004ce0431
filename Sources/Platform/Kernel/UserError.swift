// SPDX-License-Identifier: Apache-2.0

/// What went wrong, in words for the person in front of the screen. Thrown by guards far from a form; outcomes a form
/// expects are return values instead.
package struct UserError: Error, Sendable {
    /// A stable name, `dossiers.not_found`, the same in pages, API answers and logs.
    package let code: String
    /// The HTTP status that tells a machine the same.
    package let status: Int
    package let title: Phrase
    /// What to do next.
    package let advice: Phrase?
    package let fields: [FieldError]

    package init(code: String, status: Int, title: Phrase, advice: Phrase? = nil, fields: [FieldError] = []) {
        (self.code, self.status, self.title, self.advice, self.fields) = (code, status, title, advice, fields)
    }
}

/// A problem with one field of a form: which, and what to do about it.
package struct FieldError: Hashable, Sendable {
    /// Path of the field, `child.full_name` or `members[1].id_number`.
    package let field: String
    package let message: Phrase

    package init(field: String, message: Phrase) {
        (self.field, self.message) = (field, message)
    }
}

extension UserError {
    package static let notFound = UserError(
        code: "not_found", status: 404,
        title: Phrase(vi: "Không tìm thấy trang này", en: "This page was not found"),
        advice: Phrase(vi: "Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.", en: "Check the address, or start from the home page."))

    package static let forbidden = UserError(
        code: "forbidden", status: 403,
        title: Phrase(vi: "Tài khoản của bạn không được làm việc này", en: "Your account may not do this"),
        advice: Phrase(
            vi: "Đăng nhập bằng tài khoản có quyền, hoặc hỏi người quản trị.", en: "Sign in with an account that may, or ask the operator."))

    package static let signInRequired = UserError(
        code: "sign_in_required", status: 401,
        title: Phrase(vi: "Bạn cần đăng nhập", en: "You need to sign in"),
        advice: Phrase(vi: "Đăng nhập rồi thử lại.", en: "Sign in and try again."))

    package static func badRequest(_ code: String, _ title: Phrase, advice: Phrase? = nil) -> UserError {
        UserError(code: code, status: 400, title: title, advice: advice)
    }
}
