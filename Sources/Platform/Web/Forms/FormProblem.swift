// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What can be wrong with a body before anyone looks at what it says.
enum FormProblem: Error, Hashable {
    case notAForm, missingBoundary, brokenMultipart, truncated, notUTF8, nulByte, badPercent, tooManyFields, unreadable
    case fieldTooLarge, fileTooLarge(field: String, limit: Int), bodyTooLarge(limit: Int)

    var userError: UserError {
        switch self {
        case .notAForm: UserError(code: "form.unsupported_type", status: 415, title: Words.notAForm, advice: Words.notAFormAdvice)
        case .missingBoundary: broken("form.missing_boundary")
        case .brokenMultipart: broken("form.broken_multipart")
        case .truncated: broken("form.truncated")
        case .unreadable: broken("form.unreadable")
        case .notUTF8: UserError(code: "text.not_utf8", status: 400, title: Words.notUTF8, advice: Words.sendAgain)
        case .nulByte: UserError(code: "text.nul_byte", status: 400, title: Words.nulByte, advice: Words.sendAgain)
        case .badPercent: UserError(code: "text.bad_percent", status: 400, title: Words.badPercent, advice: Words.sendAgain)
        case .tooManyFields: UserError(code: "form.too_many_fields", status: 413, title: Words.tooManyFields, advice: Words.splitAdvice)
        case .fieldTooLarge: UserError(code: "form.field_too_large", status: 413, title: Words.fieldTooLarge, advice: Words.splitAdvice)
        case .fileTooLarge(let field, let limit):
            UserError(
                code: "form.file_too_large", status: 413, title: Words.fileTooLarge.with(["limit": megabytes(limit)]), advice: Words.fileAdvice,
                fields: [FieldError(field: field, message: Words.fileTooLarge.with(["limit": megabytes(limit)]))])
        case .bodyTooLarge(let limit):
            UserError(code: "form.too_large", status: 413, title: Words.bodyTooLarge.with(["limit": megabytes(limit)]), advice: Words.fileAdvice)
        }
    }

    private func broken(_ code: String) -> UserError {
        UserError(code: code, status: 400, title: Words.broken, advice: Words.sendAgain)
    }

    private func megabytes(_ bytes: Int) -> String {
        bytes < 1024 * 1024 ? "\(max(1, bytes / 1024)) KB" : "\(bytes / (1024 * 1024)) MB"
    }
}

private enum Words {
    static let broken = Phrase(vi: "Dữ liệu gửi lên chưa trọn vẹn", en: "What was sent is not complete")
    static let sendAgain = Phrase(vi: "Quay lại trang trước rồi gửi lại.", en: "Go back to the page before and send again.")
    static let notAForm = Phrase(vi: "Máy chủ không đọc được kiểu dữ liệu này", en: "The server cannot read this kind of data")
    static let notAFormAdvice = Phrase(vi: "Gửi từ biểu mẫu trên trang web này.", en: "Send from a form of this site.")
    static let notUTF8 = Phrase(vi: "Có chữ gửi lên không phải Unicode (UTF-8)", en: "Some of the text is not Unicode (UTF-8)")
    static let nulByte = Phrase(vi: "Có ký tự không dùng được trong phần chữ gửi lên", en: "The text has a character that cannot be used")
    static let badPercent = Phrase(vi: "Có dấu % đặt sai trong địa chỉ hoặc biểu mẫu", en: "A % sign in the address or form is misplaced")
    static let tooManyFields = Phrase(vi: "Biểu mẫu có quá nhiều ô", en: "The form has too many fields")
    static let fieldTooLarge = Phrase(vi: "Có ô chứa quá nhiều chữ", en: "One of the fields has too much text")
    static let splitAdvice = Phrase(vi: "Rút ngắn nội dung hoặc chia làm nhiều lần gửi.", en: "Shorten the text or send it in several parts.")
    static let fileTooLarge = Phrase(vi: "Tệp lớn hơn {limit}", en: "The file is larger than {limit}")
    static let bodyTooLarge = Phrase(vi: "Tổng dung lượng gửi lên lớn hơn {limit}", en: "Everything together is larger than {limit}")
    static let fileAdvice = Phrase(
        vi: "Chụp hoặc quét lại với dung lượng nhỏ hơn, hoặc chia làm nhiều tệp.",
        en: "Take the picture or scan again at a smaller size, or split it into several files.")
}
