// SPDX-License-Identifier: Apache-2.0

import Catalogue
import CitizenDesk
import Correspondence
import DossierViews
import Identity
import Kernel
import Markup
import Measures
import OfficerDesk
import Organisation
import Web

/// The face of the whole: name, navigation, footer.
enum Portal {
    static func site(_ province: Province) -> Site {
        Site(
            name: Phrase(vi: "Một cửa", en: "One door"), owner: province.name, navigation: navigation, account: accountCorner,
            footer: { context in footer(province, context.language) },
            stylesheets: CatalogueRoutes.stylesheets + [Asset.dossierStyle, Asset.correspondenceStyle, Asset.statisticsStyle],
            otherAssets: CatalogueRoutes.scripts + [.communeSuggestions] + Asset.draftScripts + OfficerRoutes.assets)
    }

    private static func navigation(_ context: WebContext) -> [(Phrase, String)] {
        var links = [(Words.home, "/"), (Words.procedures, "/procedures"), (Words.tracking, "/tracking")]
        if let person = context.person { links.append(person.isOfficer ? (Words.work, "/work") : (Words.mine, "/me")) }
        return links
    }

    private static func footer(_ province: Province, _ language: Language) -> HTML {
        "<p>\(Words.of[language]) \(province.name[language]).</p><p><a href=\"/statistics\">\(Words.statistics[language])</a> · <a href=\"/api/openapi.json\">API</a></p>"
    }

    private enum Words {
        static let home = Phrase(vi: "Trang chủ", en: "Home")
        static let procedures = Phrase(vi: "Thủ tục", en: "Procedures")
        static let tracking = Phrase(vi: "Tra cứu hồ sơ", en: "Track a dossier")
        static let mine = Phrase(vi: "Hồ sơ của tôi", en: "My dossiers")
        static let work = Phrase(vi: "Việc cần làm", en: "Work")
        static let statistics = Phrase(vi: "Số liệu giải quyết hồ sơ", en: "Figures")
        static let of = Phrase(vi: "Hệ thống thông tin giải quyết thủ tục hành chính của", en: "Administrative procedures of")
    }
}
