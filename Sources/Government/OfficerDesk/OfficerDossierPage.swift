// SPDX-License-Identifier: Apache-2.0

import Cases
import DossierViews
import Dossiers
import HTTPTypes
import Identity
import Kernel
import Markup
import Organisation
import Process
import Web
import WorkingTime

/// One dossier on an officer's desk: papers and answers, history, and on the right the clock and what may be done now.
struct OfficerDossierPage {
    let house: DossierHouse
    let dossier: Dossier
    let events: [StoredEvent]
    let available: Set<CommandKind>
    let process: ProcessDefinition
    let colleagues: [Person]
    let now: Instant
    var values = FormData()
    var errors: [FieldError] = []
    /// The action whose form was refused: shown open, with what was typed.
    var refused: CommandKind?

    private var state: CaseState { dossier.state }
    private var base: String { "/work/dossiers/\(state.publicCode)" }

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let content = ContentViews(house: house, dossier: dossier, language: language, base: base)
        let body: HTML = """
            <div class="desk"><h1>\(state.publicCode) · \(dossier.procedureName)</h1>
            \(FormView(language, values: values, errors: errors).errorSummary())
            <div class="zones">
            <section aria-labelledby="zone-papers"><h2 id="zone-papers">\(Words.papers[language])</h2>\(content.papers)
            \(content.result.map { "<h3>\(Words.result[language])</h3>\($0)" as HTML })</section>
            <section aria-labelledby="zone-answers"><h2 id="zone-answers">\(Words.answers[language])</h2>\(content.answers)
            <h2>\(Words.history[language])</h2>\(HistoryView(events: events, directory: house.organisation, language: language, showsOfficers: true, process: process).html)</section>
            <section aria-labelledby="zone-actions"><h2 id="zone-actions">\(Words.actions[language])</h2>
            <p class="standing">\(standing(language))</p>\(actions(context))
            <h2>\(Words.clock[language])</h2>\(clock(language))</section>
            </div></div>
            """
        let title = Phrase(vi: "Hồ sơ \(state.publicCode)", en: "Dossier \(state.publicCode)")
        return Page(title: title, body: body, status: errors.isEmpty ? .ok : .conflict, width: .wide, trail: [(label: Words.work, link: "/work")])
    }

    private func clock(_ language: Language) -> HTML {
        let directory = house.organisation
        var rows: [(label: String, value: HTML)] = [
            (label: Words.applicant[language], value: "\(state.submission.applicant.name)"),
            (label: Words.unit[language], value: "\(directory.name(of: state.unit)[language])"),
        ]
        if let step = state.step, process.steps.indices.contains(step) {
            rows.append((label: Words.step[language], value: "\(process.steps[step].title[language])"))
        }
        if let assignee = state.assignee { rows.append((label: Words.assignee[language], value: "\(assignee.name)")) }
        if let due = state.due {
            rows.append((label: Words.due[language], value: StateViews.due(due, language)))
        }
        rows.append((label: Words.delivery[language], value: "\(state.submission.delivery.name[language])"))
        if state.code != nil {
            rows.append((label: Words.receipt[language], value: "<a href=\"\(href: base + "/receipt")\">\(Words.print[language])</a>"))
        }
        return Component.summaryList(rows)
    }

    /// Status and time left, before anything is decided.
    private func standing(_ language: Language) -> HTML {
        let tag = StateViews.tag(state.status, language)
        guard let due = state.due?.due, !state.isFinal, state.status != .resolved else { return tag }
        return tag + " " + left(due, language)
    }

    private func left(_ due: LocalDateTime, _ language: Language) -> HTML {
        let remaining = house.organisation.calendar.remaining(at: LocalDateTime(now), until: due)
        return Component.statusTag(remaining.words[language], tone: remaining.isOverdue ? .late : remaining.isDueSoon ? .soon : .neutral)
    }

    /// One form per action, the usual way on first and open, the others behind their names.
    private func actions(_ context: WebContext) -> HTML {
        let offered = ActionForm.order.filter(available.contains)
        guard !offered.isEmpty else { return "<p>\(Words.nothingToDo[context.language])</p>" }
        let forms = offered.enumerated().map { index, kind -> HTML in
            let isRefused = kind == refused
            let form = ActionForm(
                kind: kind, dossier: dossier, colleagues: colleagues,
                view: isRefused ? FormView(context.language, values: values, errors: errors) : FormView(context.language))
            let html = form.html(to: base + "/commands", context, isPrimary: index == 0)
            if index == 0 { return html }
            return "<details\(flag: "open", isRefused)><summary>\(kind.name[context.language])</summary>\(html)</details>"
        }
        return forms.joined(separator: "\n")
    }

    private enum Words {
        static let work = Phrase(vi: "Việc cần làm", en: "Work")
        static let papers = Phrase(vi: "Giấy tờ", en: "Papers")
        static let result = Phrase(vi: "Kết quả", en: "Result")
        static let answers = Phrase(vi: "Nội dung hồ sơ", en: "Content")
        static let history = Phrase(vi: "Quá trình xử lý", en: "History")
        static let clock = Phrase(vi: "Thời hạn", en: "Clock")
        static let actions = Phrase(vi: "Việc tiếp theo", en: "Next actions")
        static let applicant = Phrase(vi: "Chủ hồ sơ", en: "Owner")
        static let unit = Phrase(vi: "Đơn vị đang xử lý", en: "Unit in charge")
        static let step = Phrase(vi: "Bước", en: "Step")
        static let assignee = Phrase(vi: "Người xử lý", en: "Assignee")
        static let due = Phrase(vi: "Hẹn trả", en: "Due")
        static let delivery = Phrase(vi: "Trả kết quả", en: "Delivery")
        static let receipt = Phrase(vi: "Giấy tiếp nhận", en: "Receipt")
        static let print = Phrase(vi: "Xem và in", en: "View and print")
        static let nothingToDo = Phrase(
            vi: "Hiện không có việc nào cho vị trí của bạn ở hồ sơ này.", en: "There is nothing for your post to do on this dossier now.")
    }
}
