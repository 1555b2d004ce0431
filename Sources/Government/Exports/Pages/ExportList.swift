// SPDX-License-Identifier: Apache-2.0

import Identity
import Kernel
import Markup
import Organisation
import Web

/// Exports made before, newest first.
struct ExportList {
    /// One more than is shown, when there are more.
    let records: [ExportRecord]
    let person: Person
    let showsAll: Bool

    func html(_ language: Language) -> HTML {
        let shown = records.prefix(ExportPage.length)
        let next = records.count > shown.count ? shown.last.map { "/work/exports?before=\($0.id)\(showsAll ? "&of=all" : "")" } : nil
        let title = (showsAll ? Words.everybodys : Words.own)[language]
        let list: HTML =
            shown.isEmpty
            ? "<p>\(Words.none[language])</p>"
            : Component.table(caption: title, head: head(language), rows: shown.map { cells($0, language) }, isStacked: true)
        return "<h2>\(title)</h2>\(choice(language))\(list)\(Component.pager(next: next, language))"
    }

    private func choice(_ language: Language) -> HTML {
        guard person.holds(.auditor) else { return .empty }
        let (link, words) = showsAll ? ("/work/exports", Words.own) : ("/work/exports?of=all", Words.everybodys)
        return "<p><a href=\"\(href: link)\">\(words[language])</a></p>"
    }

    private func head(_ language: Language) -> [String] {
        let who = showsAll ? [Words.who, Words.door] : []
        return ([Words.when] + who + [Words.what, Words.format, Words.names, Words.rows, Words.outcome]).map { $0[language] }
    }

    private func cells(_ record: ExportRecord, _ language: Language) -> [HTML] {
        let local = LocalDateTime(record.at)
        let who: [HTML] = showsAll ? ["\(record.name)", "\(door(record.door)[language])"] : []
        let outcome = record.isComplete ? Words.whole : record.endedAt == nil ? Words.running : Words.broken
        return ["<time datetime=\"\(record.at.rfc3339)\">\(local.date.vietnamese) \(local.time)</time>"] + who + [
            "\(record.filter.words(language))", "\(record.format.name[language])", "\((record.hasNames ? Words.yes : Words.no)[language])",
            "\(grouped(record.rows))", "\(outcome[language])",
        ]
    }

    private func door(_ door: ExportOrder.Door) -> Phrase {
        switch door {
        case .page: Words.page
        case .api: Phrase("API")
        case .command: Words.command
        }
    }

    private enum Words {
        static let own = Phrase(vi: "Các lần xuất của bạn", en: "Your exports")
        static let everybodys = Phrase(vi: "Các lần xuất của mọi người", en: "Everybody's exports")
        static let none = Phrase(vi: "Chưa có lần nào.", en: "None so far.")
        static let when = Phrase(vi: "Lúc", en: "When")
        static let who = Phrase(vi: "Ai", en: "Who")
        static let door = Phrase(vi: "Qua", en: "Through")
        static let what = Phrase(vi: "Bộ lọc", en: "Filter")
        static let format = Phrase(vi: "Định dạng", en: "Format")
        static let names = Phrase(vi: "Có tên", en: "Names")
        static let rows = Phrase(vi: "Số dòng", en: "Rows")
        static let outcome = Phrase(vi: "Kết quả", en: "Outcome")
        static let whole = Phrase(vi: "đủ", en: "whole")
        static let running = Phrase(vi: "chưa xong", en: "not ended")
        static let broken = Phrase(vi: "đứt giữa chừng", en: "broken off")
        static let yes = Phrase(vi: "có", en: "yes")
        static let no = Phrase(vi: "không", en: "no")
        static let page = Phrase(vi: "trang", en: "page")
        static let command = Phrase(vi: "dòng lệnh", en: "command line")
    }
}
