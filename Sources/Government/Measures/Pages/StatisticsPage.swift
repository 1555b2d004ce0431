// SPDX-License-Identifier: Apache-2.0

import HTTPTypes
import Kernel
import Markup
import Organisation
import Web

/// What the province promised and kept: public figures, each of which adds up.
struct StatisticsPage {
    let reading: ReadStatisticsQuestion
    /// Nil where the question is not right.
    let statistics: Statistics?
    let names: FigureNames
    let now: LocalDateTime
    let opensDossiers: Bool
    let pageNumber: Int
    let query: QueryItems

    func page(_ language: Language) -> Page {
        let view = FormView(language, values: reading.values, errors: reading.errors)
        let body: HTML = """
            <h1>\(Words.title[language])</h1>\(view.errorSummary())
            \(statistics.map { figures($0, language) })
            \(form(view, language))
            \(statistics.map { table($0, language) })
            """
        return Page(title: Words.title, body: body, status: statistics == nil ? .init(code: 422) : .ok, width: .wide)
    }

    // MARK: Figures

    private func links(_ statistics: Statistics) -> FigureLinks {
        FigureLinks(question: statistics.question, areOpen: opensDossiers)
    }

    private func figures(_ statistics: Statistics, _ language: Language) -> HTML {
        let (question, total, links) = (statistics.question, statistics.total, links(statistics))
        let place = question.unit.map { names.name(of: $0, .unit) } ?? names.organisation.province.name
        let lead = Words.lead(
            language,
            ["place": place[language], "from": question.from.vietnamese, "to": question.to.vietnamese, "now": "\(now.time) \(now.date.vietnamese)"])
        let onTime = total.onTimeShare.map { Words.onTime(language, ["share": percent($0, language)]) }
        var tiles = [
            tile(grouped(total[.accepted]), Words.accepted[language], links.link(to: .accepted)),
            tile(grouped(total.resolved), onTime ?? Words.resolved[language], links.link(to: .resolved)),
            tile(grouped(total.inProcess), Words.inProcess[language], links.link(to: .inProcess)),
        ]
        if let overdue = total.overdue {
            let text = grouped(overdue) + (statistics.hasMoreOverdue ? "+" : "")
            tiles.append(tile(text, Words.overdue[language], links.link(to: .overdue), isLate: overdue > 0))
        }
        return "<p>\(lead)</p><ul class=\"figures\">\(tiles)</ul>"
    }

    private func tile(_ value: String, _ label: String, _ link: String?, isLate: Bool = false) -> HTML {
        let content: HTML = "<strong\(attribute: "class", isLate ? "late" : nil)>\(value)</strong> \(label)"
        return link.map { "<li><a href=\"\(href: $0)\">\(content)</a></li>\n" } ?? "<li>\(content)</li>\n"
    }

    // MARK: The question

    private func form(_ view: FormView, _ language: Language) -> HTML {
        let units = names.organisation.units.map { FieldOption($0.code, $0.name) }
        let all = [FieldOption("", Words.everywhere)]
        return """
            <form method="get" action="/statistics" class="ask"><div class="fields">
            \(view.dateField("from", Words.from, value: reading.from))\(view.dateField("to", Words.to, value: reading.to))
            \(view.select("by", Words.by, StatisticsBy.allCases.map { FieldOption($0.rawValue, $0.phrase) }, value: reading.by.rawValue))
            \(view.select("unit", Words.unit, all + units, isRequired: false, value: reading.unit ?? ""))
            </div><p>\(Component.button(Words.show[language])) \(periods(language))</p></form>
            """
    }

    /// Periods that people ask for, each a link.
    private func periods(_ language: Language) -> HTML {
        let today = now.date
        let (month, year) = (Grain.month.start(of: today), Grain.year.start(of: today))
        let all = [
            (Words.thisMonth, month, today), (Words.lastMonth, month.adding(months: -1), month.adding(days: -1)), (Words.thisYear, year, today),
        ]
        let links = all.map { name, from, to -> HTML in
            var link = "/statistics?from=\(from.iso)&to=\(to.iso)&by=\(reading.by.rawValue)"
            if let unit = reading.unit { link += "&unit=\(percentEncoded(unit))" }
            return "\(Component.linkButton(name[language], to: link, kind: .secondary)) "
        }
        return "\(links)"
    }

    // MARK: The table

    private func table(_ statistics: Statistics, _ language: Language) -> HTML {
        guard !statistics.lines.isEmpty else { return Component.emptyState(Words.nothing[language], advice: Words.nothingAdvice[language]) }
        let table = StatisticsTable(statistics: statistics, names: names, links: links(statistics), page: pageNumber)
        let next = table.hasMore ? "/statistics" + query.link(setting: "page", to: String(pageNumber + 1)) : nil
        return """
            \(StatisticsChart.days(statistics, language))\(table.html(language))\(Component.pager(next: next, language))
            <p>\(sum(statistics.total, language))</p><p class="hint">\(Words.counted[language])</p>
            """
    }

    /// The arithmetic anybody can check.
    private func sum(_ total: Figures, _ language: Language) -> String {
        Words.sum(
            language,
            [
                "carried": grouped(total.carriedOver), "accepted": grouped(total[.accepted]), "resolved": grouped(total.resolved),
                "ended": grouped(total.endedWithoutResult), "open": grouped(total.inProcess),
            ])
    }

    enum Words {
        static let title = Phrase(vi: "Tình hình giải quyết hồ sơ", en: "How dossiers are handled")
        static let lead = Phrase(
            vi: "Số liệu của {place} từ {from} đến hết {to}, lúc {now}.", en: "Figures of {place} from {from} to {to} inclusive, as of {now}.")
        static let accepted = Phrase(vi: "hồ sơ tiếp nhận", en: "dossiers accepted")
        static let resolved = Phrase(vi: "hồ sơ đã giải quyết", en: "dossiers resolved")
        static let onTime = Phrase(vi: "hồ sơ đã giải quyết, {share} đúng hạn hoặc sớm hơn", en: "dossiers resolved, {share} on time or early")
        static let inProcess = Phrase(vi: "hồ sơ đang giải quyết ở cuối kỳ", en: "dossiers in process at the end")
        static let overdue = Phrase(vi: "hồ sơ đang quá hạn", en: "dossiers overdue now")
        static let from = Phrase(vi: "Từ ngày", en: "First day")
        static let to = Phrase(vi: "Đến hết ngày", en: "Last day")
        static let by = Phrase(vi: "Xem theo", en: "By")
        static let unit = Phrase(vi: "Đơn vị giải quyết", en: "Resolving unit")
        static let everywhere = Phrase(vi: "Cả tỉnh", en: "The whole province")
        static let show = Phrase(vi: "Xem số liệu", en: "Show figures")
        static let thisMonth = Phrase(vi: "Tháng này", en: "This month")
        static let lastMonth = Phrase(vi: "Tháng trước", en: "Last month")
        static let thisYear = Phrase(vi: "Năm nay", en: "This year")
        static let nothing = Phrase(vi: "Không có hồ sơ nào trong kỳ này.", en: "There were no dossiers in this period.")
        static let nothingAdvice = Phrase(vi: "Chọn kỳ khác hoặc xem cả tỉnh.", en: "Choose another period, or the whole province.")
        static let sum = Phrase(
            vi:
                "Cộng thử: {carried} kỳ trước chuyển sang + {accepted} tiếp nhận = {resolved} đã giải quyết + {ended} từ chối, rút, hết hạn bổ sung + {open} đang giải quyết.",
            en: "Check: {carried} carried over + {accepted} accepted = {resolved} resolved + {ended} refused, withdrawn, lapsed + {open} in process.")
        static let counted = Phrase(
            vi: "Mỗi hồ sơ tính một lần, ở đơn vị giải quyết. Hồ sơ chờ người dân bổ sung không tính là đang quá hạn.",
            en: "Each dossier counts once, at the unit that resolves it. While it waits for the applicant it is not overdue.")
    }
}
