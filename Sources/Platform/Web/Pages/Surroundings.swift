// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup

/// What stands around a page for whoever looks: the corner of the account, the main links, the footer.
struct Surroundings: Sendable {
    let account: HTML
    let footer: HTML
    private let navigationStart: HTML
    private let links: [Link]

    init(_ site: Site, _ context: WebContext, _ language: Language) {
        account = site.account(context)
        footer = site.footer(context)
        navigationStart = "<nav class=\"site-navigation\" aria-label=\"\(Words.navigation[language])\"><ul class=\"site-inner\">"
        links = site.navigation(context).map { label, link in
            Link(path: link, start: "<li><a href=\"\(href: link)\"", end: ">\(label[language])</a></li>")
        }
    }

    /// The main links, those that lead to where one is marked; nothing where there are none.
    func navigation(at path: String) -> HTML {
        guard !links.isEmpty else { return .empty }
        var html = navigationStart
        for link in links {
            html += link.start
            if link.leads(to: path) { html += " aria-current=\"true\"" }
            html += link.end
        }
        html += "</ul></nav>"
        return html
    }

    private struct Link: Sendable {
        let path: String
        let start, end: HTML

        func leads(to path: String) -> Bool {
            self.path == path || (self.path != "/" && isUnder(self.path, path))
        }
    }

    private enum Words {
        static let navigation = Phrase(vi: "Mục chính", en: "Main")
    }
}
