// SPDX-License-Identifier: Apache-2.0

import Dossiers
import Kernel
import Markup
import Web

/// What was found of what somebody typed into the search of the desk.
struct SearchPageView {
    let typed: String
    let found: FoundDossiers
    let rows: QueueRows

    static let title = Phrase(vi: "Tìm hồ sơ", en: "Find a dossier")

    func html(_ language: Language) -> HTML {
        guard !found.rows.isEmpty else { return nothing(language) }
        let table = rows.table(language, caption: Self.title[language], picks: nil) { "/work/dossiers/\($0.code)" }
        let next = found.next.map { "/work/search?q=\(percentEncoded(typed))&after=\(percentEncoded($0))" }
        return "<p class=\"hint\">\(Words.results(language, ["q": typed]))</p>\(table)\(Component.pager(next: next, language))"
    }

    private func nothing(_ language: Language) -> HTML {
        if found.next != nil {
            let link = "/work/search?q=\(percentEncoded(typed))&after=\(percentEncoded(found.next ?? ""))"
            return "<p>\(Words.further[language])</p>\(Component.pager(next: link, language))"
        }
        if found.question == .nothing { return Component.emptyState(Words.ask[language], advice: Words.examples[language]) }
        return Component.emptyState(Words.nothing(language, ["q": typed]), advice: Words.examples[language])
    }

    private enum Words {
        static let results = Phrase(
            vi: "Hồ sơ của đơn vị bạn khớp với “{q}”, mới nhất trước.", en: "Dossiers of your units that match “{q}”, newest first.")
        static let nothing = Phrase(vi: "Không tìm thấy hồ sơ nào khớp với “{q}”.", en: "No dossier matches “{q}”.")
        static let further = Phrase(vi: "Chưa thấy ở phần đầu. Bấm để tìm tiếp.", en: "Not among the first. Press to look further.")
        static let ask = Phrase(vi: "Bạn muốn tìm hồ sơ nào?", en: "Which dossier do you look for?")
        static let examples = Phrase(
            vi:
                "Gõ vài chữ đầu của tên (không cần dấu), đủ số định danh, số điện thoại, mã hồ sơ, hoặc số thứ tự trong ngày như 0001 hay 261121-0001.",
            en:
                "Type the beginning of a name (marks are not needed), a whole ID or telephone number, a code, or a number of the day such as 0001 or 261121-0001."
        )
    }
}
