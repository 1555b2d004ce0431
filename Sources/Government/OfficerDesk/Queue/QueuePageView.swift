// SPDX-License-Identifier: Apache-2.0

import Catalogue
import DossierViews
import Dossiers
import Identity
import Kernel
import Markup
import Organisation
import Process
import Web

/// The officer's place: a queue sorted by danger, narrowed by chips, the other queues one press away.
struct QueuePageView {
    let place: QueuePlace
    let queue: QueuePage
    let rows: QueueRows
    let counts: [QueueView: Int]
    let procedures: [(code: String, name: String)]
    let person: Person
    let isAllChosen: Bool
    let here: String

    func html(_ language: Language) -> HTML {
        """
        <nav class="tabs" aria-label="\(Words.queues[language])"><ul>\(tabs(language))</ul></nav>
        \(walkIn(language))\(chips(language))\(list(language))
        """
    }

    private func tabs(_ language: Language) -> [HTML] {
        let reception: Set<QueueView> = [.new, .waiting, .toReturn]
        return QueueView.allCases.filter { view in
            if view == place.view { return true }
            if reception.contains(view) { return person.holds(.oneStopOfficer) }
            return view != .proposals || person.holds(.head)
        }.map { view in
            let count = counts[view] ?? 0
            let said = count >= WorkQueue.mostCounted ? "\(WorkQueue.mostCounted - 1)+" : "\(count)"
            return """
                <li><a href="\(href: QueuePlace(view).link)"\(attribute: "aria-current", view == place.view ? "page" : nil)>\
                \(view.name[language])\(count > 0 ? " <b>\(said)</b>" as HTML : .empty)</a></li>
                """
        }
    }

    /// The desk enters what somebody hands in: the same form, filed in person.
    private func walkIn(_ language: Language) -> HTML {
        guard person.holds(.oneStopOfficer) else { return .empty }
        return """
            <p>\(Component.linkButton(Words.walkIn[language], to: "/work/reception", kind: .secondary))\
            \(Component.linkButton(Words.logbook[language], to: "/work/logbook", kind: .secondary))</p>
            """
    }

    // MARK: Chips

    private func chips(_ language: Language) -> HTML {
        let filter = place.filter
        var chips: [HTML] = []
        if procedures.count > 1 || filter.procedure != nil {
            chips += procedures.prefix(12).map { one in
                let isOn = filter.procedure == one.code
                return chip(Self.short(one.name), place.with { ($0.procedure, $0.step) = (isOn ? nil : one.code, nil) }, isOn, title: one.name)
            }
        }
        chips += steps(language)
        if place.view != .mine, !person.posts.isEmpty, place.view != .new {
            chips.append(chip(Words.onlyMine[language], place.with { $0.isOnlyMine.toggle() }, filter.isOnlyMine))
        }
        for channel in [SubmissionChannel.online, .inPerson] {
            let isOn = filter.channel == channel
            chips.append(chip(channel.phrase[language], place.with { $0.channel = isOn ? nil : channel }, isOn))
        }
        if filter != .none { chips.append("<li><a href=\"\(href: QueuePlace(place.view).link)\">\(Words.all[language])</a></li>") }
        guard !queue.rows.isEmpty || filter != .none else { return .empty }
        return "<nav aria-label=\"\(Words.narrow[language])\"><ul class=\"filters\">\(chips)</ul></nav>"
    }

    /// The steps of the chosen procedure.
    private func steps(_ language: Language) -> [HTML] {
        guard let code = place.filter.procedure, let process = rows.house.procedures.versions(code).last?.cases.first?.process else { return [] }
        let roles = Set(person.posts.compactMap(\.role.stepRole))
        return process.steps.enumerated().filter { roles.contains($0.element.role) }.map { index, step in
            let isOn = place.filter.step == index
            return chip(step.title[language], place.with { $0.step = isOn ? nil : index }, isOn)
        }
    }

    private func chip(_ label: String, _ to: QueuePlace, _ isOn: Bool, title: String? = nil) -> HTML {
        "<li><a href=\"\(href: to.link)\"\(attribute: "aria-current", isOn ? "true" : nil)\(attribute: "title", title)>\(label)</a></li>"
    }

    private static func short(_ name: String) -> String { name.count > 40 ? name.prefix(38) + "…" : name }

    // MARK: Rows

    private func list(_ language: Language) -> HTML {
        guard !queue.rows.isEmpty else {
            let isNarrowed = place.filter != .none
            return Component.emptyState(
                (isNarrowed ? Words.nothingSo : Words.empty)[language], advice: (isNarrowed ? Words.widen : Words.emptyAdvice)[language])
        }
        let actions = BatchAction.offered(in: place.view, to: person)
        let table = rows.table(
            language, caption: place.view.name[language], picks: actions.isEmpty ? nil : isAllChosen, link: place.link(to:))
        let next = Component.pager(next: queue.next.map(place.link(after:)), language)
        guard !actions.isEmpty else { return table + next }
        return """
            <form method="get" action="/work/batch" class="queue-form"><input type="hidden" name="place" value="\(place.query)">
            <p class="hint"><a href="\(href: choosing)" id="choose-page">\(Words.choosePage[language])</a></p>
            \(table)\(batch(actions, language))</form>\(next)
            """
    }

    private var choosing: String { here + (here.contains("?") ? "&" : "?") + "choose=page" }

    private func batch(_ actions: [BatchAction], _ language: Language) -> HTML {
        let buttons = actions.enumerated().map { index, action in
            Component.button(action.name[language], kind: index == 0 ? .primary : .secondary, name: "type", value: action.rawValue)
        }
        return """
            <div class="batch" role="group" aria-label="\(Words.together[language])"><p id="chosen" data-text="\(Words.chosen[language])" aria-live="polite">\
            \(Words.together[language])</p>\(buttons)</div>
            """
    }

    private enum Words {
        static let queues = Phrase(vi: "Danh sách việc", en: "Queues")
        static let narrow = Phrase(vi: "Lọc danh sách", en: "Narrow the list")
        static let logbook = Phrase(vi: "Sổ theo dõi hồ sơ", en: "Logbook")
        static let walkIn = Phrase(vi: "Nhận hồ sơ nộp trực tiếp", en: "Receive a dossier handed in")
        static let empty = Phrase(vi: "Không có hồ sơ nào.", en: "Nothing here.")
        static let emptyAdvice = Phrase(vi: "Chọn danh sách khác ở trên.", en: "Choose another queue above.")
        static let nothingSo = Phrase(vi: "Không có hồ sơ nào khớp bộ lọc.", en: "No dossier matches the filter.")
        static let widen = Phrase(vi: "Bấm “Tất cả” để bỏ lọc.", en: "Press “All” to remove the filter.")
        static let onlyMine = Phrase(vi: "Chỉ việc của tôi", en: "Only mine")
        static let all = Phrase(vi: "Tất cả", en: "All")
        static let choosePage = Phrase(vi: "Chọn cả trang", en: "Select the whole page")
        static let together = Phrase(vi: "Làm cùng lúc với hồ sơ đã chọn", en: "Together for the selected")
        static let chosen = Phrase(vi: "Đã chọn {n} hồ sơ", en: "{n} selected")
    }
}
