// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Markup
import Organisation
import Web

/// The dossiers behind a figure.
struct ListedPage {
    let question: ListingQuestion
    let listing: ListingPage
    /// The figure as the table says it.
    let value: Int
    let names: FigureNames
    /// Whether some of them may be hidden from the reader.
    let isPartial: Bool
    let query: QueryItems

    func page(_ language: Language) -> Page {
        let next = listing.next.map { "/work/statistics/dossiers" + query.link(setting: "after", to: $0) }
        let list: HTML =
            listing.rows.isEmpty
            ? Component.emptyState(Words.none[language], advice: Words.noneAdvice[language])
            : Component.table(
                caption: question.figure.name[language], head: head(language), rows: listing.rows.map { cells($0, language) }, isStacked: true)
        let body: HTML = """
            <h1>\(question.figure.name[language])</h1><p>\(place(language))</p>
            <p><strong>\(Words.value(language, ["value": grouped(value)]))</strong>\(isPartial ? " " + Words.partial[language] : "")</p>
            \(list)\(Component.pager(next: next, language))
            """
        return Page(
            title: question.figure.name, body: body, width: .wide,
            trail: [(label: StatisticsPage.Words.title, link: "/statistics?from=\(question.from.iso)&to=\(question.to.iso)")])
    }

    private func place(_ language: Language) -> String {
        let unit = question.unit.map { names.name(of: $0, .unit) } ?? names.organisation.province.name
        let others = [
            question.procedure.map { names.name(of: $0, .procedure)[language] },
            question.channel.map { names.name(of: String($0), .channel)[language] },
        ]
        let period =
            question.wereOpenAtEndOf.map { Words.atEndOf(language, ["day": $0.vietnamese]) }
            ?? Words.period(language, ["from": question.from.vietnamese, "to": question.to.vietnamese])
        return ([unit[language]] + others.compactMap(\.self) + [period]).joined(separator: " · ")
    }

    private func head(_ language: Language) -> [String] {
        let moments = question.figure.measures != nil ? [Words.day] : question.wereOpenAtEndOf == nil ? [Words.due] : [Words.due, Words.ended]
        return ([Words.code, Words.procedure, Words.status] + moments).map { $0[language] }
    }

    private func cells(_ row: ListedDossier, _ language: Language) -> [HTML] {
        [
            "<a href=\"\(href: "/work/dossiers/\(row.code)")\">\(row.code)</a>", "\(row.procedureName)",
            "\(DossierStatus(rawValue: row.status)?.name[language] ?? "")", "\(row.day.vietnamese)",
        ] + (question.wereOpenAtEndOf == nil ? [] : ["\(row.endedOn?.vietnamese ?? "–")"])
    }

    private enum Words {
        static let period = Phrase(vi: "từ {from} đến hết {to}", en: "{from} to {to} inclusive")
        static let atEndOf = Phrase(vi: "cuối ngày {day}", en: "at the end of {day}")
        static let value = Phrase(vi: "Con số: {value}.", en: "The figure: {value}.")
        static let partial = Phrase(
            vi: "Danh sách chỉ gồm hồ sơ đã qua đơn vị của bạn.", en: "The list has only dossiers that passed through your unit.")
        static let none = Phrase(vi: "Không có hồ sơ nào bạn được xem.", en: "There is no dossier that you may see.")
        static let noneAdvice = Phrase(vi: "Quay lại bảng số liệu để chọn con số khác.", en: "Go back to the table and choose another figure.")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Code")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let status = Phrase(vi: "Trạng thái", en: "Status")
        static let day = Phrase(vi: "Ngày", en: "Day")
        static let due = Phrase(vi: "Hạn", en: "Due")
        static let ended = Phrase(vi: "Kết thúc", en: "Ended")
    }
}
