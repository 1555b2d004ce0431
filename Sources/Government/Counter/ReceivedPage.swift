// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import HTTPTypes
import Kernel
import Markup
import Organisation
import Web

/// Right after reception: the code in large letters, the receipt to print, the next person.
struct ReceivedPage {
    let house: DossierHouse
    let dossier: Dossier
    var values = FormData()
    var errors: [FieldError] = []

    private var base: String { "/work/dossiers/\(dossier.state.publicCode)" }

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let state = dossier.state
        let isReturned = state.status == .resultReturned
        let due: HTML = state.due.map { "<p>\(Words.due[language])</p>\(StateViews.due($0, language))" } ?? .empty
        let body: HTML = """
            \(Component.banner(.accepted, title: (isReturned ? Words.returned : Words.received)[language], detail: """
                <p>\(Words.code[language]): <strong class="code">\(state.publicCode)</strong></p>\(isReturned ? .empty : due)
                """))
            <div class="counter"><h1>\(dossier.procedureName)</h1><p>\(state.submission.applicant.name)</p>
            \(FormView(language, values: values, errors: errors).errorSummary())\(fee(language))
            <p class="actions">\(state.code == nil ? .empty : Component.linkButton(Words.print[language], to: base + "/papers/receipt.pdf"))\
            \(Component.linkButton(Words.next[language], to: "/work/reception", kind: .secondary))\
            \(Component.linkButton(Words.open[language], to: base, kind: .secondary))</p>
            \(isReturned ? .empty : onTheSpot(context))</div>
            """
        return Page(
            title: Words.received, body: body, status: errors.isEmpty ? .ok : .conflict, width: .wide,
            trail: [(label: Words.reception, link: "/work/reception")])
    }

    /// What is to be paid, by the pages and copies just entered.
    private func fee(_ language: Language) -> HTML {
        let submission = dossier.state.submission
        let procedure = house.procedures.definition(submission.procedure, version: submission.version)
        let quotes = procedure?.fee(for: submission.caseCode, channel: submission.channel, answers: submission.answers) ?? []
        guard !quotes.isEmpty else { return .empty }
        return Component.summaryList(
            quotes.map { (label: $0.line.name[language], value: "<strong>\($0.amount?.spoken ?? Words.feeOpen[language])</strong>") })
    }

    private func onTheSpot(_ context: WebContext) -> HTML {
        let submission = dossier.state.submission
        guard house.procedures.definition(submission.procedure, version: submission.version)?.resolvedOnTheSpot == true else { return .empty }
        let view = FormView(context.language, values: values, errors: errors)
        return """
            <section><h2>\(Words.onTheSpot[context.language])</h2><p>\(Words.onTheSpotNote[context.language])</p>
            \(view.form(to: base + "/on-the-spot", context, takesFiles: true, """
                \(view.field("document_number", Words.documentNumber, isRequired: false, maximumLength: 50))
                \(view.fileField("file.result", Words.result, hint: Words.resultHint, isRequired: false))
                \(view.field("received_by", Words.receivedBy, value: submission.applicant.name, maximumLength: 200))
                \(Component.button(Words.solve[context.language]))
                """))</section>
            """
    }

    private enum Words {
        static let reception = Phrase(vi: "Tiếp nhận tại quầy", en: "Reception")
        static let received = Phrase(vi: "ĐÃ TIẾP NHẬN", en: "ACCEPTED")
        static let returned = Phrase(vi: "ĐÃ TRẢ KẾT QUẢ", en: "RESULT RETURNED")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
        static let due = Phrase(vi: "Hẹn trả kết quả:", en: "Result due:")
        static let feeOpen = Phrase(vi: "theo nghị quyết của HĐND tỉnh", en: "set by the provincial council")
        static let print = Phrase(vi: "In giấy tiếp nhận", en: "Print the receipt")
        static let next = Phrase(vi: "Nhận người tiếp theo", en: "Next person")
        static let open = Phrase(vi: "Mở hồ sơ", en: "Open the dossier")
        static let onTheSpot = Phrase(vi: "Giải quyết tại chỗ", en: "Solve on the spot")
        static let onTheSpotNote = Phrase(
            vi: "Làm liền các bước bạn được giao; bước của người khác thì hồ sơ chuyển đến họ. Không cần giấy tiếp nhận nếu trả ngay.",
            en: "Takes every step that is yours at once; where another's begins, the dossier goes to them. No receipt is needed if returned now.")
        static let documentNumber = Phrase(vi: "Số vào sổ", en: "Number in the register")
        static let result = Phrase(vi: "Bản quét kết quả", en: "Scan of the result")
        static let resultHint = Phrase(vi: "PDF hoặc ảnh.", en: "PDF or picture.")
        static let receivedBy = Phrase(vi: "Người nhận kết quả", en: "Received by")
        static let solve = Phrase(vi: "Giải quyết và trả ngay", en: "Solve and hand over")
    }
}
