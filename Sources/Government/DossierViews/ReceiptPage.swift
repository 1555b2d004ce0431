// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
package import Dossiers
import Kernel
import Markup
import Organisation
import Paper
package import Web
import WorkingTime

/// Form 01, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (TT 03/2025, Phụ lục I), to print or keep.
package struct ReceiptPage {
    let house: DossierHouse
    let dossier: Dossier

    package init(house: DossierHouse, dossier: Dossier) {
        (self.house, self.dossier) = (house, dossier)
    }

    /// - Throws: 404 before acceptance: there is no receipt without a number.
    package func page(_ context: WebContext) throws -> Page {
        let language = context.language
        let state = dossier.state
        guard let code = state.code, let due = state.due, let acceptedAt = state.acceptedAt else { throw UserError.notFound }
        let link = "\(house.publicURL)/tracking?code=\(code)"
        let desk = house.organisation.unit(state.receivingUnit)?.receptionName ?? Phrase(state.receivingUnit)
        let body: HTML = """
            <article class="receipt">
            <header class="receipt-head"><p><strong>\(desk[language])</strong></p>
            <p><strong>\(Words.nation[language])</strong><br>\(Words.motto[language])</p></header>
            <h1>\(Words.title[language])</h1>
            <p class="receipt-code">\(Words.code[language]): <strong class="code">\(code)</strong></p>
            \(try QRCode(text: link).svg(label: Words.qr(language, ["code": code])))
            \(Component.summaryList(rows(language, acceptedAt: acceptedAt, due: due.due)))
            <h2>\(Words.papers[language])</h2>\(papers(language))
            <h2>\(Words.whyDue[language])</h2><ol>\(due.explanation.map { "<li>\($0[language])</li>" as HTML })</ol>
            <div class="signatures"><p>\(Words.submitter[language])</p><p>\(Words.receiver[language])</p></div>
            <p class="hint">\(Words.track[language]) \(link)</p>
            </article>
            """
        return Page(title: Words.title, body: body)
    }

    private func rows(_ language: Language, acceptedAt: LocalDateTime, due: LocalDateTime) -> [(label: String, value: HTML)] {
        let submission = dossier.state.submission
        let applicant = submission.applicant
        let chosen = house.procedures.definition(submission.procedure, version: submission.version)?.case(submission.caseCode)
        var rows: [(label: String, value: HTML)] = [
            (label: Words.from[language], value: "\(applicant.name)"),
            (label: Words.procedure[language], value: "\(dossier.procedureName) (\(submission.procedure))"),
        ]
        for (label, value) in [(Words.personalID, applicant.personalID), (Words.phone, applicant.phone)] where !value.isEmpty {
            rows.insert((label: label[language], value: "\(value)"), at: rows.count - 1)
        }
        if let chosen {
            let limit = chosen.sameDay == nil ? chosen.limit.words : Words.sameDay
            rows.append((label: Words.limit[language], value: "\(limit[language])"))
        }
        rows.append((label: Words.receivedAt[language], value: StateViews.moment(acceptedAt, language)))
        rows.append((label: Words.dueAt[language], value: "<strong>\(StateViews.moment(due, language))</strong>"))
        rows.append((label: Words.delivery[language], value: "\(submission.delivery.name[language])"))
        if let other = submission.returningUnit {
            let desk = house.organisation.unit(other)?.receptionName ?? Phrase(other)
            rows.append((label: Words.returnedAt[language], value: "\(desk[language])"))
        }
        return rows
    }

    private func papers(_ language: Language) -> HTML {
        let submission = dossier.state.submission
        let definition = house.procedures.definition(submission.procedure, version: submission.version)
        let components = definition?.components(for: submission.caseCode, answers: submission.answers) ?? []
        let rows = components.map { component -> [HTML] in
            let files = submission.files.filter { $0.component == component.code }.count
            let received = component.isForm ? Words.electronicForm[language] : component.presentOnly ? Words.shown[language] : String(files)
            return ["\(component.name[language])", "\(component.originals)", "\(component.copies)", "\(received)"]
        }
        return Component.table(
            caption: Words.papers[language], head: [Words.paper, Words.originals, Words.copies, Words.files].map { $0[language] }, rows: rows)
    }

    private enum Words {
        static let nation = Phrase(vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM")
        static let motto = Phrase(vi: "Độc lập - Tự do - Hạnh phúc", en: "Independence - Freedom - Happiness")
        static let title = Phrase(vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", en: "Receipt and appointment for the result")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
        static let qr = Phrase(vi: "Mã QR tra cứu hồ sơ {code}", en: "QR code to track dossier {code}")
        static let from = Phrase(vi: "Tiếp nhận hồ sơ của", en: "Received from")
        static let personalID = Phrase(vi: "Số định danh cá nhân", en: "Personal ID")
        static let phone = Phrase(vi: "Điện thoại", en: "Telephone")
        static let procedure = Phrase(vi: "Nội dung yêu cầu giải quyết", en: "Procedure requested")
        static let limit = Phrase(vi: "Thời hạn giải quyết theo quy định", en: "Statutory time limit")
        static let receivedAt = Phrase(vi: "Thời gian nhận hồ sơ", en: "Received at")
        static let dueAt = Phrase(vi: "Thời gian trả kết quả", en: "Result due")
        static let delivery = Phrase(vi: "Nhận kết quả", en: "Delivery")
        static let returnedAt = Phrase(vi: "Nơi trả kết quả", en: "Handed out at")
        static let papers = Phrase(vi: "Thành phần hồ sơ", en: "Components of the dossier")
        static let paper = Phrase(vi: "Giấy tờ", en: "Paper")
        static let originals = Phrase(vi: "Bản chính", en: "Originals")
        static let copies = Phrase(vi: "Bản sao", en: "Copies")
        static let files = Phrase(vi: "Tệp đã nhận", en: "Files received")
        static let sameDay = Phrase(vi: "Giải quyết ngay trong ngày", en: "The same day")
        static let electronicForm = Phrase(vi: "biểu mẫu điện tử", en: "electronic form")
        static let shown = Phrase(vi: "xuất trình", en: "shown")
        static let whyDue = Phrase(vi: "Cách tính ngày hẹn", en: "How the date was counted")
        static let submitter = Phrase(vi: "Người nộp hồ sơ", en: "Submitter")
        static let receiver = Phrase(vi: "Người tiếp nhận hồ sơ", en: "Receiver")
        static let track = Phrase(vi: "Tra cứu tại:", en: "Track at:")
    }
}
