// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Dossiers
import Identity
import Kernel
import Markup
import Organisation
import Web

/// Who is away, who stands in, and naming somebody.
struct AbsencePage {
    struct Place {
        let unit: String
        /// Everybody with a post there that handles dossiers.
        let colleagues: [Person]
    }

    let house: DossierHouse
    let person: Person
    let places: [Place]
    let coming: [Absence]
    let values: FormData
    let errors: [FieldError]

    static let title = Phrase(vi: "Vắng mặt, làm thay", en: "Absence and cover")
    static let wrongDate = Phrase(vi: "Ghi đủ ngày, tháng, năm.", en: "Give day, month and year.")
    static let chooseSubstitute = Phrase(vi: "Chọn người làm thay.", en: "Choose a substitute.")

    func html(_ context: WebContext) -> HTML {
        let language = context.language
        return """
            <div class="narrow">\(Component.errorSummary(errors, language))<p>\(Words.lead[language])</p>
            <h2>\(Words.now[language])</h2>\(list(context))
            \(places.map { form($0, context) })</div>
            """
    }

    private func list(_ context: WebContext) -> HTML {
        let language = context.language
        guard !coming.isEmpty else { return Component.emptyState(Words.none[language], advice: Words.noneAdvice[language]) }
        let today = LocalDateTime(house.now()).date
        let items = coming.map { one -> HTML in
            let tag =
                one.isRunning(on: today)
                ? Component.statusTag(Words.running[language], tone: .action) : Component.statusTag(Words.later[language])
            let end: HTML =
                mayEnd(one)
                ? FormView(language).form(to: "/work/absence/\(one.id)/end", context, Component.button(Words.end[language], kind: .secondary))
                : .empty
            return """
                <li><p>\(tag) <strong>\(Words.standsIn(language, ["absent": one.absentName, "substitute": one.substituteName]))</strong></p>\
                <p>\(Words.span(language, ["from": one.from.vietnamese, "to": one.to.vietnamese])) · \(house.organisation.name(of: one.unit)[language])\
                 · \(Words.namedBy(language, ["name": one.namedBy]))</p>\(end)</li>

                """
        }
        return "<ul class=\"notes\">\(items)</ul>"
    }

    private func heads(_ unit: String) -> Bool { person.ownPosts.contains { $0.unit == unit && $0.role == .head } }

    private func mayEnd(_ absence: Absence) -> Bool { absence.absentID == person.accountID || heads(absence.unit) }

    /// A head names anybody for anybody; others a colleague of the same post, for themselves.
    private func form(_ place: Place, _ context: WebContext) -> HTML {
        let language = context.language
        let isThis = values["unit"] == nil || values["unit"] == place.unit
        let view = FormView(language, values: isThis ? values : FormData(), errors: isThis ? errors : [])
        let isHead = heads(place.unit)
        let own = Set(person.ownPosts.filter { $0.unit == place.unit }.map(\.role))
        let others = place.colleagues.filter { colleague in
            colleague.accountID != person.accountID
                && (isHead || colleague.ownPosts.contains { $0.unit == place.unit && own.contains($0.role) })
        }
        let candidates = isHead ? place.colleagues : others
        guard !candidates.isEmpty else { return "<h2>\(heading(place, language))</h2><p>\(Words.nobody[language])</p>" }
        let absent: HTML =
            isHead
            ? view.select("absent", Words.absent, options(place.colleagues, place.unit), value: person.accountID.description) : .empty
        let today = LocalDateTime(house.now()).date
        let fields: HTML = """
            <input type="hidden" name="unit" value="\(place.unit)">\(absent)
            \(view.select("substitute", Words.substitute, options(candidates, place.unit)))
            \(view.dateField("from", Words.from, value: today))\(view.dateField("to", Words.to, value: today))
            \(Component.button(Words.name[language]))
            """
        return "<h2>\(heading(place, language))</h2>\(view.form(to: "/work/absence", context, fields))"
    }

    private func heading(_ place: Place, _ language: Language) -> String {
        Words.newAt(language, ["unit": house.organisation.name(of: place.unit)[language]])
    }

    private func options(_ people: [Person], _ unit: String) -> [FieldOption] {
        people.map { one in
            let roles = one.ownPosts.filter { $0.unit == unit && $0.role.stepRole != nil }.map(\.role.phrase)
            let name = one.displayName
            return FieldOption(
                one.accountID.description,
                Phrase(
                    vi: "\(name) – \(roles.map(\.vi).joined(separator: ", "))", en: "\(name) – \(roles.map(\.en).joined(separator: ", "))"))
        }
    }

    private enum Words {
        static let lead = Phrase(
            vi: "Trong những ngày bạn vắng, người làm thay thấy việc của bạn và làm được như bạn; lịch sử hồ sơ ghi rõ “thay” ai.",
            en: "While you are away your substitute sees your tasks and may do them; the history says in whose place.")
        static let now = Phrase(vi: "Đang và sắp vắng mặt", en: "Now and soon")
        static let none = Phrase(vi: "Không ai vắng mặt.", en: "Nobody is away.")
        static let noneAdvice = Phrase(vi: "Khi sắp nghỉ, hãy chọn người làm thay ở dưới.", en: "Before a leave, choose a substitute below.")
        static let running = Phrase(vi: "Đang làm thay", en: "Running")
        static let later = Phrase(vi: "Sắp tới", en: "To come")
        static let standsIn = Phrase(vi: "{substitute} làm thay {absent}", en: "{substitute} stands in for {absent}")
        static let span = Phrase(vi: "Từ {from} đến hết {to}", en: "{from} to {to}")
        static let namedBy = Phrase(vi: "do {name} cử", en: "named by {name}")
        static let end = Phrase(vi: "Kết thúc", en: "End it")
        static let newAt = Phrase(vi: "Cử người làm thay: {unit}", en: "Name a substitute: {unit}")
        static let nobody = Phrase(
            vi: "Đơn vị không có ai khác giữ cùng vị trí. Đề nghị lãnh đạo đơn vị cử người.",
            en: "Nobody else of the unit holds your post. Ask the head of the unit to name somebody.")
        static let absent = Phrase(vi: "Người vắng mặt", en: "Who is away")
        static let substitute = Phrase(vi: "Người làm thay", en: "Substitute")
        static let from = Phrase(vi: "Từ ngày", en: "First day")
        static let to = Phrase(vi: "Đến hết ngày", en: "Last day")
        static let name = Phrase(vi: "Cử người làm thay", en: "Name the substitute")
    }
}
