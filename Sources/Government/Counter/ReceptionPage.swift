// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Dossiers
import HTTPTypes
import Kernel
import Markup
import Web
import WorkingTime

/// The counter's first screen: who is it, and what for. The scanner's field has the focus.
struct ReceptionPage {
    let search: ReceptionSearch?
    var values = FormData()
    var errors: [FieldError] = []

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, values: values, errors: errors)
        let body: HTML = """
            <div class="counter"><h1>\(Words.title[language])</h1>\(view.errorSummary())
            \(view.form(to: "/work/reception", context, """
                <div class="counter-search">\(view.field("who", Words.who, hint: Words.whoHint, isRequired: false, autocomplete: "off", maximumLength: 400, hasFocus: search == nil))
                \(view.field("words", Words.procedure, hint: Words.procedureHint, isRequired: false, autocomplete: "off", maximumLength: 100))</div>
                \(Component.button(Words.find[language], kind: search == nil ? .primary : .secondary))
                \(found(view))
                """))</div>
            """
        return Page(
            title: Words.title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent, width: .wide,
            trail: [(label: Words.work, link: "/work")])
    }

    private func found(_ view: FormView) -> HTML {
        guard let search else { return .empty }
        return """
            <div class="counter-found">\(people(search, view))\(procedures(search, view))</div>
            \(search.choices.isEmpty ? .empty : Component.button(Words.goOn[view.language], name: "go", value: "form"))
            """
    }

    private func people(_ search: ReceptionSearch, _ view: FormView) -> HTML {
        let known = search.people.enumerated().map { index, person in
            FieldOption(
                String(index), Phrase([person.name, person.personalID].filter { !$0.isEmpty }.joined(separator: " · ")), hint: source(person))
        }
        return view.radios("person", Words.person, known + [FieldOption("new", Words.somebodyNew)], value: known.isEmpty ? "new" : "0")
    }

    private func source(_ person: CounterPerson) -> Phrase {
        switch person.source {
        case .card: Words.fromCard
        case .account: Words.fromAccount
        case .earlierDossier: Words.fromDossier
        }
    }

    private func procedures(_ search: ReceptionSearch, _ view: FormView) -> HTML {
        guard !search.words.isEmpty else { return .empty }
        guard !search.choices.isEmpty else {
            return Component.emptyState(Words.noProcedure[view.language], advice: Words.noProcedureAdvice[view.language])
        }
        let options = search.choices.map { FieldOption($0.value, $0.label, hint: $0.chosen.limit.words) }
        return view.radios("case", Words.chooseCase, options, value: options.first?.value)
    }

    private enum Words {
        static let work = Phrase(vi: "Việc cần làm", en: "Work")
        static let title = Phrase(vi: "Tiếp nhận tại quầy", en: "Reception at the counter")
        static let who = Phrase(vi: "Người đến làm thủ tục", en: "Who is it")
        static let whoHint = Phrase(
            vi: "Quét QR thẻ căn cước, hoặc gõ số định danh, số điện thoại, tên.",
            en: "Scan the QR of the identity card, or type a number, telephone or name.")
        static let procedure = Phrase(vi: "Thủ tục", en: "Procedure")
        static let procedureHint = Phrase(vi: "Ba chữ là đủ, ví dụ dkks, khai sinh, sao y.", en: "Three letters will do, such as dkks.")
        static let find = Phrase(vi: "Tìm", en: "Find")
        static let goOn = Phrase(vi: "Điền hồ sơ", en: "Fill in the dossier")
        static let person = Phrase(vi: "Chọn người", en: "Choose the person")
        static let somebodyNew = Phrase(vi: "Người khác, ghi mới", en: "Somebody else, to be entered")
        static let fromCard = Phrase(vi: "Theo thẻ căn cước vừa quét", en: "From the card just scanned")
        static let fromAccount = Phrase(vi: "Có tài khoản", en: "Has an account")
        static let fromDossier = Phrase(vi: "Đã có hồ sơ tại đơn vị", en: "Known from an earlier dossier")
        static let chooseCase = Phrase(vi: "Chọn thủ tục", en: "Choose the procedure")
        static let noProcedure = Phrase(vi: "Không tìm thấy thủ tục nào nộp được tại đây.", en: "No procedure that can be filed here was found.")
        static let noProcedureAdvice = Phrase(vi: "Thử từ khác, hoặc mã thủ tục.", en: "Try other words, or the procedure's code.")
    }
}
