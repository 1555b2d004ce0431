// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Organisation
import Web

/// The list of procedures: search, two filters, results best first.
enum ProcedureListPage {
    struct Model: Sendable {
        let question: CatalogueQuestion
        let answer: CatalogueAnswer
        let fields: [(field: Phrase, count: Int)]
        let events: [LifeEvent]
        let takesFilings: Bool
        let language: Language
    }

    static func page(_ model: Model) -> Page {
        Page(title: Words.title, body: view(model), scripts: [Asset.catalogueSearch])
    }

    static func view(_ model: Model) -> HTML {
        """
        <h1>\(Words.title[model.language])</h1>
        \(form(model))
        \(results(model))
        """
    }

    private static func form(_ model: Model) -> HTML {
        let (question, language) = (model.question, model.language)
        let fields = model.fields.map { item -> HTML in
            let name = item.field[language]
            return "<option value=\"\(name)\"\(flag: "selected", isChosen(item.field, question.field))>\(name) (\(item.count))</option>\n"
        }
        let levels = [GovernmentLevel.commune, .province, .ministry, .otherAgency].map { level -> HTML in
            "<option value=\"\(level.rawValue)\"\(flag: "selected", question.level == level)>\(level.phrase[language])</option>\n"
        }
        return """
            <form action="/procedures" method="get" role="search">
            \(SearchBox.view(words: question.words, language))
            <details class="disclosure"\(flag: "open", question.field != nil || question.level != nil)><summary>\(Words.narrow[language])</summary>
            <p class="field"><label for="field">\(Words.field[language])</label>
            <select id="field" name="field"><option value="">\(Words.anyField[language])</option>\(fields)</select></p>
            <p class="field"><label for="level">\(Words.level[language])</label>
            <select id="level" name="level"><option value="">\(Words.anyLevel[language])</option>\(levels)</select></p>
            \(Component.button(Words.apply[language], kind: .secondary))
            </details>
            </form>
            """
    }

    private static func isChosen(_ field: Phrase, _ chosen: String?) -> Bool {
        guard let chosen else { return false }
        return folded(field.vi) == folded(chosen) || folded(field.en) == folded(chosen)
    }

    private static func results(_ model: Model) -> HTML {
        let (answer, language) = (model.answer, model.language)
        guard answer.total > 0 else { return nothing(model) }
        let items = answer.hits.map { ProcedureLine.view($0.entry, takesFilings: model.takesFilings, language) }
        return """
            <p class="hint" role="status">\(Words.found(language, ["n": grouped(answer.total)]))</p>
            <ul class="results">\(items)</ul>
            \(Component.pager(next: answer.next.map { next(model.question, after: $0) }, language))
            """
    }

    /// Nothing found is a beginning: other words, the turns of life, somebody to ask.
    private static func nothing(_ model: Model) -> HTML {
        let language = model.language
        let advice = [Words.otherWords, Words.fewerWords, Words.askSomebody].map { "<li>\($0[language])</li>" as HTML }
        return """
            <div class="empty"><p role="status"><strong>\(Words.nothing[language])</strong></p><ul class="advice">\(advice)</ul>
            \(Component.linkButton(Words.all[language], to: "/procedures", kind: .secondary))</div>
            \(LifeEventCards.view(model.events, language))
            """
    }

    private static func next(_ question: CatalogueQuestion, after: String) -> String {
        var parts = ["after=\(encoded(after))"]
        if let level = question.level { parts.insert("level=\(level.rawValue)", at: 0) }
        if let field = question.field { parts.insert("field=\(encoded(field))", at: 0) }
        if !question.words.isEmpty { parts.insert("q=\(encoded(question.words))", at: 0) }
        return "/procedures?" + parts.joined(separator: "&")
    }

    private enum Words {
        static let title = Phrase(vi: "Thủ tục hành chính", en: "Procedures")
        static let narrow = Phrase(vi: "Lọc theo lĩnh vực và cấp thực hiện", en: "Narrow by field and level")
        static let field = Phrase(vi: "Lĩnh vực", en: "Field")
        static let level = Phrase(vi: "Cấp thực hiện", en: "Level")
        static let anyField = Phrase(vi: "Mọi lĩnh vực", en: "Any field")
        static let anyLevel = Phrase(vi: "Mọi cấp", en: "Any level")
        static let apply = Phrase(vi: "Lọc", en: "Apply")
        static let found = Phrase(vi: "{n} thủ tục", en: "{n} procedures")
        static let nothing = Phrase(vi: "Không tìm thấy thủ tục nào", en: "No procedure was found")
        static let otherWords = Phrase(
            vi: "Nói bằng lời thường ngày, ví dụ “khai sinh”, “sổ đỏ”, “mở quán”.",
            en: "Try everyday words, such as “khai sinh”, “sổ đỏ”, “building permit”.")
        static let fewerWords = Phrase(
            vi: "Bớt từ, hoặc bỏ bộ lọc lĩnh vực và cấp thực hiện.", en: "Use fewer words, or take the field and level filters away.")
        static let askSomebody = Phrase(
            vi: "Hoặc hỏi bộ phận một cửa của xã, phường nơi gần bạn nhất: cán bộ sẽ tìm giúp, không cần biết tên thủ tục.",
            en: "Or ask the one-stop desk of the nearest commune or ward: they find it for you, even without its name.")
        static let all = Phrase(vi: "Xem tất cả thủ tục", en: "See all procedures")
    }
}
