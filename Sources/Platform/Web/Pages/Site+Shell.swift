// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Kernel
import Markup

extension Site {
    func shell(_ page: Page, _ request: Request, _ context: WebContext, _ language: Language) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(page.title[language]) – \(name[language])</title>
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        \(([Asset.stylesheet] + stylesheets + page.stylesheets).map { "<link rel=\"stylesheet\" href=\"\($0.link)\">\n" })\
        \((scripts + page.scripts).map { "<script type=\"module\" src=\"\($0.link)\"></script>\n" })\
        </head>
        <body>
        <a class="skip" href="#main">\(Words.skip[language])</a>
        \(header(page, request, context, language))
        <main id="main" class="page-\(page.width.rawValue)" tabindex="-1">
        \(trail(page, language))\(page.body)
        </main>
        <footer class="site-footer"><div class="site-inner">\(footer(context))</div></footer>
        </body>
        </html>
        """
    }

    private func header(_ page: Page, _ request: Request, _ context: WebContext, _ language: Language) -> HTML {
        """
        <header class="site-header"><div class="site-inner">
        <a class="site-name" href="/"><strong>\(name[language])</strong>\(owner.map { "<span>\($0[language])</span>" })</a>
        <div class="site-tools">\(account(context))\(languageSwitch(page, request, language))</div>
        </div>\(navigation(request, context, language))</header>
        """
    }

    private func navigation(_ request: Request, _ context: WebContext, _ language: Language) -> HTML? {
        let links = navigation(context)
        guard !links.isEmpty else { return nil }
        let path = request.uri.path
        let items = links.map { label, link -> HTML in
            let isHere = link == path || (link != "/" && isUnder(link, path))
            return "<li><a href=\"\(href: link)\"\(attribute: "aria-current", isHere ? "true" : nil)>\(label[language])</a></li>"
        }
        return "<nav class=\"site-navigation\" aria-label=\"\(Words.navigation[language])\"><ul class=\"site-inner\">\(items)</ul></nav>"
    }

    /// A plain link to the same page in the other language.
    private func languageSwitch(_ page: Page, _ request: Request, _ language: Language) -> HTML {
        let other: Language = language == .vi ? .en : .vi
        if request.method != .get, request.method != .head {
            // The path answers a form; a link to it would lead nowhere and lose what was typed.
            guard let form = page.formID else { return .empty }
            return """
                <button type="submit" class="language" form="\(form)" name="\(languageFieldName)" value="\(other.rawValue)" formnovalidate \
                lang="\(other.rawValue)">\(Words.language[other])</button>
                """
        }
        let link = request.uri.path + self.query(request, with: other)
        return "<a class=\"language\" href=\"\(href: link)\" lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\">\(Words.language[other])</a>"
    }

    /// The query with the other language; taken apart only where it names one already.
    private func query(_ request: Request, with language: Language) -> String {
        guard let query = request.uri.query, !query.isEmpty else { return "?lang=\(language.rawValue)" }
        guard namesLanguage(query) else { return "?\(query)&lang=\(language.rawValue)" }
        return ((try? request.query) ?? QueryItems.empty).link(setting: "lang", to: language.rawValue)
    }

    private func trail(_ page: Page, _ language: Language) -> HTML? {
        guard !page.trail.isEmpty else { return nil }
        let items = page.trail.map { "<li><a href=\"\(href: $0.link)\">\($0.label[language])</a></li>" as HTML }
        return "<nav class=\"trail\" aria-label=\"\(Words.trail[language])\"><ol>\(items)</ol></nav>\n"
    }

    private enum Words {
        static let skip = Phrase(vi: "Đến nội dung chính", en: "Skip to the main content")
        static let navigation = Phrase(vi: "Mục chính", en: "Main")
        static let trail = Phrase(vi: "Vị trí", en: "Where you are")
        static let language = Phrase(vi: "Tiếng Việt", en: "English")
    }
}
