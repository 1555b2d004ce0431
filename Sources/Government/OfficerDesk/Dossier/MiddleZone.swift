// SPDX-License-Identifier: Apache-2.0

import Cases
import DossierViews
import Dossiers
import Identity
import Kernel
import Markup
import Organisation
import Web

/// What was filed, what other agencies said, what colleagues noted, and what has happened.
struct MiddleZone {
    let house: DossierHouse
    let desk: DeskDossier

    func html(_ context: WebContext) -> HTML {
        let language = context.language
        let content = ContentViews(house: house, dossier: desk.dossier, language: language, base: desk.base)
        let history = HistoryView(
            events: desk.events, directory: house.organisation, language: language, showsOfficers: true, process: desk.process)
        return """
            <h2 id="zone-answers">\(Words.answers[language])</h2>\(content.answers)
            \(opinions(language))\(notes(context))
            <h2>\(Words.history[language])</h2>\(history.html)
            """
    }

    private func opinions(_ language: Language) -> HTML {
        let consultations = desk.state.consultations
        guard !consultations.isEmpty else { return .empty }
        let items = consultations.map { one -> HTML in
            let answer =
                one.answer.map { "<p>\($0)</p>" as HTML }
                ?? "<p class=\"hint\">\(Words.noAnswer[language]) \(StateViews.moment(one.deadline, language))</p>"
            return "<li><p><strong>\(house.organisation.name(of: one.unit)[language])</strong>: \(one.question)</p>\(answer)</li>"
        }
        return "<h2>\(Words.opinions[language])</h2><ul class=\"notes\">\(items)</ul>"
    }

    private func notes(_ context: WebContext) -> HTML {
        let language = context.language
        let items = desk.notes.map { note -> HTML in
            "<li><p class=\"hint\">\(note.authorName) · \(StateViews.moment(note.at, language))</p><p dir=\"auto\">\(note.text)</p></li>"
        }
        let list: HTML = items.isEmpty ? .empty : "<ul class=\"notes\">\(items)</ul>"
        guard desk.person.posts.contains(where: { $0.role.stepRole != nil }) else {
            return items.isEmpty ? .empty : "<h2>\(Words.notes[language])</h2>\(list)"
        }
        let view = FormView(language)
        let fields: HTML = """
            \(view.textArea("note", Words.write, hint: Words.writeHint, rows: 2, maximumLength: WriteNote.longest))
            \(Component.button(Words.save[language], kind: .secondary))
            """
        return """
            <h2 id="notes">\(Words.notes[language])</h2>\(list)
            <details><summary>\(Words.add[language])</summary>\(view.form(to: desk.base + "/notes", context, fields))</details>
            """
    }

    private enum Words {
        static let answers = Phrase(vi: "Nội dung hồ sơ", en: "Content")
        static let opinions = Phrase(vi: "Ý kiến các cơ quan", en: "Opinions of agencies")
        static let noAnswer = Phrase(vi: "Chưa trả lời, hạn", en: "Not answered yet, due")
        static let notes = Phrase(vi: "Ghi chú nội bộ", en: "Internal notes")
        static let add = Phrase(vi: "Viết ghi chú", en: "Write a note")
        static let write = Phrase(vi: "Ghi chú cho đồng nghiệp", en: "Note for colleagues")
        static let writeHint = Phrase(vi: "Người nộp không thấy ghi chú này.", en: "The applicant does not see it.")
        static let save = Phrase(vi: "Lưu ghi chú", en: "Save the note")
        static let history = Phrase(vi: "Quá trình xử lý", en: "History")
    }
}
