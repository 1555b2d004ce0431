// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
import Kernel
import Markup
import Notices
import Web

/// The citizen's place: dossiers and messages.
struct MyDossiersPage {
    let name: String
    let drafts: [DraftLine]
    let rows: [DossierSummary]
    let notices: [ReceivedNotice]
    let next: String?

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let body: HTML = """
            <h1>\(Words.hello[language]) \(name)</h1>
            \(drafts.isEmpty ? .empty : draftCards(context))
            <h2>\(Words.dossiers[language])</h2>
            \(rows.isEmpty ? empty(language) : table(language))
            \(Component.pager(next: next, language))
            <h2 id="notices">\(Words.notices[language])</h2>
            \(notices.isEmpty ? "<p>\(Words.noNotices[language])</p>" : list(language))
            <p><a href="/me/contact">\(Words.byMail[language])</a></p>
            """
        return Page(title: Words.title, body: body, width: .wide)
    }

    /// What is not filed yet comes first, and says so.
    private func draftCards(_ context: WebContext) -> HTML {
        let language = context.language
        let cards = drafts.map { draft -> HTML in
            let missing: Phrase =
                switch draft.missing {
                case nil: FilingWords.goneProcedure
                case 0?: FilingWords.nothingMissing
                case let count?: FilingWords.missingItems.with(["n": "\(count)"])
                }
            return """
                <li class="card"><h3>\(draft.procedure[language])</h3>
                <p>\(Component.statusTag(FilingWords.notFiled[language], tone: .soon)) \(missing[language])</p>
                <p class="hint">\(FilingWords.savedAt(language, ["time": LocalDateTime(draft.savedAt).spoken(language)]))</p>
                <div class="actions">\(Component.linkButton(FilingWords.goOn[language], to: "/drafts/\(draft.id)"))\
                \(FormView(language).form(to: "/drafts/\(draft.id)/discard", context, Component.button(FilingWords.discard[language], kind: .secondary)))</div></li>
                """
        }
        return "<h2>\(FilingWords.drafts[language])</h2><ul class=\"cards\">\(cards)</ul>"
    }

    private func empty(_ language: Language) -> HTML {
        Component.emptyState(
            Words.none[language], advice: Words.noneAdvice[language],
            action: Component.linkButton(Words.find[language], to: "/procedures"))
    }

    private func table(_ language: Language) -> HTML {
        Component.table(
            caption: Words.dossiers[language], head: [Words.code, Words.procedure, Words.state, Words.due].map { $0[language] },
            rows: rows.map { row in
                [
                    "<a href=\"\(href: "/me/dossiers/\(row.code)")\">\(row.code)</a>", "\(row.procedureName)", StateViews.tag(row.status, language),
                    row.due.map { StateViews.moment($0, language) } ?? "–",
                ]
            }, isStacked: true)
    }

    private func list(_ language: Language) -> HTML {
        let items = notices.map { one -> HTML in
            let mark: HTML = one.isRead ? .empty : Component.statusTag(Words.new[language], tone: .action)
            return """
                <li>\(mark) <a href="\(href: one.notice.link)">\(one.notice.title[language])</a><br>\
                <span class="hint">\(one.notice.body[language]) · \(StateViews.moment(one.at, language))</span></li>
                """
        }
        return "<ul class=\"notices\">\(items)</ul>"
    }

    private enum Words {
        static let title = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
        static let hello = Phrase(vi: "Xin chào", en: "Hello")
        static let dossiers = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
        static let notices = Phrase(vi: "Thông báo", en: "Messages")
        static let byMail = Phrase(vi: "Nhận thông báo qua thư điện tử", en: "Get notices by e-mail")
        static let noNotices = Phrase(vi: "Chưa có thông báo.", en: "No messages yet.")
        static let none = Phrase(vi: "Bạn chưa nộp hồ sơ nào.", en: "You have not filed anything yet.")
        static let noneAdvice = Phrase(
            vi: "Tìm thủ tục bạn cần rồi bấm “Nộp hồ sơ”.", en: "Find the procedure you need, then press “File the dossier”.")
        static let find = Phrase(vi: "Tìm thủ tục", en: "Find a procedure")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Code")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let state = Phrase(vi: "Trạng thái", en: "State")
        static let due = Phrase(vi: "Hẹn trả", en: "Due")
        static let new = Phrase(vi: "Mới", en: "New")
    }
}
