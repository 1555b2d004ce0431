// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import CitizenDesk
import DossierViews
import Dossiers
import Forms
import HTTPTypes
import Kernel
import Markup
import Organisation
import Process
import Web

/// Everything about a walk-in dossier on one screen: answers left, papers right, one button that receives and prints.
struct WalkInPage {
    let house: DossierHouse
    let procedure: ProcedureDefinition
    let chosen: ProcedureCase
    let unit: OrganisationUnit
    /// Where the officer may receive.
    let desks: [OrganisationUnit]
    let answers: Answers
    let rows: [String: Int]
    let values: FormData
    var errors: [FieldError] = []
    var askMore = false
    /// What was understood otherwise than it was typed.
    var notes: [Phrase] = []

    /// What was asked on this page, so that the next round knows what is new.
    var shown: [String] { questions(FormView(.vi)).shown + components.map(\.code) }

    private var components: [DossierComponent] { chosen.components(for: answers).filter { !$0.isForm } }

    func page(_ context: WebContext) -> Page {
        let language = context.language
        let view = FormView(language, values: values, errors: errors)
        let body: HTML = """
            <div class="counter"><h1>\(procedure.name[language])</h1><p>\(chosen.name[language])</p>
            \(view.errorSummary())\(askMore ? Component.notice(Words.more[language], kind: .warning) : .empty)\
            \(notes.map { Component.notice("\($0[language]) \(Words.lookAgain[language])", kind: .warning) })
            \(view.form(to: "/work/reception/file", context, takesFiles: true, id: "walk-in", """
                \(hidden)<div class="counter-zones"><div>\(questions(view).html)</div>
                <div>\(papers(view))\(places(view))
                \(Component.button(Words.receive[language]))</div></div>
                """))</div>
            """
        return Page(
            title: Words.title, body: body, status: errors.isEmpty ? .ok : .unprocessableContent, width: .wide, scripts: [.communeSuggestions],
            formID: "walk-in",
            trail: [(label: Words.reception, link: "/work/reception")])
    }

    private var hidden: HTML {
        """
        <input type="hidden" name="_case" value="\(procedure.code) \(chosen.code)">\
        <input type="hidden" name="_key" value="\(values["_key"] ?? Identifier.new(at: house.now()).description)">\
        <input type="hidden" name="_shown" value="\(shown.joined(separator: " "))">
        """
    }

    private func questions(_ view: FormView) -> QuestionViews {
        let communes = house.organisation.communes.compactMap { unit in unit.statisticalCode.map { FieldOption($0, unit.place ?? unit.name) } }
        return QuestionViews(form: chosen.form, answers: answers, view: view, communes: communes, rows: rows)
    }

    /// Each paper: scanned or photographed, or only shown; the receipt lists what was received.
    private func papers(_ view: FormView) -> HTML {
        let fields = components.map { component -> HTML in
            guard !component.presentOnly else { return "<li>\(component.name[view.language]) – <em>\(Words.shownOnly[view.language])</em></li>" }
            return """
                <li>\(view.fileField("file.\(component.code)", component.name, hint: component.note, isRequired: component.needsFile, takesSeveral: true))</li>
                """
        }
        return "<h2>\(Words.papers[view.language])</h2><ul class=\"papers\">\(fields)</ul>"
    }

    private func places(_ view: FormView) -> HTML {
        let receiving = desks.map { FieldOption($0.code, $0.receptionName) }
        let resolving: HTML =
            procedure.isResolvedByCommune
            ? view.select(
                "_resolving", Words.resolving, house.organisation.communes.map { FieldOption($0.code, $0.place ?? $0.name) },
                value: unit.kind == .communeCommittee ? unit.code : nil)
            : .empty
        return """
            \(desks.count > 1 ? view.select("_unit", Words.receiving, receiving, value: unit.code) : "<input type=\"hidden\" name=\"_unit\" value=\"\(unit.code)\">")
            \(resolving)
            \(view.select("_returning", Words.returning, house.organisation.oneStopUnits.map { FieldOption($0.code, $0.receptionName) }, value: unit.code))
            \(view.radios("_delivery", Words.delivery, ResultDelivery.allCases.map { FieldOption($0.rawValue, $0.name) }, value: ResultDelivery.desk.rawValue))
            """
    }

    private enum Words {
        static let title = Phrase(vi: "Nhận hồ sơ tại quầy", en: "Receive a dossier at the counter")
        static let reception = Phrase(vi: "Tiếp nhận tại quầy", en: "Reception")
        static let more = Phrase(
            vi: "Có câu hỏi mới theo câu trả lời vừa rồi. Hãy trả lời rồi bấm nhận lại.",
            en: "There are new questions. Answer them, then receive again.")
        static let lookAgain = Phrase(
            vi: "Tên hiện nay đã được ghi vào ô. Xem lại rồi bấm nhận lần nữa.",
            en: "Its name of today stands in the field. Check it, then receive again.")
        static let papers = Phrase(vi: "Giấy tờ", en: "Papers")
        static let shownOnly = Phrase(vi: "chỉ xuất trình", en: "only shown")
        static let receiving = Phrase(vi: "Nơi tiếp nhận", en: "Received at")
        static let resolving = Phrase(vi: "Xã, phường giải quyết", en: "Resolved by")
        static let returning = Phrase(vi: "Nơi trả kết quả", en: "Result handed out at")
        static let delivery = Phrase(vi: "Cách nhận kết quả", en: "How to get the result")
        static let receive = Phrase(vi: "Nhận hồ sơ và in giấy tiếp nhận", en: "Receive and print the receipt")
    }
}
