// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// What a legal officer sees below a procedure: facts to be confirmed and what is odd in the published data.
enum ReviewSection {
    struct Model: Sendable {
        let toBeConfirmed: [String]
        let flags: [CatalogueFlag]
        let language: Language
    }

    static func view(_ model: Model) -> HTML? {
        guard !model.toBeConfirmed.isEmpty || !model.flags.isEmpty else { return nil }
        let language = model.language
        let open = model.toBeConfirmed.map { "<li>\($0)</li>\n" as HTML }
        let openList: HTML? = open.isEmpty ? nil : "<h3>\(Words.open[language])</h3><ul>\(open)</ul>"
        let flagList: HTML? = model.flags.isEmpty ? nil : flags(model.flags, language)
        return "<section id=\"review\" class=\"no-print\"><h2>\(Words.title[language])</h2>\(openList)\(flagList)</section>"
    }

    private static func flags(_ flags: [CatalogueFlag], _ language: Language) -> HTML {
        let kinds = flags.reduce(into: [CatalogueFlagKind]()) { kinds, flag in
            if !kinds.contains(flag.kind) { kinds.append(flag.kind) }
        }
        let rows = kinds.map { kind -> [HTML] in
            let places = flags.filter { $0.kind == kind }
            let shown = places.prefix(5).map { "<li><code>\($0.place)</code> \($0.found)</li>" as HTML }
            return ["\(kind.phrase[language])", "\(places.count)", "<ul>\(shown)</ul>"]
        }
        return Component.table(
            caption: Words.odd[language], head: [Words.kind[language], Words.count[language], Words.place[language]], rows: rows)
    }

    private enum Words {
        static let title = Phrase(vi: "Dành cho cán bộ pháp chế", en: "For legal officers")
        static let open = Phrase(vi: "Cần xác nhận", en: "To be confirmed")
        static let odd = Phrase(vi: "Điểm cần xem trong dữ liệu công bố", en: "What to look at in the published data")
        static let kind = Phrase(vi: "Điểm cần xem", en: "What")
        static let count = Phrase(vi: "Số chỗ", en: "Places")
        static let place = Phrase(vi: "Ví dụ", en: "Examples")
    }
}
