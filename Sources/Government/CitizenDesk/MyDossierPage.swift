// SPDX-License-Identifier: Apache-2.0

import Cases
import Correspondence
import DossierViews
import Dossiers
import HTTPTypes
import Kernel
import Markup
import Organisation
import Process
import Web

/// One dossier as its owner sees it: the unmistakable state, what to do now, what was filed, what happened, who looked.
struct MyDossierPage {
    let house: DossierHouse
    let dossier: Dossier
    let events: [StoredEvent]
    let reads: [DossierRead]
    let available: Set<CommandKind>
    let process: ProcessDefinition
    let messages: MessageThread
    var values = FormData()
    var errors: [FieldError] = []

    private var state: CaseState { dossier.state }
    private var base: String { "/me/dossiers/\(state.publicCode)" }

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, values: values, errors: errors)
        let content = ContentViews(house: house, dossier: dossier, language: language, base: base)
        let body: HTML = """
            \(banner(language))
            <h1>\(dossier.procedureName)</h1>
            \(view.errorSummary())
            \(actions(view, content, context))
            \(summary(language))
            \(StateViews.timeline(TrackedDossier(dossier, steps: process.steps.count), language))
            \(MessagesView(thread: messages, base: base, publicURL: house.publicURL, view: FormView(language)).html(context))
            <h2>\(Words.filedContent[language])</h2>
            \(content.answers)
            <h3>\(Words.papers[language])</h3>\(content.papers)
            \(contentReceipts(language))
            <h2>\(Words.history[language])</h2>
            \(HistoryView(events: events, directory: house.organisation, language: language, showsOfficers: false, process: process).html)
            \(available.contains(.withdraw) ? withdrawal(view, context) : .empty)
            \(whoLooked(language))
            """
        let title = Phrase(vi: "Hồ sơ \(state.publicCode)", en: "Dossier \(state.publicCode)")
        return Page(title: title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent, trail: [(label: Words.mine, link: "/me")])
    }

    private func banner(_ language: Language) -> HTML {
        let code: HTML = "<p>\(Words.code[language]): <strong class=\"code\">\(state.publicCode)</strong></p>"
        switch state.status {
        case .submitted:
            let filed: HTML =
                "\(code)<p>\(Words.filedAt[language]) \(StateViews.moment(state.submittedAt, language)). \(Words.nextIsDesk[language])</p>"
            return Component.banner(.filed, title: Words.filed[language], detail: filed)
        default:
            let needsAttention: Set<DossierStatus> = [.rejectedAtIntake, .supplementRequested, .paymentRequired, .withdrawn, .stopped]
            let kind: Component.Banner = needsAttention.contains(state.status) ? .notFiled : .accepted
            let title = state.status == .accepted ? Words.accepted[language] : state.status.name[language]
            guard let due = state.due, !state.isFinal else { return Component.banner(kind, title: title, detail: code) }
            let promised: HTML = "\(code)<p>\(Words.promised[language]):</p>\(StateViews.due(due, language))"
            return Component.banner(kind, title: title, detail: promised)
        }
    }

    private func summary(_ language: Language) -> HTML {
        let directory = house.organisation
        var rows: [(label: String, value: HTML)] = [
            (label: Words.state[language], value: StateViews.tag(state.status, language)),
            (label: Words.desk[language], value: "\((directory.unit(state.receivingUnit)?.receptionName ?? Phrase(state.receivingUnit))[language])"),
        ]
        if state.unit != state.receivingUnit { rows.append((label: Words.now[language], value: "\(directory.name(of: state.unit)[language])")) }
        rows.append((label: Words.delivery[language], value: "\(state.submission.delivery.name[language])"))
        if let number = state.documentNumber { rows.append((label: Words.documentNumber[language], value: "\(number)")) }
        if state.code != nil {
            rows.append((label: Words.receipt[language], value: "<a href=\"\(href: base + "/receipt")\">\(Words.openReceipt[language])</a>"))
        }
        return Component.summaryList(rows)
    }

    /// One receipt for the filing and one for each supplement.
    private func contentReceipts(_ language: Language) -> HTML {
        let links = events.filter { ["submitted", "supplemented"].contains($0.name) }.map { event -> HTML in
            let label = event.sequence == 1 ? Words.contentReceipt : Words.supplementReceipt
            let at = StateViews.moment(event.at, language)
            return
                "<li><a href=\"\(href: "\(base)/content-receipt?event=\(event.sequence)")\">\(label[language])</a> <span class=\"hint\">\(at)</span></li>"
        }
        return "<ul class=\"papers\">\(links)</ul>"
    }

    private func actions(_ view: FormView, _ content: ContentViews, _ context: WebContext) -> HTML {
        let language = context.language
        var parts: [HTML] = []
        if state.status == .supplementRequested { parts.append(supplement(view, context)) }
        if state.status == .paymentRequired, let payment = state.payment {
            let due: HTML = "<p>\(Words.pay[language]) <strong>\(payment.amount.spoken)</strong> – \(payment.purpose)</p>"
            parts.append(Component.notice(content: due, kind: .warning))
        }
        if state.isFinal || state.status == .resolved, let result = content.result { parts.append("<p>\(result)</p>") }
        if available.contains(.returnResult) {
            parts.append(view.form(to: base + "/receipt-of-result", context, Component.button(Words.received[language])))
        }
        if available.contains(.rate) { parts.append(rating(view, context)) }
        return parts.joined(separator: "\n")
    }

    private func supplement(_ view: FormView, _ context: WebContext) -> HTML {
        let language = context.language
        let requests = events.compactMap { stored -> CaseEvent.SupplementRequested? in
            if case .supplementRequested(let content)? = try? stored.record().event { content } else { nil }
        }
        guard let last = requests.last else { return .empty }
        let fields: HTML = """
            \(view.fileField("file.supplement", Words.supplementFiles, hint: FilingWords.papersHint, isRequired: false, accepts: ".pdf,.jpg,.jpeg,.png,.webp,.docx,.odt,.xlsx", takesSeveral: true))
            \(view.textArea("note", Words.explanation, isRequired: false, maximumLength: 2000))
            \(Component.button(Words.sendSupplement[language]))
            """
        return """
            <section class="notice warning"><h2>\(Words.supplementTitle[language])</h2>
            <ul>\(last.items.map { "<li>\($0)</li>" as HTML })</ul><p>\(Words.reason[language]): \(last.reason)</p>
            <p>\(Words.before[language]) \(StateViews.moment(last.deadline, language))</p></section>
            \(view.form(to: base + "/supplement", context, takesFiles: true, fields))
            """
    }

    private func rating(_ view: FormView, _ context: WebContext) -> HTML {
        let options = Words.scores.enumerated().map { FieldOption(String(5 - $0.offset), $0.element) }
        let fields: HTML = """
            \(view.radios("score", Words.rate, options))\(view.textArea("comment", Words.comment, isRequired: false, rows: 3, maximumLength: 1000))
            \(Component.button(Words.sendRating[context.language], kind: .secondary))
            """
        return view.form(to: base + "/rating", context, fields)
    }

    private func withdrawal(_ view: FormView, _ context: WebContext) -> HTML {
        let language = context.language
        let fields: HTML =
            "\(view.textArea("reason", Words.withdrawReason, rows: 2, maximumLength: 1000))\(Component.button(Words.withdraw[language], kind: .danger))"
        let isRefused = errors.contains { $0.field == "reason" }
        return
            "<details\(flag: "open", isRefused)><summary>\(Words.withdraw[language])</summary>\(view.form(to: base + "/withdrawal", context, fields))</details>"
    }

    private func whoLooked(_ language: Language) -> HTML {
        guard !reads.isEmpty else { return .empty }
        let items = reads.map { "<li>\($0.name) · \(StateViews.moment($0.lastAt, language)) (\($0.times))</li>" as HTML }
        return "<details><summary>\(Words.whoLooked[language])</summary><ul>\(items)</ul></details>"
    }

    private enum Words {
        static let mine = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
        static let filed = Phrase(vi: "ĐÃ NỘP", en: "FILED")
        static let accepted = Phrase(vi: "ĐÃ TIẾP NHẬN", en: "ACCEPTED")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
        static let filedAt = Phrase(vi: "Nộp lúc", en: "Filed on")
        static let nextIsDesk = Phrase(vi: "Tiếp theo: Bộ phận Một cửa kiểm tra và tiếp nhận.", en: "Next: the one-stop desk checks and accepts it.")
        static let promised = Phrase(vi: "Hẹn trả kết quả", en: "The result is promised for")
        static let state = Phrase(vi: "Trạng thái", en: "State")
        static let desk = Phrase(vi: "Nơi tiếp nhận", en: "Received by")
        static let now = Phrase(vi: "Đang ở", en: "Now at")
        static let delivery = Phrase(vi: "Cách nhận kết quả", en: "Delivery")
        static let documentNumber = Phrase(vi: "Số văn bản kết quả", en: "Number of the result")
        static let receipt = Phrase(vi: "Giấy tiếp nhận và hẹn trả", en: "Receipt")
        static let openReceipt = Phrase(vi: "Xem và in", en: "View and print")
        static let filedContent = Phrase(vi: "Nội dung đã nộp", en: "What was filed")
        static let papers = Phrase(vi: "Giấy tờ", en: "Papers")
        static let contentReceipt = Phrase(vi: "Biên nhận nội dung hồ sơ đã nộp", en: "Content receipt of the filing")
        static let supplementReceipt = Phrase(vi: "Biên nhận nội dung phần bổ sung", en: "Content receipt of the supplement")
        static let history = Phrase(vi: "Quá trình xử lý", en: "History")
        static let pay = Phrase(vi: "Bạn cần nộp", en: "Please pay")
        static let received = Phrase(vi: "Tôi đã nhận kết quả", en: "I have received the result")
        static let supplementTitle = Phrase(vi: "Cần bổ sung hồ sơ", en: "Please complete the dossier")
        static let reason = Phrase(vi: "Lý do", en: "Reason")
        static let before = Phrase(vi: "Bổ sung trước", en: "Complete it before")
        static let supplementFiles = Phrase(vi: "Giấy tờ bổ sung", en: "Papers to add")
        static let explanation = Phrase(vi: "Giải trình", en: "Explanation")
        static let sendSupplement = Phrase(vi: "Gửi bổ sung", en: "Send the supplement")
        static let rate = Phrase(vi: "Bạn hài lòng thế nào?", en: "How satisfied are you?")
        static let scores = [
            Phrase(vi: "Rất hài lòng", en: "Very satisfied"), Phrase(vi: "Hài lòng", en: "Satisfied"), Phrase(vi: "Bình thường", en: "Neutral"),
            Phrase(vi: "Không hài lòng", en: "Dissatisfied"), Phrase(vi: "Rất không hài lòng", en: "Very dissatisfied"),
        ]
        static let comment = Phrase(vi: "Góp ý thêm", en: "Comment")
        static let sendRating = Phrase(vi: "Gửi đánh giá", en: "Send the rating")
        static let withdraw = Phrase(vi: "Rút hồ sơ", en: "Withdraw the dossier")
        static let withdrawReason = Phrase(vi: "Lý do rút hồ sơ", en: "Why do you withdraw it?")
        static let whoLooked = Phrase(vi: "Ai đã xem hồ sơ này", en: "Who looked at this dossier")
    }
}
