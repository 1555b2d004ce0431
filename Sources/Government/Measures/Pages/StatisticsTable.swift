// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// The columns of form II.06, a line for each key and one for all of them together.
struct StatisticsTable {
    static let length = 50

    let statistics: Statistics
    let names: FigureNames
    let links: FigureLinks
    /// From 1 on.
    let page: Int

    private var by: StatisticsBy { statistics.question.by }

    /// The busiest first; days as they follow each other.
    private var ordered: [Statistics.Line] {
        guard by != .day else { return statistics.lines }
        return statistics.lines.sorted { left, right in
            let (here, there) = (left.figures.load, right.figures.load)
            return here == there ? left.key < right.key : here > there
        }
    }

    func html(_ language: Language) -> HTML {
        let first = min(max(page - 1, 0) * Self.length, statistics.lines.count)
        let shown = ordered.dropFirst(first).prefix(Self.length)
        let head = ([by.phrase] + Self.columns.map(\.name) + [Words.share]).map { "<th scope=\"col\">\($0[language])</th>" as HTML }
        let lines = shown.map { line($0, language) }
        let caption = Words.caption(language, ["by": by.phrase[language].lowercased()])
        return """
            <div class="table-box" role="region" aria-label="\(caption)" tabindex="0"><table class="statistics">
            <caption>\(caption)</caption><thead><tr>\(head)</tr></thead>
            <tbody>\(lines)</tbody><tfoot><tr><th scope="row">\(Words.total[language])</th>\(cells(statistics.total, nil, language))</tr></tfoot>
            </table></div>
            """
    }

    var hasMore: Bool { page * Self.length < statistics.lines.count }

    private func line(_ line: Statistics.Line, _ language: Language) -> HTML {
        let code: HTML? = by == .unit || by == .procedure ? " <span class=\"hint\">\(line.key)</span>" : nil
        let name = names.name(of: line.key, by)[language]
        return "<tr><th scope=\"row\">\(name)\(code)</th>\(cells(line.figures, line.key, language))</tr>\n"
    }

    private func cells(_ figures: Figures, _ key: String?, _ language: Language) -> HTML {
        let numbers = Self.columns.map { figure -> HTML in
            guard let value = figure.value(in: figures) else { return "<td>–</td>" }
            let link = value > 0 ? links.link(to: figure, key: key) : nil
            return link.map { "<td><a href=\"\(href: $0)\">\(grouped(value))</a></td>" } ?? "<td>\(grouped(value))</td>"
        }
        return "\(numbers)<td class=\"share\">\(figures.onTimeShare.map { Self.share($0, figures, language) } ?? "–")</td>"
    }

    private static func share(_ share: Double, _ figures: Figures, _ language: Language) -> HTML {
        "\(percent(share, language))\(StatisticsChart.bar(figures))"
    }

    private static let columns: [ListedFigure] = [
        .carriedOver, .accepted, .resolvedEarly, .resolvedOnTime, .resolvedLate, .endedWithoutResult, .inProcess, .overdue,
    ]

    private enum Words {
        static let caption = Phrase(vi: "Hồ sơ theo {by}", en: "Dossiers by {by}")
        static let share = Phrase(vi: "Tỷ lệ đúng hạn", en: "On time")
        static let total = Phrase(vi: "Tổng cộng", en: "Total")
    }
}

extension Figures {
    /// How much work there was.
    fileprivate var load: Int { carriedOver + counts[.accepted] }
}
