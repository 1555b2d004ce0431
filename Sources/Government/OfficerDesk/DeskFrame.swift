// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Hummingbird
import Identity
import Kernel
import Markup
import Organisation
import Web

/// What every page of the desk has above its content: where one is, the search, the way to the queues, word of changes, and
/// the help on keys.
struct DeskFrame {
    let title: Phrase
    /// Shown as the `h1`; the title where there is no better.
    var heading: HTML?
    let person: Person
    let live: any LiveChannel
    /// The dossier whose changes matter here; nil: those of the person's queues.
    var dossier: String?
    var search = ""
    /// Where one came from; nil on the queues themselves.
    var back: String?
    /// The dossiers before and after this one in the queue it was opened from.
    var neighbours: (previous: String?, next: String?) = (nil, nil)

    func page(_ context: WebContext, _ request: Request, mark: LiveMark? = nil, _ content: HTML) -> Page {
        let language = context.language
        let body: HTML = """
            <div class="desk\(dossier == nil ? "" : " desk-one")">\(news(request, language, mark ?? live.mark))\(way(language))
            <div class="desk-head"><h1>\(heading ?? "\(title[language])")</h1>\(searchForm(language))\(links(language))</div>
            \(covers(language))\(content)\(help(language))</div>
            """
        var page = Page(title: title, body: body, width: .wide, scripts: [.deskScript])
        page.stylesheets = [.deskStyle]
        return page
    }

    private func way(_ language: Language) -> HTML {
        guard let back else { return .empty }
        let links = [
            ("up", back.hasPrefix("/work/dossiers/") ? Words.backToDossier : Words.back, back), ("prev", Words.previous, neighbours.previous),
            ("next", Words.next, neighbours.next),
        ]
        .compactMap { rel, words, link -> HTML? in link.map { "<a rel=\"\(rel)\" href=\"\(href: $0)\">\(words[language])</a>" } }
        return "<nav class=\"desk-neighbours\" aria-label=\"\(Words.way[language])\">\(links)</nav>"
    }

    private func searchForm(_ language: Language) -> HTML {
        """
        <form method="get" action="/work/search" role="search"><label class="unseen" for="desk-search">\(Words.search[language])</label>
        <input type="search" id="desk-search" name="q" value="\(search)" maxlength="100" placeholder="\(Words.searchHint[language])" autocomplete="off">\
        \(Component.button(Words.find[language], kind: .secondary))</form>
        """
    }

    private func links(_ language: Language) -> HTML {
        """
        <div class="desk-links"><a href="/work/exports">\(Words.exports[language])</a><a href="/work/absence">\(Words.absence[language])</a>\
        <button type="button" class="plain" id="desk-help-open" hidden>\(Words.keys[language])</button></div>
        """
    }

    /// Whoever stands in for a colleague is told so on every page of the desk.
    private func covers(_ language: Language) -> HTML {
        guard !person.covers.isEmpty else { return .empty }
        let names = person.covers.map(\.absentName).joined(separator: ", ")
        return Component.notice(Words.covering(language, ["name": names]))
    }

    private func news(_ request: Request, _ language: Language, _ mark: LiveMark) -> HTML {
        let text = dossier == nil ? Words.changes : Words.changedBy
        return """
            <div class="live" id="live" role="status" data-mark="\(mark.text)"\(attribute: "data-code", dossier) data-text="\(text[language])"\
             data-gap="\(Words.gap[language])" data-somebody="\(Words.somebody[language])"><p hidden><span></span>\
            <a href="\(href: Self.here(request))">\(Words.reload[language])</a></p></div>
            """
    }

    /// The page itself; after a form, the page it was on.
    private static func here(_ request: Request) -> String {
        request.method == .get || request.method == .head ? request.localLink : "/work"
    }

    private func help(_ language: Language) -> HTML {
        let rows = Self.keys.map { keys, words -> HTML in
            "<dt>\(keys.map { "<kbd>\($0)</kbd>" as HTML }.joined(separator: " "))</dt><dd>\(words[language])</dd>"
        }
        return """
            <dialog id="desk-help" aria-labelledby="desk-help-title"><h2 id="desk-help-title">\(Words.keys[language])</h2><dl>\(rows)</dl>
            <form method="dialog"><button class="button secondary">\(Words.close[language])</button></form></dialog>
            """
    }

    static let keys: [([String], Phrase)] = [
        (["j", "k"], Phrase(vi: "xuống, lên một hồ sơ trong danh sách", en: "down, up one dossier in the list")),
        (["Enter"], Phrase(vi: "mở hồ sơ", en: "open the dossier")),
        (["x"], Phrase(vi: "chọn hoặc bỏ chọn hồ sơ", en: "select or unselect the dossier")),
        (["a"], Phrase(vi: "đến nút việc chính của hồ sơ, bấm Enter để làm", en: "go to the dossier's main button; Enter presses it")),
        (["n", "p"], Phrase(vi: "hồ sơ sau, hồ sơ trước trong danh sách", en: "next, previous dossier of the queue")),
        (["/"], Phrase(vi: "tìm hồ sơ", en: "find a dossier")),
        (["?"], Phrase(vi: "bảng phím tắt này", en: "this help")),
    ]

    private enum Words {
        static let search = Phrase(vi: "Tìm hồ sơ theo tên, số định danh, điện thoại hoặc mã", en: "Find a dossier by name, ID, telephone or code")
        static let searchHint = Phrase(vi: "Tên, số định danh, mã hồ sơ", en: "Name, ID number, code")
        static let find = Phrase(vi: "Tìm", en: "Find")
        static let way = Phrase(vi: "Trong danh sách", en: "In the queue")
        static let back = Phrase(vi: "‹ Về danh sách", en: "‹ Back to the queue")
        static let backToDossier = Phrase(vi: "‹ Về hồ sơ", en: "‹ Back to the dossier")
        static let previous = Phrase(vi: "‹ Hồ sơ trước", en: "‹ Previous dossier")
        static let next = Phrase(vi: "Hồ sơ sau ›", en: "Next dossier ›")
        static let exports = Phrase(vi: "Xuất danh sách", en: "Export")
        static let absence = Phrase(vi: "Vắng mặt, làm thay", en: "Absence and cover")
        static let keys = Phrase(vi: "Phím tắt", en: "Keyboard")
        static let close = Phrase(vi: "Đóng", en: "Close")
        static let covering = Phrase(vi: "Bạn đang làm thay: {name}.", en: "You stand in for: {name}.")
        static let changes = Phrase(vi: "Có {n} hồ sơ vừa thay đổi.", en: "{n} dossier(s) have just changed.")
        static let changedBy = Phrase(vi: "Hồ sơ vừa thay đổi bởi {by}.", en: "This dossier was just changed by {by}.")
        static let gap = Phrase(vi: "Có thể đã có thay đổi.", en: "Something may have changed.")
        static let somebody = Phrase(vi: "người nộp", en: "the applicant")
        static let reload = Phrase(vi: "Tải lại", en: "Reload")
    }
}
