// SPDX-License-Identifier: Apache-2.0

import Kernel

enum ErrorWords {
    static let fault = UserError(
        code: "fault", status: 500,
        title: Phrase(vi: "Hệ thống gặp trục trặc", en: "Something went wrong on our side"),
        advice: Phrase(
            vi: "Lỗi đã được ghi lại. Xin thử lại sau ít phút; nếu vẫn gặp, báo cho chúng tôi mã bên dưới.",
            en: "It has been noted. Please try again in a few minutes; if it stays, tell us the number below."))
    static let busy = UserError(
        code: "busy", status: 503,
        title: Phrase(vi: "Hệ thống đang bận", en: "The system is busy"),
        advice: Phrase(vi: "Xin thử lại sau vài giây.", en: "Please try again in a few seconds."))
    /// The server stopped between doing and telling. Filings, forms and API requests with a key are done once, however often sent.
    static let unknownOutcome = UserError(
        code: "unknown_outcome", status: 503,
        title: Phrase(vi: "Chưa biết yêu cầu đã được ghi hay chưa", en: "It is not known yet whether your request was recorded"),
        advice: Phrase(
            vi:
                "Đường nối tới cơ sở dữ liệu bị ngắt đúng lúc ghi. Xem lại trang trước: nếu chưa thấy thay đổi, hãy gửi lại; hệ thống không nhận hai lần.",
            en: "The database was cut off while recording. Look at the page before: if nothing has changed, send it again; it is not taken twice."))
    static let methodNotAllowed = UserError(
        code: "method_not_allowed", status: 405,
        title: Phrase(vi: "Địa chỉ này không nhận cách gửi vừa dùng", en: "This address does not take that kind of request"),
        advice: Phrase(vi: "Mở trang từ trang chủ rồi thực hiện lại.", en: "Open the page from the home page and try again."))

    static func status(_ code: Int) -> UserError {
        switch code {
        case 401: .signInRequired
        case 403: .forbidden
        case 404: .notFound
        case 413: UserError(code: "too_large", status: 413, title: Phrase(vi: "Dữ liệu gửi lên quá lớn", en: "What was sent is too large"))
        case 415: FormProblem.notAForm.userError
        default:
            UserError(
                code: "bad_request", status: code, title: Phrase(vi: "Yêu cầu chưa đúng", en: "The request is not right"),
                advice: Phrase(vi: "Quay lại trang trước rồi thử lại.", en: "Go back to the page before and try again."))
        }
    }
}
