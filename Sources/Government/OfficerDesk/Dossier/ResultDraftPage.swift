// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Markup
import Organisation
import Web

/// The page a specialist writes a result on: the template, what the dossier says as fields to correct, and paragraphs of their
/// own.
struct ResultDraftPage {
    let house: DossierHouse
    let dossier: Dossier
    let templates: [DraftPress.Template]
    let template: String
    let saved: ResultDraft?
    let mayAttach: Bool
    let errors: [FieldError]

    static let title = Phrase(vi: "Soạn dự thảo kết quả", en: "Draft the result")
    private static let longest = 10_000
    private static let most = 200

    var base: String { "/work/dossiers/\(dossier.state.publicCode)" }

    /// What was written: `field.<name>`; an empty one leaves what the dossier says.
    static func fields(_ form: FormData) -> [String: String] {
        var fields: [String: String] = [:]
        for name in form.names where name.hasPrefix("field.") && fields.count < most {
            if let value = form[name], !value.isEmpty { fields[String(name.dropFirst("field.".count))] = String(value.prefix(longest)) }
        }
        return fields
    }

    func html(_ context: WebContext) -> HTML {
        let language = context.language
        let choices = templates.map { one -> HTML in
            let link = "\(base)/result/draft?template=\(one.id)"
            return "<li><a href=\"\(href: link)\"\(attribute: "aria-current", one.id == template ? "true" : nil)>\(one.name[language])</a></li>"
        }
        let written = saved?.template == template ? saved?.fields ?? [:] : [:]
        let view = FormView(language, values: Dictionary(uniqueKeysWithValues: written.map { ("field.\($0.key)", $0.value) }))
        let attach: HTML = mayAttach ? Component.button(Words.attach[language], kind: .secondary, name: "do", value: "attach") : .empty
        let content: HTML = """
            <input type="hidden" name="template" value="\(template)"><input type="hidden" name="seen" value="\(dossier.state.sequence)">
            \(view.field("field.title", Words.title, hint: Words.titleHint, isRequired: false, maximumLength: 500))
            \(answers(view))
            \(view.textArea("field.content", Words.content, hint: Words.contentHint, isRequired: false, rows: 5, maximumLength: Self.longest))
            \(view.field("field.signer_name", Words.signer, isRequired: false, maximumLength: 200))
            <p class="actions">\(Component.button(Words.save[language]))\
            <button type="submit" class="button secondary" formaction="\(href: base + "/papers/draft.pdf")">\(Words.preview[language])</button>\(attach)</p>
            """
        return """
            \(Component.errorSummary(errors, language))
            <nav aria-label="\(Words.template[language])"><ul class="filters">\(choices)</ul></nav><p class="hint">\(state(language))</p>
            <div class="narrow">\(view.form(to: base + "/result/draft", context, content))</div>
            """
    }

    /// The answers, folded away: most need no correction.
    private func answers(_ view: FormView) -> HTML {
        let submission = dossier.state.submission
        let form = house.procedures.definition(submission.procedure, version: submission.version)?.case(submission.caseCode)?.form
        let sections = form?.lines(submission.answers, .vi) { house.organisation.unit(statisticalCode: $0)?.place?.vi } ?? []
        let groups = sections.map { section -> HTML in
            let fields = section.lines.filter { $0.value != "–" }.map { line in
                view.field("field.\(line.field)", Phrase(line.label), isRequired: false, value: line.value, maximumLength: 2000)
            }
            return fields.isEmpty ? .empty : "<details><summary>\(section.title)</summary>\(fields)</details>"
        }
        return groups.joined(separator: "\n")
    }

    private func state(_ language: Language) -> String {
        guard let saved else { return Words.prefilled[language] }
        return Words.savedBy(language, ["name": saved.authorName, "at": LocalDateTime(saved.at).spoken(language)])
    }

    private enum Words {
        static let template = Phrase(vi: "Mẫu văn bản", en: "Template")
        static let title = Phrase(vi: "Tên, trích yếu văn bản", en: "Title or subject")
        static let titleHint = Phrase(vi: "Để trống: theo tên kết quả của thủ tục.", en: "Empty: the name of the procedure's result.")
        static let content = Phrase(vi: "Nội dung thêm", en: "Further text")
        static let contentHint = Phrase(vi: "Mỗi dòng một đoạn.", en: "One paragraph a line.")
        static let signer = Phrase(vi: "Họ tên người ký", en: "Signer's name")
        static let save = Phrase(vi: "Lưu dự thảo", en: "Save the draft")
        static let preview = Phrase(vi: "Xem bản PDF", en: "See it as PDF")
        static let attach = Phrase(vi: "Đính kèm bản PDF và chuyển bước", en: "Attach the PDF and move on")
        static let prefilled = Phrase(
            vi: "Đã điền sẵn theo hồ sơ. Kiểm tra, sửa chỗ cần, rồi lưu.", en: "Filled in from the dossier. Check, correct, then save.")
        static let savedBy = Phrase(vi: "{name} lưu lúc {at}.", en: "Saved by {name}, {at}.")
    }
}
