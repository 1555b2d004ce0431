// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup

/// The turns of life as cards; nothing where the province names none.
enum LifeEventCards {
    static func view(_ events: [LifeEvent], _ language: Language) -> HTML? {
        guard !events.isEmpty else { return nil }
        return """
            <section aria-labelledby="events"><h2 id="events">\(Words.events[language])</h2>
            <ul class="cards events">\(events.map { card($0, language) })</ul></section>
            """
    }

    private static func card(_ event: LifeEvent, _ language: Language) -> HTML {
        """
        <li class="card">\(event.icon.drawing)<h3><a href="\(href: "/life/" + encoded(event.id))">\(event.title[language])</a></h3>
        <p class="hint">\(event.examples[language])</p></li>

        """
    }

    private enum Words {
        static let events = Phrase(vi: "Chọn theo tình huống của bạn", en: "Choose by what is happening in your life")
    }
}
