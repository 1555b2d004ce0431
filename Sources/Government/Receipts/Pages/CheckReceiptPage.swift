// SPDX-License-Identifier: Apache-2.0

import DossierViews
import HTTPTypes
import Kernel
import Markup
import Web

/// Says to anybody whether a receipt is genuine, and whether papers are the ones it lists; shows nothing personal.
struct CheckReceiptPage {
    var verdict: ReceiptVerdict?
    var papers: [(name: String, sha256: String)] = []
    var errors: [FieldError] = []

    static let chooseReceipt = Phrase(vi: "Hãy chọn tệp biên nhận (.json) đã tải về", en: "Choose the receipt file (.json) you downloaded")

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, errors: errors)
        let body: HTML = """
            <h1>\(Words.title[language])</h1>
            \(view.errorSummary())\(verdict.map { answer($0, language) })
            <h2>\(Words.checkFile[language])</h2><p>\(Words.intro[language])</p>
            \(view.form(to: "/receipts/check", context, takesFiles: true, """
                \(view.fileField("receipt", Words.receiptFile, hint: Words.receiptHint, accepts: ".json,application/json"))
                \(view.fileField("papers", Words.papers, hint: Words.papersHint, isRequired: false, accepts: "*/*", takesSeveral: true))
                \(Component.button(Words.check[language]))
                """))
            """
        return Page(title: Words.title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private func answer(_ verdict: ReceiptVerdict, _ language: Language) -> HTML {
        switch verdict {
        case .forged: Component.notice(content: "<h2>\(Words.forged[language])</h2><p>\(Words.forgedAdvice[language])</p>", kind: .failure)
        case .historyDiffers: Component.notice(content: "<h2>\(Words.differs[language])</h2><p>\(Words.differsAdvice[language])</p>", kind: .failure)
        case .genuine(let content): genuine(content, language)
        }
    }

    private func genuine(_ content: ReceivedContent, _ language: Language) -> HTML {
        let rows: [(label: String, value: HTML)] = [
            (label: Words.code[language], value: "<strong class=\"code\">\(content.code)</strong>"),
            (label: Words.receivedAt[language], value: StateViews.moment(content.receivedAt, language)),
            (label: Words.files[language], value: "\(content.files.count)"),
        ]
        return """
            \(Component.notice(content: "<h2>\(Words.genuine[language])</h2><p>\(Words.genuineDetail[language])</p>", kind: .success))
            \(Component.summaryList(rows))\(compared(content, language))
            """
    }

    private func compared(_ content: ReceivedContent, _ language: Language) -> HTML {
        let listed = Set(content.files)
        let lines = papers.map { paper -> HTML in
            let isListed = listed.contains(paper.sha256)
            let tag = Component.statusTag((isListed ? Words.same : Words.other)[language], tone: isListed ? .good : .late)
            return "<li>\(tag) \(paper.name)</li>"
        }
        guard !lines.isEmpty else { return .empty }
        return "<h2>\(Words.comparison[language])</h2><ul class=\"papers\">\(lines)</ul>"
    }

    private enum Words {
        static let title = Phrase(vi: "Kiểm tra biên nhận", en: "Check a receipt")
        static let genuine = Phrase(vi: "Biên nhận thật", en: "The receipt is genuine")
        static let genuineDetail = Phrase(
            vi: "Chữ ký số đúng, và hệ thống vẫn đang giữ đúng nội dung đã ký.",
            en: "The signature is right, and the system still holds exactly what was signed.")
        static let forged = Phrase(vi: "Biên nhận không hợp lệ", en: "The receipt is not valid")
        static let forgedAdvice = Phrase(
            vi:
                "Chữ ký không khớp: biên nhận đã bị sửa, hỏng, hoặc không do tỉnh này cấp. Hãy quét lại mã QR, hoặc tải lại biên nhận từ trang hồ sơ của bạn.",
            en:
                "The signature does not fit: it was changed or damaged, or another province issued it. Scan again, or download it again from your dossier."
        )
        static let differs = Phrase(vi: "Biên nhận thật nhưng hồ sơ trong hệ thống đã khác", en: "Genuine, but the history now differs")
        static let differsAdvice = Phrase(
            vi: "Hãy giữ biên nhận và báo ngay cho Bộ phận Một cửa hoặc thanh tra: lịch sử hồ sơ phải được kiểm tra.",
            en: "Keep the receipt and tell the one-stop desk or the inspectors at once: the dossier's history must be examined.")
        static let code = Phrase(vi: "Mã hồ sơ khi nộp", en: "Code at filing")
        static let receivedAt = Phrase(vi: "Hệ thống nhận lúc", en: "Received at")
        static let files = Phrase(vi: "Số tệp đã nhận", en: "Files received")
        static let checkFile = Phrase(vi: "Kiểm tra bằng tệp biên nhận", en: "Check with the receipt file")
        static let intro = Phrase(
            vi: "Ai cũng kiểm tra được, không cần đăng nhập. Các tệp bạn gửi chỉ dùng để đối chiếu và không được lưu lại.",
            en: "Anybody may check; no account is needed. The files you send are only compared and are not kept.")
        static let receiptFile = Phrase(vi: "Tệp biên nhận", en: "Receipt file")
        static let receiptHint = Phrase(vi: "Tệp .json tải từ trang biên nhận.", en: "The .json file from the receipt's page.")
        static let papers = Phrase(vi: "Giấy tờ cần đối chiếu", en: "Papers to compare")
        static let papersHint = Phrase(
            vi: "Không bắt buộc. Chọn đúng các tệp đã nộp để xem có khớp từng byte không.",
            en: "Optional. Choose the files as they were filed, to see whether every byte fits.")
        static let check = Phrase(vi: "Kiểm tra", en: "Check")
        static let comparison = Phrase(vi: "Đối chiếu giấy tờ", en: "Comparison of the papers")
        static let same = Phrase(vi: "Đúng tệp đã nộp", en: "As filed")
        static let other = Phrase(vi: "Không có trong biên nhận", en: "Not in the receipt")
    }
}
