// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
import Identity
import Kernel
import Markup
import Organisation
import Web
import WorkingTime

/// The officer's place: a queue sorted by danger, the other queues one press away.
struct QueuePageView {
    let view: QueueView
    let queue: QueuePage
    let calendar: WorkingCalendar
    let now: Instant
    let person: Person

    func page(_ language: Language) -> Page {
        let tabs = QueueView.allCases.map { one -> HTML in
            "<li><a href=\"\(href: "/work?view=\(one.rawValue)")\"\(attribute: "aria-current", one == view ? "page" : nil)>\(one.name[language])</a></li>"
        }
        let next = queue.next.map { "/work?view=\(view.rawValue)&after=\($0.text)" }
        let body: HTML = """
            <div class="desk"><h1>\(view.name[language])</h1>
            <nav class="tabs" aria-label="\(Words.queues[language])"><ul>\(tabs)</ul></nav>
            <div class="desk-tools"><form method="get" action="/work/dossiers" role="search">
            \(FormView(language).field("code", Words.open, maximumLength: 64))\(Component.button(Words.openButton[language], kind: .secondary))</form>
            \(walkIn(language))</div>
            \(queue.rows.isEmpty ? Component.emptyState(Words.empty[language], advice: Words.emptyAdvice[language]) : table(language))
            \(Component.pager(next: next, language))</div>
            """
        return Page(title: view.name, body: body, width: .wide)
    }

    /// The desk enters what somebody hands in: the same form, filed in person.
    private func walkIn(_ language: Language) -> HTML {
        guard person.holds(.oneStopOfficer) else { return .empty }
        return "<p>\(Component.linkButton(Words.walkIn[language], to: "/procedures", kind: .secondary))</p>"
    }

    private func table(_ language: Language) -> HTML {
        Component.table(
            caption: view.name[language],
            head: [Words.code, Words.applicant, Words.procedure, Words.state, Words.step, Words.assignee, Words.left].map { $0[language] },
            rows: queue.rows.map { row in
                [
                    "<a href=\"\(href: "/work/dossiers/\(row.code)")\">\(row.code)</a>", "\(row.applicantName)", "\(row.procedureName)",
                    StateViews.tag(row.status, language), "\(row.step.map { "\($0 + 1)/\(row.steps)" } ?? "–")", "\(row.assigneeName ?? "–")",
                    left(row, language),
                ]
            })
    }

    private func left(_ row: DossierSummary, _ language: Language) -> HTML {
        let remaining = calendar.remaining(at: LocalDateTime(now), until: LocalDateTime(row.danger))
        let tone: Component.Tone = remaining.isOverdue ? .late : remaining.isDueSoon ? .soon : .neutral
        return Component.statusTag(remaining.words[language], tone: tone)
    }

    private enum Words {
        static let queues = Phrase(vi: "Danh sách việc", en: "Queues")
        static let open = Phrase(vi: "Mở hồ sơ theo mã", en: "Open a dossier by code")
        static let openButton = Phrase(vi: "Mở", en: "Open")
        static let walkIn = Phrase(vi: "Nhận hồ sơ nộp trực tiếp", en: "Receive a dossier handed in")
        static let empty = Phrase(vi: "Không có hồ sơ nào.", en: "Nothing here.")
        static let emptyAdvice = Phrase(vi: "Chọn danh sách khác ở trên.", en: "Choose another queue above.")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Code")
        static let applicant = Phrase(vi: "Người nộp", en: "Applicant")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let state = Phrase(vi: "Trạng thái", en: "State")
        static let step = Phrase(vi: "Bước", en: "Step")
        static let assignee = Phrase(vi: "Người xử lý", en: "Assignee")
        static let left = Phrase(vi: "Thời gian còn lại", en: "Time left")
    }
}
