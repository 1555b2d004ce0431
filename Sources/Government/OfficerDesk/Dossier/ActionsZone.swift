// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Correspondence
import DossierViews
import Dossiers
import Identity
import Kernel
import Markup
import Organisation
import Process
import Web
import WorkingTime

/// The clock, what may be done now, the people, the papers to print, and through whose hands the dossier went.
struct ActionsZone {
    let house: DossierHouse
    let desk: DeskDossier
    let place: DeskPlace?
    let values: FormData
    let errors: [FieldError]
    let refused: CommandKind?

    private var state: CaseState { desk.state }

    func html(_ context: WebContext) -> HTML {
        let language = context.language
        return """
            <p class="standing">\(standing(language))</p>\(clock(language))\(proposal(language))\(actions(context))\(propose(context))
            <h2>\(Words.people[language])</h2>\(people(language))
            \(prints(language))\(ledger(language))
            \(MessagesView(thread: desk.messages, base: desk.base, publicURL: house.publicURL, view: FormView(language)).html(context))
            """
    }

    // MARK: Clock

    /// Status and time left, before anything is decided.
    private func standing(_ language: Language) -> HTML {
        let tag = StateViews.tag(state.status, language)
        guard let due = state.due?.due, !state.isFinal, state.status != .resolved else { return tag }
        let remaining = house.organisation.calendar.remaining(at: LocalDateTime(house.now()), until: due)
        return tag + " "
            + Component.statusTag(remaining.words[language], tone: remaining.isOverdue ? .late : remaining.isDueSoon ? .soon : .neutral)
    }

    private func clock(_ language: Language) -> HTML {
        var rows: [(label: String, value: HTML)] = []
        if let step = state.step, desk.process.steps.indices.contains(step), !state.isFinal {
            rows.append((label: Words.step[language], value: "\(desk.process.steps[step].title[language])"))
        }
        if let due = state.due { rows.append((label: Words.due[language], value: StateViews.due(due, language))) }
        return rows.isEmpty ? .empty : Component.summaryList(rows)
    }

    // MARK: Actions

    /// What a colleague asks the head to decide.
    private func proposal(_ language: Language) -> HTML {
        guard let proposal = desk.proposal else { return .empty }
        let items = proposal.items.map { "<li>\($0)</li>" as HTML }
        let what = desk.available.contains(.requestSupplement) ? Words.decide : Words.waitsForHead
        return Component.notice(
            content: """
                <p><strong>\(Words.proposed(language, ["name": proposal.authorName]))</strong></p><ul>\(items)</ul><p>\(proposal.reason)</p>\
                <p>\(what[language])</p>
                """)
    }

    /// One form per action, the usual way on first and open, the others behind their names.
    private func actions(_ context: WebContext) -> HTML {
        let offered = ActionForm.order.filter(desk.available.contains)
        guard !offered.isEmpty else { return "<p>\(Words.nothingToDo[context.language])</p>" }
        // What a colleague has put before the head is what the head came for.
        let first = desk.proposal != nil && desk.available.contains(.requestSupplement) ? CommandKind.requestSupplement : offered[0]
        return ([first] + offered.filter { $0 != first }).map { kind -> HTML in
            let isRefused = kind == refused
            let view = isRefused ? FormView(context.language, values: values, errors: errors) : FormView(context.language)
            let html = ActionForm(kind: kind, desk: desk, place: place, view: view).html(context, isPrimary: kind == first)
            if kind == first { return "<div id=\"primary-action\">\(html)</div>" }
            return "<details\(flag: "open", isRefused)><summary>\(kind.name[context.language])</summary>\(html)</details>"
        }.joined(separator: "\n")
    }

    /// Only the head may ask a second time, or late: the officer puts it before them.
    private func propose(_ context: WebContext) -> HTML {
        guard desk.mayPropose else { return .empty }
        let language = context.language
        let view = FormView(language, values: values, errors: errors.filter { $0.field.hasPrefix("propose.") })
        let fields: HTML = """
            <p class="hint">\(Words.proposeWhy[language])</p>
            \(view.textArea("propose.items", ActionForm.itemsLabel, hint: ActionForm.itemsHint, isRequired: false, value: desk.proposal?.items.joined(separator: "\n"), rows: 3, maximumLength: 2000))
            \(view.textArea("propose.reason", ActionForm.reasonLabel, value: desk.proposal?.reason, rows: 2, maximumLength: 2000))
            \(Component.button(Words.propose[language], kind: .secondary))
            """
        let isOpen = !view.errors.isEmpty
        return """
            <details\(flag: "open", isOpen)><summary>\(Words.propose[language])</summary>\
            <div class="action">\(view.form(to: desk.base + "/proposal", context, id: "form-propose", fields))</div></details>
            """
    }

    // MARK: People and papers

    private func people(_ language: Language) -> HTML {
        let applicant = state.submission.applicant
        let contact = [applicant.phone, applicant.email].filter { !$0.isEmpty }.joined(separator: " · ")
        var rows: [(label: String, value: HTML)] = [
            (
                label: Words.applicant[language],
                value: "\(applicant.name)\(contact.isEmpty ? .empty : "<br><span class=\"hint\">\(contact)</span>" as HTML)"
            )
        ]
        rows.append((label: Words.unit[language], value: "\(house.organisation.name(of: state.unit)[language])"))
        if let assignee = state.assignee { rows.append((label: Words.assignee[language], value: "\(assignee.name)")) }
        rows.append((label: Words.delivery[language], value: "\(state.submission.delivery.name[language])"))
        return Component.summaryList(rows)
    }

    private func prints(_ language: Language) -> HTML {
        var links: [(String, String)] = []
        if state.code != nil {
            links.append((Words.receipt[language], desk.base + "/receipt"))
            links.append((Words.receiptPDF[language], desk.base + "/papers/receipt.pdf"))
        }
        if state.supplementRequests > 0 { links.append((Words.supplementPDF[language], desk.base + "/papers/supplement.pdf")) }
        if desk.events.contains(where: { $0.name == "rejected" || $0.name == "refused" }) {
            links.append((Words.refusalPDF[language], desk.base + "/papers/refusal.pdf"))
        }
        if desk.offersDrafts, desk.available.contains(.advance) || desk.available.contains(.number), state.step ?? 0 > 0 {
            links.append((Words.draft[language], desk.base + "/result/draft"))
        }
        guard !links.isEmpty else { return .empty }
        let items = links.map { "<li><a href=\"\(href: $0.1)\">\($0.0)</a></li>" as HTML }
        return "<h2>\(Words.prints[language])</h2><ul class=\"links\">\(items)</ul>"
    }

    private func ledger(_ language: Language) -> HTML {
        let items = desk.handOffs.map { one -> HTML in
            let opened: HTML = one.openedAt.map { StateViews.moment($0, language) } ?? "<strong>\(Words.notOpened[language])</strong>"
            return """
                <li><strong>\(house.organisation.name(of: one.unit)[language])</strong><br>\
                <span class="hint">\(Words.sent[language]) \(StateViews.moment(one.sentAt, language)) · \(one.sentBy)<br>\(Words.opened[language]) \(opened)</span></li>
                """
        }
        return "<h2>\(Words.handOffs[language])</h2><ol class=\"ledger\">\(items)</ol>"
    }

    private enum Words {
        static let step = Phrase(vi: "Bước", en: "Step")
        static let due = Phrase(vi: "Hẹn trả", en: "Due")
        static let people = Phrase(vi: "Người liên quan", en: "People")
        static let applicant = Phrase(vi: "Chủ hồ sơ", en: "Owner")
        static let unit = Phrase(vi: "Đơn vị đang xử lý", en: "Unit in charge")
        static let assignee = Phrase(vi: "Người xử lý", en: "Assignee")
        static let delivery = Phrase(vi: "Trả kết quả", en: "Delivery")
        static let prints = Phrase(vi: "Giấy in", en: "Papers to print")
        static let receipt = Phrase(vi: "Xem và in", en: "View and print")
        static let receiptPDF = Phrase(vi: "Giấy tiếp nhận (PDF)", en: "Receipt (PDF)")
        static let supplementPDF = Phrase(vi: "Phiếu yêu cầu bổ sung (PDF)", en: "Supplement request (PDF)")
        static let refusalPDF = Phrase(vi: "Phiếu từ chối (PDF)", en: "Refusal (PDF)")
        static let draft = Phrase(vi: "Soạn dự thảo kết quả", en: "Draft the result")
        static let handOffs = Phrase(vi: "Giao nhận giữa các đơn vị", en: "Hand-offs between units")
        static let sent = Phrase(vi: "Chuyển đến", en: "Sent")
        static let opened = Phrase(vi: "Mở lần đầu:", en: "First opened:")
        static let notOpened = Phrase(vi: "chưa mở", en: "not yet")
        static let proposed = Phrase(vi: "{name} đề nghị yêu cầu bổ sung lần nữa:", en: "{name} proposes a further supplement request:")
        static let decide = Phrase(
            vi: "Lãnh đạo quyết định: ghi lý do rồi bấm “Yêu cầu bổ sung”, hoặc bỏ qua.",
            en: "The head decides: give a reason and press “Ask for a supplement”, or leave it.")
        static let waitsForHead = Phrase(vi: "Đang chờ lãnh đạo đơn vị quyết định.", en: "Waiting for the head of the unit.")
        static let propose = Phrase(vi: "Đề nghị lãnh đạo cho bổ sung lần nữa", en: "Propose a further supplement to the head")
        static let proposeWhy = Phrase(
            vi: "Chỉ được tự yêu cầu bổ sung một lần và trong thời hạn. Lần này lãnh đạo đơn vị quyết định và ghi lý do.",
            en: "An officer may ask once and in time only. This time the head of the unit decides, with a reason.")
        static let nothingToDo = Phrase(
            vi: "Hiện không có việc nào cho vị trí của bạn ở hồ sơ này.", en: "There is nothing for your post to do on this dossier now.")
    }
}
