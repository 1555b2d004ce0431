// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What ends an export before its end.
enum ExportProblem: Error, Hashable {
    case noMemory
    case sheetTooLarge
}

extension UserError {
    static func badExport(_ fields: [FieldError]) -> UserError {
        UserError(
            code: "exports.bad_filter", status: 422, title: Phrase(vi: "Bộ lọc chưa đúng", en: "The filter is not right"), fields: fields)
    }

    static let unknownExportFormat = UserError.badRequest(
        "exports.unknown_format", Phrase(vi: "Không có định dạng này", en: "There is no such format"),
        advice: Phrase(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")))

    static let tooManyExports = UserError(
        code: "exports.too_many", status: 429, title: Phrase(vi: "Đang có nhiều bản xuất chạy cùng lúc", en: "Too many exports are running at once"),
        advice: Phrase(vi: "Chờ bản đang tải xong rồi thử lại.", en: "Wait until a download has ended, then try again."))
}
