// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Web

/// The living page of components: what is changed in one of them is seen here first.
struct StyleguidePage {
    let language: Language

    func page(_ context: WebContext) -> Page {
        let groups: [(id: String, title: Phrase, content: HTML)] = [
            ("colours", Words.colours, colours), ("type", Words.type, type), ("buttons", Words.buttons, buttons), ("states", Words.states, states),
            ("tags", Words.tags, tags), ("notices", Words.notices, notices), ("fields", Words.fields, FieldSamples(language: language).html),
            ("errors", Words.errors, FieldSamples(language: language).withErrors), ("lists", Words.lists, lists), ("tables", Words.tables, tables),
            ("timeline", Words.timeline, timeline), ("more", Words.more, more),
        ]
        let contents = groups.map { "<li><a href=\"\(href: "#" + $0.id)\">\($0.title[language])</a></li>" as HTML }
        let sections = groups.map { group -> HTML in
            "<section aria-labelledby=\"\(group.id)\"><h2 id=\"\(group.id)\">\(group.title[language])</h2>\(group.content)</section>\n"
        }
        let body: HTML = """
            <h1>\(Words.title[language])</h1><p class="lead">\(Words.intro[language])</p>
            <nav aria-label="\(Words.contents[language])"><ul class="filters">\(contents)</ul></nav>
            \(sections)
            """
        return Page(title: Words.title, body: body)
    }

    // MARK: Foundations

    private var colours: HTML {
        let pairs: [(Component.Tone, Phrase)] = [
            (.neutral, Words.neutral), (.action, Words.action), (.good, Words.good), (.soon, Words.soon), (.late, Words.late),
            (.paused, Words.paused),
        ]
        let items = pairs.map { tone, name -> HTML in "<li>\(Component.statusTag(name[language], tone: tone))</li>" }
        return "<p>\(Words.coloursNote[language])</p><ul class=\"filters\">\(items)</ul>"
    }

    private var type: HTML {
        """
        <p class="lead">\(Words.lead[language])</p><p>\(Words.paragraph[language]) <a href="#type">\(Words.link[language])</a>. <code>H55.238-261121-0001</code></p>
        <h3>\(Words.heading[language])</h3><p class="hint">\(Words.hint[language])</p><hr>
        """
    }

    private var buttons: HTML {
        """
        <form method="get" action="/styleguide">
        \(Component.button(Words.file[language]))\(Component.button(Words.save[language], kind: .secondary))\
        \(Component.button(Words.withdraw[language], kind: .danger))<button type="button" class="button primary" disabled>\(Words.disabled[language])</button>
        \(Component.linkButton(Words.goOn[language], to: "#buttons"))\(Component.linkButton(Words.back[language], to: "#buttons", kind: .secondary))
        </form>
        """
    }

    // MARK: Telling

    private var states: HTML {
        """
        \(Component.banner(.notFiled, title: Words.notFiled[language], detail: "<p>\(Words.notFiledDetail[language])</p>"))
        \(Component.banner(.filed, title: Words.filed[language], detail: "<p>DK-H55.238-261121-0001</p>"))
        \(Component.banner(.accepted, title: Words.accepted[language], detail: "<p>H55.238-261121-0001</p>"))
        """
    }

    private var tags: HTML {
        let tones: [(Component.Tone, Phrase)] = [
            (.neutral, Words.newlyFiled), (.action, Words.inProgress), (.good, Words.returned), (.soon, Words.oneDayLeft), (.late, Words.overdue),
            (.paused, Words.stopped),
        ]
        return "<p>\(tones.map { Component.statusTag($1[language], tone: $0) + " " })</p>"
    }

    private var notices: HTML {
        """
        \(Component.notice(Words.information[language]))\(Component.notice(Words.success[language], kind: .success))
        \(Component.notice(Words.warning[language], kind: .warning))\(Component.notice(Words.failure[language], kind: .failure))
        """
    }

    // MARK: Showing

    private var lists: HTML {
        Component.summaryList([
            (label: Words.code[language], value: "<span class=\"code\">H55.238-261121-0001</span>"),
            (label: Words.procedure[language], value: "\(Words.longName[language])"), (label: Words.empty[language], value: "–"),
        ])
    }

    private var tables: HTML {
        let rows: [[HTML]] = (1...3).map { number in
            [
                "<span class=\"code\">H55.238-261121-000\(number)</span>", "\(Words.longName[language])",
                Component.statusTag(Words.oneDayLeft[language], tone: number == 1 ? .late : .soon),
            ]
        }
        let head = [Words.code, Words.procedure, Words.left].map { $0[language] }
        return """
            \(Component.table(caption: Words.tableCaption[language], head: head, rows: rows))
            \(Component.table(caption: Words.stackedCaption[language], head: head, rows: rows, isStacked: true))
            \(Component.pager(next: "#tables", language))
            \(Component.emptyState(Words.nothing[language], advice: Words.nothingAdvice[language], action: Component.linkButton(Words.goOn[language], to: "#tables")))
            """
    }

    private var timeline: HTML {
        Component.timeline([
            .init(.done, title: Words.filedStep[language], detail: "<span>20/11/2026, 09:00</span>"),
            .init(.now, title: Words.examinedStep[language], detail: "<span>\(Words.examiner[language])</span>"),
            .init(.next, title: Words.returnStep[language], detail: "<span>26/11/2026, 09:00</span>"),
        ])
    }

    private var more: HTML {
        """
        <nav class="tabs" aria-label="\(Words.tabs[language])"><ul><li><a href="#more" aria-current="page">\(Words.newlyFiled[language])</a></li>\
        <li><a href="#more">\(Words.overdue[language])</a></li></ul></nav>
        <details class="disclosure"><summary>\(Words.whyDate[language])</summary><p>\(Words.whyDetail[language])</p></details>
        <ul class="figures"><li><strong>427.662</strong>\(Words.figure[language])</li><li><strong>99,6 %</strong>\(Words.onTime[language])</li></ul>
        <ul class="cards"><li class="card"><h3>\(Words.card[language])</h3><p>\(Words.paragraph[language])</p></li></ul>
        """
    }
}
