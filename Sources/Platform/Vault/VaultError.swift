// SPDX-License-Identifier: Apache-2.0

import Foundation
package import Kernel

/// A fault of the store itself, not of the file somebody sent.
package enum VaultError: Hashable, Sendable {
    /// No file of this hash is kept.
    case missing(String)
    /// What is kept no longer has this hash.
    case damaged(String)
    /// The disk refused.
    case failed(operation: String, code: Int32)
    /// The store far away did not answer, or refused; nothing secret is in the words.
    case unavailable(String)
}

extension VaultError {
    /// Whether waiting would not help.
    package var isLoss: Bool {
        switch self {
        case .missing, .damaged: true
        case .failed, .unavailable: false
        }
    }
}

extension VaultError: Outage {
    package var description: String {
        switch self {
        case .missing(let hash): "no file \(hash) in the vault"
        case .damaged(let hash): "file \(hash) in the vault is damaged"
        case .failed(let operation, let code): "\(operation): \(String(cString: strerror(code)))"
        case .unavailable(let reason): reason
        }
    }

    package var userError: UserError {
        switch self {
        case .missing, .damaged:
            UserError(
                code: "files.damaged", status: 500, title: Phrase(vi: "Không mở được tệp này", en: "This file cannot be opened"),
                advice: Phrase(
                    vi: "Lỗi đã được ghi lại. Xin báo cho cơ quan đang giữ hồ sơ.",
                    en: "It has been noted. Please tell the office that holds the dossier."
                ))
        case .failed, .unavailable:
            UserError(
                code: "files.unavailable", status: 503,
                title: Phrase(vi: "Kho lưu tệp đang gián đoạn", en: "Files cannot be reached right now"),
                advice: Phrase(
                    vi: "Lần bấm vừa rồi chưa thay đổi gì; những gì đã gửi trước đó vẫn còn nguyên. Xin quay lại trang trước và thử lại sau ít phút.",
                    en: "This press of the button changed nothing; what was sent before is safe. Please go back and try again in a few minutes."))
        }
    }
}
