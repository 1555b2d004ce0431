// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// What belongs to one turn of life, in the order in which people do it.
enum LifeEventPage {
    struct Model: Sendable {
        let event: LifeEvent
        /// Each step with those of its procedures that the catalogue has.
        let steps: [(title: Phrase, entries: [CatalogueEntry])]
        let takesFilings: Bool
        let language: Language
    }

    static func page(_ model: Model) -> Page {
        Page(title: model.event.title, body: view(model), trail: [(Words.procedures, "/procedures")])
    }

    static func view(_ model: Model) -> HTML {
        let (event, language) = (model.event, model.language)
        let steps = model.steps.map { step -> HTML in
            """
            <section><h2>\(step.title[language])</h2>
            <ul class="results">\(step.entries.map { ProcedureLine.view($0, takesFilings: model.takesFilings, language) })</ul></section>

            """
        }
        return """
            <h1 class="event-title">\(event.icon.drawing) \(event.title[language])</h1>
            <p class="lead">\(event.examples[language])</p>
            \(steps)
            <p>\(Words.other[language]) <a href="/procedures">\(Words.search[language])</a></p>
            """
    }

    private enum Words {
        static let procedures = Phrase(vi: "Thủ tục hành chính", en: "Procedures")
        static let other = Phrase(vi: "Chưa thấy việc bạn cần?", en: "Not what you need?")
        static let search = Phrase(vi: "Tìm trong tất cả thủ tục", en: "Search all procedures")
    }
}

extension LifeEventPage.Model {
    /// The event as this catalogue can show it; steps of which it has nothing fall away.
    init(_ event: LifeEvent, in snapshot: CatalogueSnapshot, takesFilings: Bool, _ language: Language) {
        let steps = event.steps.map { (title: $0.title, entries: $0.procedures.compactMap(snapshot.entry)) }.filter { !$0.entries.isEmpty }
        self.init(event: event, steps: steps, takesFilings: takesFilings, language: language)
    }
}
