// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What can go wrong with an upload. People meet most of these only when their browser cannot help itself.
enum UploadWords {
    static let empty = UserError(
        code: "uploads.empty", status: 422, title: Phrase(vi: "Tệp trống, không có nội dung", en: "The file is empty"),
        advice: Phrase(vi: "Hãy chọn lại tệp.", en: "Choose the file again."))

    static func tooLarge(_ limit: Int) -> UserError {
        UserError(
            code: "uploads.too_large", status: 413,
            title: Phrase(vi: "Tệp lớn hơn {limit} MB", en: "The file is larger than {limit} MB").with(["limit": "\(limit >> 20)"]),
            advice: Phrase(
                vi: "Hãy quét lại ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp.",
                en: "Scan it again at a lower resolution, or split it into several files."))
    }

    static let tooLong = UserError(
        code: "uploads.too_long", status: 413,
        title: Phrase(vi: "Có nhiều dữ liệu hơn kích thước đã báo", en: "More data came than was announced"),
        advice: Phrase(vi: "Hãy chọn lại tệp.", en: "Choose the file again."))

    static let tooManyPieces = UserError(
        code: "uploads.too_many_pieces", status: 413,
        title: Phrase(vi: "Tệp được gửi thành quá nhiều phần", en: "The file came in too many pieces"), advice: again)

    static let tooManyOpen = UserError(
        code: "uploads.too_many_open", status: 429,
        title: Phrase(vi: "Bạn đang gửi dở quá nhiều tệp", en: "Too many of your files are on their way"),
        advice: Phrase(vi: "Đợi các tệp trước gửi xong rồi thử lại.", en: "Wait until the files before are complete, then try again."))

    static let unknown = UserError(
        code: "uploads.unknown", status: 404, title: Phrase(vi: "Không có tệp đang gửi này", en: "There is no such upload"),
        advice: again)

    static let expired = UserError(
        code: "uploads.expired", status: 410,
        title: Phrase(vi: "Lần gửi tệp này đã quá 24 giờ", en: "This upload is older than 24 hours"), advice: again)

    static let notWhole = UserError(
        code: "uploads.not_whole", status: 409, title: Phrase(vi: "Tệp chưa gửi xong", en: "The file is not complete yet"),
        advice: Phrase(vi: "Gửi tiếp phần còn lại.", en: "Send the rest."))

    static let offset = UserError(
        code: "uploads.offset", status: 409,
        title: Phrase(vi: "Phần gửi lên không nối tiếp phần đã nhận", en: "This piece does not follow what was received"),
        advice: Phrase(vi: "Hỏi lại Upload-Offset rồi gửi tiếp từ đó.", en: "Ask for Upload-Offset and continue there."))

    static let notAsMeant = UserError(
        code: "uploads.checksum", status: 460,
        title: Phrase(vi: "Phần gửi lên bị sai lệch trên đường truyền", en: "The piece was damaged on its way"),
        advice: Phrase(vi: "Gửi lại phần này.", en: "Send this piece again."))

    static let version = UserError(
        code: "uploads.version", status: 412,
        title: Phrase(vi: "Cần giao thức tus 1.0.0", en: "The tus protocol 1.0.0 is needed"),
        advice: Phrase(vi: "Gửi kèm Tus-Resumable: 1.0.0.", en: "Send Tus-Resumable: 1.0.0."))

    static let type = UserError(
        code: "uploads.type", status: 415,
        title: Phrase(vi: "Sai kiểu nội dung", en: "The type of the content is wrong"),
        advice: Phrase(vi: "Dùng application/offset+octet-stream.", en: "Use application/offset+octet-stream."))

    static func header(_ name: String) -> UserError {
        UserError(
            code: "uploads.header", status: 400,
            title: Phrase(vi: "Thiếu hoặc sai {name}", en: "{name} is missing or wrong").with(["name": name]))
    }

    private static let again = Phrase(vi: "Hãy chọn lại tệp để gửi từ đầu.", en: "Choose the file again to send it from the start.")
}
