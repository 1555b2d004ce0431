// SPDX-License-Identifier: Apache-2.0

import Hummingbird
import Kernel
import Logging
import Markup

/// The site around its pages, in one language. What no page changes stands ready as bytes; a page is put between.
final class Shell: Sendable {
    let language: Language
    let fields: PageFields
    private let site: Site
    private let top, head, scripts, masthead, bottom: HTML
    private let visitor: Surroundings

    init(_ site: Site, _ language: Language, _ security: SecurityHeaders) {
        (self.site, self.language) = (site, language)
        fields = PageFields(language, security)
        top = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>
            """
        head = """
             – \(site.name[language])</title>
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            \(Self.links([.stylesheet] + site.stylesheets))
            """
        scripts = Self.modules(site.scripts)
        masthead = """
            </head>
            <body>
            <a class="skip" href="#main">\(Words.skip[language])</a>
            <header class="site-header"><div class="site-inner">
            <a class="site-name" href="/"><strong>\(site.name[language])</strong>\(site.owner.map { "<span>\($0[language])</span>" })</a>
            <div class="site-tools">
            """
        bottom = """
            </div></footer>
            </body>
            </html>
            """
        let somebody = WebContext(detached: Logger(label: "web"))
        somebody.language = language
        visitor = Surroundings(site, somebody, language)
    }

    /// The whole page in pieces, one after the other.
    func pieces(_ page: Page, _ request: Request, _ context: WebContext) -> [HTML] {
        let around = context.principal == nil ? visitor : Surroundings(site, context, language)
        return [
            top, "\(page.title[language])", head, Self.links(page.stylesheets), scripts, Self.modules(page.scripts), masthead,
            around.account, languageSwitch(page, request), "</div>\n</div>", around.navigation(at: request.uri.path),
            "</header>\n<main id=\"main\" class=\"page-\(page.width.rawValue)\" tabindex=\"-1\">\n", trail(page), page.body,
            "\n</main>\n<footer class=\"site-footer\"><div class=\"site-inner\">", around.footer, bottom,
        ]
    }

    private static func links(_ stylesheets: [Asset]) -> HTML {
        stylesheets.isEmpty ? .empty : "\(stylesheets.map { "<link rel=\"stylesheet\" href=\"\($0.link)\">\n" as HTML })"
    }

    private static func modules(_ scripts: [Asset]) -> HTML {
        scripts.isEmpty ? .empty : "\(scripts.map { "<script type=\"module\" src=\"\($0.link)\"></script>\n" as HTML })"
    }

    /// A plain link to the same page in the other language.
    private func languageSwitch(_ page: Page, _ request: Request) -> HTML {
        let other: Language = language == .vi ? .en : .vi
        if request.method != .get, request.method != .head {
            // The path answers a form; a link to it would lead nowhere and lose what was typed.
            guard let form = page.formID else { return .empty }
            return """
                <button type="submit" class="language" form="\(form)" name="\(languageFieldName)" value="\(other.rawValue)" formnovalidate \
                lang="\(other.rawValue)">\(Words.language[other])</button>
                """
        }
        let link = request.uri.path + query(request, with: other)
        return "<a class=\"language\" href=\"\(href: link)\" lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\">\(Words.language[other])</a>"
    }

    /// The query with the other language; taken apart only where it names one already.
    private func query(_ request: Request, with language: Language) -> String {
        guard let query = request.uri.query, !query.isEmpty else { return "?lang=\(language.rawValue)" }
        guard namesLanguage(query) else { return "?\(query)&lang=\(language.rawValue)" }
        return ((try? request.query) ?? QueryItems.empty).link(setting: "lang", to: language.rawValue)
    }

    private func trail(_ page: Page) -> HTML {
        guard !page.trail.isEmpty else { return .empty }
        let items = page.trail.map { "<li><a href=\"\(href: $0.link)\">\($0.label[language])</a></li>" as HTML }
        return "<nav class=\"trail\" aria-label=\"\(Words.trail[language])\"><ol>\(items)</ol></nav>\n"
    }

    private enum Words {
        static let skip = Phrase(vi: "Đến nội dung chính", en: "Skip to the main content")
        static let trail = Phrase(vi: "Vị trí", en: "Where you are")
        static let language = Phrase(vi: "Tiếng Việt", en: "English")
    }
}

/// The shell in every language.
struct Shells: Sendable {
    private let vi, en: Shell

    init(_ site: Site, isSecure: Bool) {
        let security = SecurityHeaders(isSecure: isSecure)
        (vi, en) = (Shell(site, .vi, security), Shell(site, .en, security))
    }

    subscript(_ language: Language) -> Shell {
        language == .vi ? vi : en
    }
}
