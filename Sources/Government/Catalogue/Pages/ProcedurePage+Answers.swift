// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// The first screen: what do I get, what do I need, how long, how much, where and how.
extension ProcedurePage {
    static func answers(_ model: Model) -> HTML {
        let (facts, language) = (model.facts, model.language)
        let rows: [(Phrase, HTML?)] = [
            (Questions.get, list(facts.results.map(\.name))),
            (Questions.need, papers(facts, language)),
            (Questions.time, list(limits(facts))),
            (Questions.cost, cost(facts, language)),
            (Questions.place, place(facts, language)),
        ]
        let items = rows.map { question, answer -> (label: String, value: HTML) in
            (question[language], answer ?? "<span class=\"hint\">\(ProcedureFacts.Words.unstated[language])</span>")
        }
        return "<section aria-label=\"\(Questions.title[language])\">\(Component.summaryList(items))</section>"
    }

    /// Nothing for an empty list, bare text for one item.
    static func list(_ items: [String]) -> HTML? {
        let items = items.reduce(into: [String]()) { unique, item in
            if !item.isEmpty, !unique.contains(item) { unique.append(item) }
        }
        if items.isEmpty { return nil }
        if items.count == 1 { return "\(items[0])" }
        return "<ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>"
    }

    /// The papers of the usual case in short; all of them stand below.
    private static func papers(_ facts: ProcedureFacts, _ language: Language) -> HTML? {
        guard let first = facts.cases.first(where: { !$0.papers.isEmpty }) else { return nil }
        let needed = first.papers.filter { !$0.isNote && !$0.isOptional && !$0.name.isEmpty }
        let shown = (needed.isEmpty ? first.papers.filter { !$0.name.isEmpty } : needed).prefix(5)
        let items = shown.map { paper -> HTML in
            "<li>\(shortened(paper.name))\(paper.quantity.isEmpty ? "" : " (\(paper.quantity))")</li>"
        }
        return "<ul>\(items)</ul><p><a href=\"#papers\">\(Questions.allPapers[language])</a></p>"
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(separator: "\n").first.map { $0.drop { "-+* ".contains($0) } } ?? ""
        return line.count <= 160 ? String(line) : line.prefix(159) + "…"
    }

    /// The limits of the cases; where they differ, with the name of the case.
    private static func limits(_ facts: ProcedureFacts) -> [String] {
        let cases = facts.cases.filter { $0.limit != nil }
        let byCase = Set(cases.compactMap(\.limit))
        if byCase.count == 1, let limit = byCase.first { return [limit] }
        if !cases.isEmpty { return cases.map { "\($0.limit ?? ""): \($0.name)" } }
        return facts.ways.map { shortened($0.limit) }
    }

    private static func cost(_ facts: ProcedureFacts, _ language: Language) -> HTML? {
        let fees = facts.cases.flatMap(\.fees)
        if !fees.isEmpty { return list(fees.map { "\($0.amount) (\($0.name))" }) }
        if facts.cases.contains(where: { $0.code != nil && !$0.papers.isEmpty }) { return "\(ProcedureFacts.Words.free[language])" }
        return list(facts.ways.map { shortened($0.fee) })
    }

    private static func place(_ facts: ProcedureFacts, _ language: Language) -> HTML? {
        let channels = facts.ways.map(\.channel).filter { !$0.isEmpty }.reduce(into: [String]()) { unique, channel in
            if !unique.contains(channel) { unique.append(channel) }
        }
        var lines = [facts.agency, channels.joined(separator: ", ")]
        if let level = facts.onlineLevel { lines.append(Questions.online(language, ["level": level.phrase[language]])) }
        if facts.receivesOutsideTerritory { lines.append(Questions.anywhere[language]) }
        if facts.resolvedOnTheSpot { lines.append(Questions.onTheSpot[language]) }
        return list(lines)
    }

    enum Questions {
        static let title = Phrase(vi: "Tóm tắt", en: "In short")
        static let get = Phrase(vi: "Tôi nhận được gì?", en: "What do I get?")
        static let need = Phrase(vi: "Tôi cần những gì?", en: "What do I need?")
        static let time = Phrase(vi: "Mất bao lâu?", en: "How long does it take?")
        static let cost = Phrase(vi: "Hết bao nhiêu tiền?", en: "What does it cost?")
        static let place = Phrase(vi: "Nộp ở đâu, bằng cách nào?", en: "Where and how?")
        static let allPapers = Phrase(vi: "Xem đủ thành phần hồ sơ", en: "See all papers")
        static let online = Phrase(vi: "Dịch vụ công trực tuyến: {level}", en: "Online service: {level}")
        static let anywhere = Phrase(
            vi: "Nộp được tại bất kỳ bộ phận một cửa nào trong tỉnh", en: "Can be filed at any one-stop desk of the province")
        static let onTheSpot = Phrase(vi: "Giải quyết tại chỗ trong lúc chờ", en: "Done while you wait")
    }
}
