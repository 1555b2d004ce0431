// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Markup

/// The pieces pages are built of. Texts come already in the reader's language.
package enum Component {
    package enum ButtonKind: String, Sendable {
        case primary, secondary, danger
    }

    /// A button that sends its form; `name` and `value` tell several apart.
    package static func button(_ label: String, kind: ButtonKind = .primary, name: String? = nil, value: String? = nil) -> HTML {
        "<button type=\"submit\" class=\"button \(kind.rawValue)\"\(attribute: "name", name)\(attribute: "value", value)>\(label)</button>"
    }

    /// A link that looks like a button: the way on, without sending anything.
    package static func linkButton(_ label: String, to link: String, kind: ButtonKind = .primary) -> HTML {
        "<a class=\"button \(kind.rawValue)\" href=\"\(href: link)\">\(label)</a>"
    }

    /// Labels and what they say, as `dl`.
    package static func summaryList(_ rows: [(label: String, value: HTML)]) -> HTML {
        "<dl class=\"summary\">\(rows.map { "<div><dt>\($0.label)</dt><dd>\($0.value)</dd></div>\n" })</dl>"
    }

    package enum Tone: String, Sendable, CaseIterable {
        case neutral, action, good, soon, late, paused
    }

    /// A state in words; the colour only repeats them.
    package static func statusTag(_ text: String, tone: Tone = .neutral) -> HTML {
        "<span class=\"tag \(tone.rawValue)\">\(text)</span>"
    }

    package enum NoticeKind: String, Sendable {
        case information, success, warning, failure
    }

    /// A boxed message. Failures are announced at once.
    package static func notice(_ text: String, kind: NoticeKind = .information) -> HTML {
        notice(content: "<p>\(text)</p>", kind: kind)
    }

    /// The same around more than a sentence. The label keeps a literal with tags from being taken for a text.
    package static func notice(content: HTML, kind: NoticeKind = .information) -> HTML {
        "<div class=\"notice \(kind.rawValue)\" role=\"\(kind == .failure ? "alert" : "status")\">\(content)</div>"
    }

    /// Nothing here, and what to do about it.
    package static func emptyState(_ title: String, advice: String, action: HTML? = nil) -> HTML {
        "<div class=\"empty\"><p><strong>\(title)</strong></p><p>\(advice)</p>\(action)</div>"
    }

    /// The way to the next page of a list that goes by keys; nothing on the last.
    package static func pager(next link: String?, _ language: Language) -> HTML {
        guard let link else { return .empty }
        return """
            <nav class="pager" aria-label="\(Words.pages[language])">\
            <a class="button secondary" rel="next" href="\(href: link)">\(Words.next[language])</a></nav>
            """
    }

    /// A table that scrolls inside its own box on narrow screens.
    ///
    /// - Parameter isStacked: on a phone each row stands by itself, its cells below each other with their headings; for lists, not for
    ///   tables whose columns are compared.
    package static func table(caption: String, head: [String], rows: [[HTML]], isStacked: Bool = false) -> HTML {
        let cells = head.map { "<th scope=\"col\">\($0)</th>" as HTML }
        let lines = rows.map { row -> HTML in
            let cells = isStacked ? zip(head, row).map { "<td data-label=\"\($0)\">\($1)</td>" as HTML } : row.map { "<td>\($0)</td>" }
            return "<tr>\(cells)</tr>\n"
        }
        return """
            <div class="table-box" role="region" aria-label="\(caption)" tabindex="0"><table\(isStacked ? " class=\"stacked\"" : "" as HTML)>
            <caption>\(caption)</caption><thead><tr>\(cells)</tr></thead>
            <tbody>\(lines)</tbody></table></div>
            """
    }

    package struct TimelineEntry: Sendable {
        package enum State: String, Sendable {
            case done, now, next
        }

        package let state: State
        package let title: String
        package let detail: HTML

        package init(_ state: State, title: String, detail: HTML) {
            (self.state, self.title, self.detail) = (state, title, detail)
        }
    }

    /// What happened, what happens, what comes, as `ol`.
    package static func timeline(_ entries: [TimelineEntry]) -> HTML {
        "<ol class=\"timeline\">\(entries)</ol>"
    }

    package enum Banner: String, Sendable {
        case notFiled = "state-not-filed"
        case filed = "state-filed"
        case accepted = "state-accepted"
    }

    /// The full-width state at the top of a page.
    package static func banner(_ banner: Banner, title: String, detail: HTML = .empty) -> HTML {
        "<div class=\"state \(banner.rawValue)\" role=\"status\"><p><strong>\(title)</strong></p>\(detail)</div>"
    }

    private enum Words {
        static let pages = Phrase(vi: "Trang", en: "Pages")
        static let next = Phrase(vi: "Xem tiếp", en: "Show more")
    }
}

extension HTML.Interpolation {
    /// Writes the entries side by side into what is being written, without a piece of its own for each.
    fileprivate mutating func appendInterpolation(_ entries: [Component.TimelineEntry]) {
        for entry in entries {
            appendLiteral("<li class=\"")
            appendInterpolation(entry.state.rawValue)
            appendLiteral("\"")
            appendInterpolation(attribute: "aria-current", entry.state == .now ? "step" : nil)
            appendLiteral("><strong>")
            appendInterpolation(entry.title)
            appendLiteral("</strong>")
            appendInterpolation(entry.detail)
            appendLiteral("</li>\n")
        }
    }
}
