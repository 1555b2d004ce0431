// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Why a file was not taken, in words that say what to do instead.
package enum FileRefusal: Hashable, Sendable {
    case empty
    case tooLarge(limit: Int)
    /// A program, a script, a web page, macros, whatever its name says.
    case canRun(FileKind)
    case notAccepted(FileKind)
    /// A PDF that opens only with a password.
    case locked
    /// A PDF without pages that could be shown.
    case unreadable

    package func phrase(named name: String) -> Phrase {
        sentence.with(["name": safeFileName(name)])
    }

    package func fieldError(_ field: String, named name: String) -> FieldError {
        FieldError(field: field, message: phrase(named: name))
    }

    package func userError(named name: String) -> UserError {
        UserError(code: code, status: status, title: phrase(named: name))
    }

    package var code: String {
        switch self {
        case .empty: "files.empty"
        case .tooLarge: "files.too_large"
        case .canRun: "files.can_run"
        case .notAccepted: "files.not_accepted"
        case .locked: "files.locked"
        case .unreadable: "files.unreadable"
        }
    }

    private var status: Int {
        switch self {
        case .empty, .locked, .unreadable: 422
        case .tooLarge: 413
        case .canRun, .notAccepted: 415
        }
    }

    private var sentence: Phrase {
        switch self {
        case .empty:
            return Phrase(
                vi: "Tệp “{name}” trống, không có nội dung. Hãy chọn lại tệp.",
                en: "The file “{name}” is empty. Choose the file again.")
        case .tooLarge(let limit):
            let size = limit >= 1 << 20 ? "\(limit >> 20) MB" : "\(limit >> 10) KB"
            return Phrase(
                vi: "Tệp “{name}” lớn hơn \(size). Hãy quét lại ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp.",
                en: "The file “{name}” is larger than \(size). Scan it again at a lower resolution, or split it into several files.")
        case .canRun(let kind):
            return Phrase(
                vi:
                    "Tệp “{name}” là \(kind.phrase.vi), dù tên tệp thế nào, nên không được nhận. Hãy gửi bản quét hoặc ảnh chụp giấy tờ (PDF, JPG, PNG).",
                en:
                    "The file “{name}” is \(kind.phrase.en), whatever its name says, and is not accepted. Send a scan or photograph of the paper (PDF, JPG, PNG)."
            )
        case .notAccepted(let kind):
            return Phrase(
                vi: "Tệp “{name}” là \(kind.phrase.vi), loại tệp chưa được nhận ở đây. Hãy đổi sang PDF, JPG hoặc PNG rồi gửi lại.",
                en: "The file “{name}” is \(kind.phrase.en), which is not accepted here. Convert it to PDF, JPG or PNG and send it again.")
        case .locked:
            return Phrase(
                vi:
                    "Tệp “{name}” được khóa bằng mật khẩu nên cán bộ không mở được. Hãy mở tệp bằng mật khẩu, in lại thành PDF không mật khẩu (In → Lưu dưới dạng PDF) rồi gửi tệp mới.",
                en:
                    "The file “{name}” is locked with a password, so officers cannot open it. Open it with the password, print it to a PDF without one (Print → Save as PDF) and send the new file."
            )
        case .unreadable:
            return Phrase(
                vi: "Tệp PDF “{name}” bị hỏng, không đọc được trang nào. Hãy mở thử trên máy của bạn, lưu hoặc quét lại rồi gửi tệp mới.",
                en:
                    "The PDF “{name}” is damaged; none of its pages can be read. Try to open it on your machine, save or scan it again and send the new file."
            )
        }
    }
}
