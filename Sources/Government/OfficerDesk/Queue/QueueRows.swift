// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Kernel
import Markup
import Organisation
import Process
import Web
import WorkingTime

/// The rows of a queue: who, what, where it stands, since when it waits, and how much time is left. A table on wide screens,
/// cards on phones.
struct QueueRows {
    let rows: [DossierSummary]
    let since: [Identifier: Instant]
    /// Messages of applicants nobody has opened, by dossier.
    let unread: [Identifier: Int]
    let house: DossierHouse

    /// - Parameters:
    ///   - picks: whether rows can be chosen, and whether they all are; nil: no boxes.
    func table(_ language: Language, caption: String, picks: Bool?, link: (DossierSummary) -> String) -> HTML {
        let head = zip(
            [Words.code, Words.applicant, Words.procedure, Words.step, Words.since, Words.left],
            ["c-code", "c-name", "c-procedure", "c-step", "c-since", "c-left"]
        ).map { "<th scope=\"col\" role=\"columnheader\" class=\"\($1)\">\($0[language])</th>" as HTML }
        let pickHead: HTML = picks == nil ? .empty : "<td role=\"cell\" class=\"pick\"></td>"
        let lines = rows.map { row($0, language, picks: picks, link: link($0)) }
        // The roles keep it a table for screen readers where the style makes cards of the rows.
        return """
            <table class="queue" role="table"><caption>\(caption)</caption><thead role="rowgroup"><tr role="row">\(pickHead)\(head)</tr></thead>
            <tbody role="rowgroup">\(lines)</tbody></table>
            """
    }

    private func row(_ row: DossierSummary, _ language: Language, picks: Bool?, link: String) -> HTML {
        let pick: HTML =
            picks.map { isChosen -> HTML in
                """
                <td role="cell" class="pick"><label><span class="unseen">\(Words.choose(language, ["code": row.code]))</span>\
                <input type="checkbox" name="code" value="\(row.code)"\(flag: "checked", isChosen)></label></td>
                """
            } ?? .empty
        return """
            <tr role="row">\(pick)<td role="cell"><a href="\(href: link)">\(row.code)</a>\(messages(row, language))</td>\
            <td role="cell"\(label(Words.applicant, language))>\(row.applicantName)</td>\
            <td role="cell"\(label(Words.procedure, language))>\(row.procedureName)</td>\
            <td role="cell"\(label(Words.step, language))>\(step(row, language))</td>\
            <td role="cell"\(label(Words.since, language))>\(waiting(row, language))</td>\
            <td role="cell" class="left">\(left(row, language))</td></tr>

            """
    }

    private func label(_ phrase: Phrase, _ language: Language) -> HTML { "\(attribute: "data-label", phrase[language])" }

    private func messages(_ row: DossierSummary, _ language: Language) -> HTML {
        guard let count = unread[row.id] else { return .empty }
        return " \(Component.statusTag(Words.messages(language, ["n": "\(count)"]), tone: .action))"
    }

    /// What is being done while it is on its way; otherwise what it waits for.
    private func step(_ row: DossierSummary, _ language: Language) -> HTML {
        guard row.status == .accepted || row.status == .processing, let title = title(row) else { return StateViews.tag(row.status, language) }
        let who: HTML = row.assigneeName.map { "<p class=\"hint\">\($0)</p>" } ?? .empty
        return "\(title[language])\(who)"
    }

    private func title(_ row: DossierSummary) -> Phrase? {
        guard let index = row.step,
            let process = house.procedures.definition(row.procedureCode, version: row.version)?.case(row.caseCode)?.process,
            process.steps.indices.contains(index)
        else { return nil }
        return process.steps[index].title
    }

    /// Today by the clock, otherwise by the day.
    private func waiting(_ row: DossierSummary, _ language: Language) -> HTML {
        let instant = since[row.id] ?? row.submittedAt
        let (moment, today) = (LocalDateTime(instant), LocalDateTime(house.now()).date)
        let days = today.dayNumber - moment.date.dayNumber
        let text =
            switch days {
            case ...0: Words.today(language, ["time": moment.time])
            case 1: Words.yesterday(language, ["time": moment.time])
            default: Words.days(language, ["n": "\(days)", "day": String(moment.date.vietnamese.prefix(5))])
            }
        return "<time datetime=\"\(instant.rfc3339)\">\(text)</time>"
    }

    private func left(_ row: DossierSummary, _ language: Language) -> HTML {
        guard !row.isFinal, row.status != .resolved else { return "<span class=\"words\">–</span>" }
        let (now, danger) = (LocalDateTime(house.now()), LocalDateTime(row.danger))
        let calendar = house.organisation.calendar
        let remaining = calendar.remaining(at: now, until: danger)
        let tone = remaining.isOverdue ? "late" : remaining.isDueSoon ? "soon" : "calm"
        let whole = max(1, calendar.workingMinutes(from: LocalDateTime(since[row.id] ?? row.submittedAt), to: danger))
        let share = remaining.isOverdue ? 100 : min(100, max(3, remaining.workingMinutes * 100 / whole))
        return """
            <span class="words \(tone)">\(remaining.words[language])</span>\
            <svg class="bar \(tone)" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true" focusable="false">\
            <rect class="track" width="100" height="5"/><rect class="fill" width="\(share)" height="5"/></svg>
            """
    }

    private enum Words {
        static let code = Phrase(vi: "Mã hồ sơ", en: "Code")
        static let applicant = Phrase(vi: "Chủ hồ sơ", en: "Applicant")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let step = Phrase(vi: "Đang ở bước", en: "At step")
        static let since = Phrase(vi: "Chờ từ", en: "Waiting since")
        static let left = Phrase(vi: "Thời gian còn lại", en: "Time left")
        static let choose = Phrase(vi: "Chọn hồ sơ {code}", en: "Select dossier {code}")
        static let messages = Phrase(vi: "{n} tin nhắn mới", en: "{n} new message(s)")
        static let today = Phrase(vi: "{time} hôm nay", en: "{time} today")
        static let yesterday = Phrase(vi: "{time} hôm qua", en: "{time} yesterday")
        static let days = Phrase(vi: "{n} ngày, từ {day}", en: "{n} days, since {day}")
    }
}
