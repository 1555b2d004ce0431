// SPDX-License-Identifier: Apache-2.0

import DossierViews
import Forms
import Kernel
import Markup
import Web

extension FormView {
    /// The commune of an address, as text: `TypedCommunes` reads it. Where the values say that several places may be meant, they
    /// stand below to choose from.
    func communeField(_ name: String, _ label: Phrase, _ communes: [FieldOption], isRequired: Bool) -> HTML {
        let stored = values[name] ?? ""
        let known = communes.first { $0.value == stored }
        let shown = known?.label.vi ?? PlaceElsewhere(answer: stored)?.text ?? values.raw(name) ?? ""
        let view = FormView(language, values: FormData([(name: name, value: shown)]), errors: errors)
        let offered = values.all(CommuneField.choices(name)).compactMap { code in communes.first { $0.value == code } }
        // A name can be that of several places; what was chosen goes along with it, and counts as long as the name fits.
        return """
            <div class="finder" data-communes="\(Words.suggestions[language])" data-count="\(Words.count[language])">
            \(view.field(name, label, hint: Words.hint, isRequired: isRequired, maximumLength: 200))
            <input type="hidden" name="\(CommuneField.chosen(name))" value="\(known?.value ?? "")"></div>
            \(offered.isEmpty ? .empty : radios(CommuneField.chosen(name), Words.which, offered))
            """
    }

    private enum Words {
        static let hint = Phrase(
            vi: "Tên hiện nay hoặc tên trước 01/7/2025. Ở ngoài tỉnh thì ghi cả tỉnh, ví dụ: Phường Ba Đình, Thành phố Hà Nội.",
            en: "Its name of today or before 1 July 2025. Outside the province add the province, for example: Phường Ba Đình, Thành phố Hà Nội.")
        static let which = Phrase(vi: "Đó là nơi nào?", en: "Which of these is it?")
        static let suggestions = Phrase(vi: "Xã, phường gợi ý", en: "Suggested communes")
        static let count = Phrase(vi: "{n} gợi ý.", en: "Suggestions: {n}.")
    }
}
