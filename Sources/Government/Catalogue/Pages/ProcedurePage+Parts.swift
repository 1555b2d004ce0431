// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// Every part of NĐ 63/2010 Đ8, in the order of the decree.
extension ProcedurePage {
    static func parts(_ model: Model) -> HTML {
        let (facts, language) = (model.facts, model.language)
        let sections: [HTML?] = [
            section("steps", Parts.steps, steps(facts), language),
            section("ways", Parts.ways, ways(facts, language), language),
            section("papers", Parts.papers, cases(facts, language), language),
            section("fees", Parts.fees, fees(facts), language),
            section("subjects", Parts.subjects, list(facts.subjects), language),
            section("agency", Parts.agency, list([facts.agency]), language),
            section("results", Parts.results, results(facts), language),
            section("conditions", Parts.conditions, facts.conditions.map { paragraphs($0) }, language),
            section("legal", Parts.legal, legal(facts), language),
        ]
        return "\(sections.compactMap(\.self))\(closing(model))"
    }

    private static func section(_ id: String, _ title: Phrase, _ content: HTML?, _ language: Language) -> HTML? {
        guard let content, !content.isEmpty else { return nil }
        return "<section id=\"\(id)\"><h2>\(title[language])</h2>\(content)</section>\n"
    }

    /// Published texts keep their line ends.
    static func paragraphs(_ text: String) -> HTML {
        "\(text.split(separator: "\n").map { "<p>\(String($0))</p>\n" as HTML })"
    }

    private static func steps(_ facts: ProcedureFacts) -> HTML? {
        guard !facts.steps.isEmpty else { return nil }
        if facts.steps.count == 1 { return step(facts.steps[0]) }
        return "<ol>\(facts.steps.map { "<li>\(step($0))</li>\n" as HTML })</ol>"
    }

    private static func step(_ step: ProcedureFacts.Step) -> HTML {
        let title: HTML? = step.name.isEmpty ? nil : "<h3>\(step.name)</h3>"
        return "\(title)\(paragraphs(step.text))"
    }

    private static func ways(_ facts: ProcedureFacts, _ language: Language) -> HTML? {
        let rows = facts.ways.map { way -> [HTML] in
            ["\(way.channel)", paragraphs(way.limit), paragraphs(way.fee), paragraphs(way.note)]
        }
        guard !rows.isEmpty else { return nil }
        let head = [Parts.channel, Parts.limit, Parts.fee, Parts.note]
        let used = head.indices.filter { column in rows.contains { !$0[column].isEmpty } }
        return Component.table(
            caption: Parts.ways[language], head: used.map { head[$0][language] }, rows: rows.map { row in used.map { row[$0] } })
    }

    private static func cases(_ facts: ProcedureFacts, _ language: Language) -> HTML? {
        let shown = facts.cases.filter { !$0.papers.isEmpty || $0.limit != nil }
        guard !shown.isEmpty else { return nil }
        let many = shown.count > 1
        let sets: HTML? = facts.numberOfSets.map { "<p>\(Parts.sets(language, ["n": "\($0)"]))</p>" }
        return "\(sets)\(shown.map { block($0, isNamed: many || $0.code == nil, language) })"
    }

    private static func block(_ item: ProcedureFacts.Case, isNamed: Bool, _ language: Language) -> HTML {
        let title: HTML? = isNamed && !item.name.isEmpty ? "<h3>\(item.name)</h3>\n" : nil
        let limit: HTML? = item.limit.map { "<p>\(Parts.limit[language]): <strong>\($0)</strong></p>\n" }
        let papers = item.papers.filter { !$0.isNote && !$0.name.isEmpty }.map { paper($0, language) }
        let notes = item.papers.filter { $0.isNote && !$0.name.isEmpty }.map { paragraphs($0.name) }
        let paperList: HTML? = papers.isEmpty ? nil : "<ul>\(papers)</ul>\n"
        let noteBox: HTML? =
            notes.isEmpty ? nil : "<details class=\"disclosure\"><summary>\(Parts.notes[language])</summary>\(notes)</details>\n"
        return "\(title)\(limit)\(paperList)\(noteBox)"
    }

    private static func paper(_ paper: ProcedureFacts.Paper, _ language: Language) -> HTML {
        let name = paper.name.drop { "-+* ".contains($0) }
        let optional: HTML? = paper.isOptional ? " <span class=\"optional\">(\(Parts.optional[language]))</span>" : nil
        let quantity: HTML? = paper.quantity.isEmpty ? nil : " <span class=\"optional\">– \(paper.quantity)</span>"
        let note: HTML? = paper.note.map { "<br><span class=\"hint\">\($0)</span>" }
        return "<li>\(name)\(quantity)\(optional)\(note)</li>\n"
    }

    private static func fees(_ facts: ProcedureFacts) -> HTML? {
        let fees = facts.cases.flatMap(\.fees).reduce(into: [ProcedureFacts.Fee]()) { unique, fee in
            if !unique.contains(fee) { unique.append(fee) }
        }
        guard !fees.isEmpty else { return nil }
        return Component.summaryList(
            fees.map { fee in
                (fee.name, "\(fee.amount)\(fee.note.map { "<br><span class=\"hint\">\($0)</span>" as HTML })")
            })
    }

    private static func results(_ facts: ProcedureFacts) -> HTML? {
        let rows = facts.results.filter { !$0.name.isEmpty }.map { result -> HTML in
            "<li>\(result.name)\(result.code.map { " <code>\($0)</code>" as HTML })</li>\n"
        }
        return rows.isEmpty ? nil : "<ul>\(rows)</ul>"
    }

    private static func legal(_ facts: ProcedureFacts) -> HTML? {
        let rows = facts.legalBases.map { "<li>\($0.code.map { "<strong>\($0)</strong> " as HTML })\($0.name)</li>\n" as HTML }
        return rows.isEmpty ? nil : "<ul>\(rows)</ul>"
    }

    private static func closing(_ model: Model) -> HTML {
        let language = model.language
        let decision: HTML? = model.facts.decision.map { "<p>\(Parts.decision[language]): \($0)</p>" }
        let source: HTML? = model.source.map { "<p><a href=\"\($0)\" rel=\"external\">\(Words.onNationalPortal[language])</a></p>" }
        let code: HTML? = model.qrCode.map { "<figure>\($0)<figcaption class=\"hint\">\(Parts.scan[language])</figcaption></figure>" }
        return "<footer>\(decision)\(source)\(code)</footer>"
    }

    enum Parts {
        static let steps = Phrase(vi: "Trình tự thực hiện", en: "Steps")
        static let ways = Phrase(vi: "Cách thức thực hiện", en: "Ways of filing")
        static let papers = Phrase(vi: "Thành phần, số lượng hồ sơ và thời hạn", en: "Papers, number of sets and time limit")
        static let fees = Phrase(vi: "Phí, lệ phí", en: "Fees")
        static let subjects = Phrase(vi: "Đối tượng thực hiện", en: "Who may apply")
        static let agency = Phrase(vi: "Cơ quan thực hiện", en: "Who resolves it")
        static let results = Phrase(vi: "Kết quả thực hiện", en: "Result")
        static let conditions = Phrase(vi: "Yêu cầu, điều kiện", en: "Conditions")
        static let legal = Phrase(vi: "Căn cứ pháp lý", en: "Legal basis")
        static let channel = Phrase(vi: "Cách thức", en: "Way")
        static let limit = Phrase(vi: "Thời hạn giải quyết", en: "Time limit")
        static let fee = Phrase(vi: "Phí, lệ phí", en: "Fees")
        static let note = Phrase(vi: "Mô tả", en: "Description")
        static let sets = Phrase(vi: "Số lượng hồ sơ: {n} bộ", en: "Number of sets: {n}")
        static let notes = Phrase(vi: "Lưu ý về thành phần hồ sơ", en: "Notes on the papers")
        static let optional = Phrase(vi: "nếu có", en: "if applicable")
        static let decision = Phrase(vi: "Quyết định công bố", en: "Announced by decision")
        static let scan = Phrase(vi: "Quét để mở trang này", en: "Scan to open this page")
    }
}
