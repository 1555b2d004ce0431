// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup

/// Pictures of figures that stand in words beside them.
enum StatisticsChart {
    /// What was resolved, as parts of one bar: early, on the day, late. Only repeats the numbers of its line.
    static func bar(_ figures: Figures) -> HTML {
        let total = Double(max(figures.resolved, 1))
        var left = 0.0
        let parts = [("early", Measure.resolvedEarly), ("on-time", .resolvedOnTime), ("late", .resolvedLate)].map { name, measure -> HTML in
            let width = Double(figures[measure]) / total * 100
            defer { left += width }
            return width > 0 ? "<rect class=\"\(name)\" x=\"\(short(left))\" width=\"\(short(width))\" height=\"8\"/>" : .empty
        }
        return "<svg class=\"parts\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">\(parts)</svg>"
    }

    /// A column for each day: what was resolved, the late part on top, and a mark at what was accepted.
    static func days(_ statistics: Statistics, _ language: Language) -> HTML? {
        guard statistics.question.by == .day, statistics.lines.count > 1 else { return nil }
        let from = statistics.question.from.dayNumber
        let days = statistics.question.to.dayNumber - from + 1
        let highest = max(1, statistics.lines.map { max($0.figures.resolved, $0.figures[.accepted]) }.max() ?? 1)
        let columns = statistics.lines.compactMap { line -> HTML? in
            LocalDate(iso: line.key).map { column(line.figures, at: $0.dayNumber - from, highest: highest) }
        }
        let words = Words.picture(language, ["highest": grouped(highest)])
        return """
            <figure class="days"><figcaption>\(words)</figcaption>
            <svg viewBox="0 0 \(days * 10) \(Int(height))" preserveAspectRatio="none" role="img" aria-label="\(words)">\(columns)</svg>
            <p class="ends"><span>\(statistics.question.from.vietnamese)</span><span>\(statistics.question.to.vietnamese)</span></p></figure>
            """
    }

    private static let height = 100.0

    private static func column(_ figures: Figures, at place: Int, highest: Int) -> HTML {
        func length(_ value: Int) -> Double { Double(value) / Double(highest) * height }
        let (late, resolved) = (length(figures[.resolvedLate]), length(figures.resolved))
        let accepted = length(figures[.accepted])
        let x = place * 10 + 1
        return """
            <rect class="on-time" x="\(x)" y="\(short(height - resolved + late))" width="8" height="\(short(resolved - late))"/>\
            <rect class="late" x="\(x)" y="\(short(height - resolved))" width="8" height="\(short(late))"/>\
            <rect class="accepted" x="\(x - 1)" y="\(short(min(height - accepted, height - 2)))" width="10" height="2"/>
            """
    }

    /// With one digit behind the point, which is finer than a screen.
    private static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
    }

    private enum Words {
        static let picture = Phrase(
            vi: "Mỗi cột là một ngày: hồ sơ đã giải quyết, phần quá hạn ở trên; vạch ngang là hồ sơ tiếp nhận. Cột cao nhất: {highest}.",
            en: "A column for each day: resolved dossiers, the late part on top; the mark is what was accepted. The highest: {highest}.")
    }
}
