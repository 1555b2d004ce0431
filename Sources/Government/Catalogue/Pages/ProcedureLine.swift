// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Organisation
import Web

/// One procedure in a list: its name, where it belongs, and whether it can be filed here.
enum ProcedureLine {
    static func view(_ entry: CatalogueEntry, takesFilings: Bool, _ language: Language) -> HTML {
        let levels = entry.levels.map { $0.phrase[language] }.joined(separator: ", ")
        let isForeign = language != .vi && entry.name.en == entry.name.vi
        return """
            <li><a href="\(href: "/procedures/" + encoded(entry.code))"\(attribute: "lang", isForeign ? "vi" : nil)><strong>\(entry.name[language])</strong></a><br>
            <span class="hint">\(entry.code) · \(entry.field[language])\(levels.isEmpty ? "" : " · \(levels)")</span> \(tag(entry, takesFilings, language))</li>

            """
    }

    private static func tag(_ entry: CatalogueEntry, _ takesFilings: Bool, _ language: Language) -> HTML? {
        if entry.canBeFiled { return Component.statusTag(Words.filed(takesFilings)[language], tone: .good) }
        return entry.belongsElsewhere ? Component.statusTag(entry.announcedBy, tone: .paused) : nil
    }

    enum Words {
        /// Where a dossier of it may be handed in.
        static func filed(_ takesFilings: Bool) -> Phrase {
            takesFilings
                ? Phrase(vi: "Nộp được ở đây", en: "Can be filed here") : Phrase(vi: "Nhận tại một cửa", en: "Taken at the one-stop desks")
        }
    }
}
