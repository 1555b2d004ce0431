// SPDX-License-Identifier: Apache-2.0

package import Kernel
import Markup
import Web

/// The front door: one search box, eight turns of life, and the way to a dossier one has already filed.
enum HomePage {
    struct Model: Sendable {
        let province: Phrase
        /// What the province promised and kept; each figure opens what is behind it. None before there are any.
        let figures: [HomeFigure]
        let events: [LifeEvent]
        /// Whether dossiers are filed here, or on the National Public Service Portal.
        let takesFilings: Bool
        let language: Language
    }

    static func page(_ model: Model) -> Page {
        Page(title: Words.title, body: view(model), scripts: [Asset.catalogueSearch])
    }

    static func view(_ model: Model) -> HTML {
        let language = model.language
        return """
            <h1>\(Words.heading(language, ["province": model.province[language]]))</h1>
            <form action="/procedures" method="get" role="search">\(SearchBox.view(words: "", language))</form>
            \(model.takesFilings ? nil : Component.notice(content: NationalPortal.sentence(language)))
            \(LifeEventCards.view(model.events, language))
            <p><a href="/procedures">\(Words.all[language])</a></p>
            \(tracking(language))
            \(figures(model))
            """
    }

    private static func tracking(_ language: Language) -> HTML {
        """
        <section aria-labelledby="tracking"><h2 id="tracking">\(Words.tracking[language])</h2>
        <form action="/tracking" method="get"><div class="field"><label for="code">\(Words.code[language])</label>
        <p class="hint" id="code-hint">\(Words.codeHint[language])</p>
        <div class="search"><input type="text" id="code" name="code" maxlength="64" autocomplete="off" autocapitalize="characters" \
        spellcheck="false" aria-describedby="code-hint" required>\(Component.button(Words.track[language], kind: .secondary))</div></div></form></section>
        """
    }

    private static func figures(_ model: Model) -> HTML? {
        guard !model.figures.isEmpty else { return nil }
        let language = model.language
        let tiles = model.figures.map { figure -> HTML in
            "<li><a href=\"\(href: figure.link)\"><strong>\(figure.value[language])</strong> \(figure.label[language])</a></li>\n"
        }
        return "<section aria-labelledby=\"figures\"><h2 id=\"figures\">\(Words.kept[language])</h2><ul class=\"figures\">\(tiles)</ul></section>"
    }

    private enum Words {
        static let title = Phrase(vi: "Trang chủ", en: "Home")
        static let heading = Phrase(vi: "Dịch vụ công {province}", en: "Public services of {province}")
        static let tracking = Phrase(vi: "Tra cứu hồ sơ", en: "Follow a dossier")
        static let code = Phrase(vi: "Mã hồ sơ", en: "Dossier code")
        static let codeHint = Phrase(
            vi: "Ghi trên giấy tiếp nhận và hẹn trả kết quả, hoặc trong thông báo đã gửi cho bạn.",
            en: "It stands on your reception receipt and in the messages sent to you.")
        static let track = Phrase(vi: "Tra cứu", en: "Look up")
        static let kept = Phrase(vi: "Tháng này", en: "This month")
        static let all = Phrase(vi: "Xem tất cả thủ tục hành chính", en: "See all procedures")
    }
}

/// One figure of the front page that opens what is behind it.
package struct HomeFigure: Hashable, Sendable {
    package let value: Phrase
    package let label: Phrase
    package let link: String

    package init(value: Phrase, label: Phrase, link: String) {
        (self.value, self.label, self.link) = (value, label, link)
    }
}
