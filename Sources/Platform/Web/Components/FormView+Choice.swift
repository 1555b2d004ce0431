// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Markup

/// One answer to choose from.
package struct FieldOption: Sendable, Hashable {
    package let value: String
    package let label: Phrase
    package let hint: Phrase?

    package init(_ value: String, _ label: Phrase, hint: Phrase? = nil) {
        (self.value, self.label, self.hint) = (value, label, hint)
    }
}

extension FormView {
    /// One of several, all in sight.
    package func radios(
        _ name: String, _ legend: Phrase, _ options: [FieldOption], hint: Phrase? = nil, isRequired: Bool = true, value: String? = nil
    ) -> HTML {
        let chosen = values[name] ?? value
        let inputs = options.enumerated().map { index, option in choice("radio", name, option, index, isChosen: option.value == chosen) }
        return group(name, legend, hint: hint, isRequired: isRequired, "<div class=\"choices\">\(inputs)</div>")
    }

    /// Any of several. `chosen` counts until the form was sent once: a box left empty is an answer too.
    package func checkboxes(
        _ name: String, _ legend: Phrase, _ options: [FieldOption], hint: Phrase? = nil, isRequired: Bool = true, chosen: [String] = []
    ) -> HTML {
        let all = values.entries.isEmpty ? chosen : values.all(name)
        let inputs = options.enumerated().map { index, option in choice("checkbox", name, option, index, isChosen: all.contains(option.value)) }
        return group(name, legend, hint: hint, isRequired: isRequired, "<div class=\"choices\">\(inputs)</div>")
    }

    /// One of many. The empty line stands first so that nobody sends what they did not choose.
    package func select(
        _ name: String, _ label: Phrase, _ options: [FieldOption], hint: Phrase? = nil, isRequired: Bool = true, value: String? = nil
    ) -> HTML {
        let chosen = values[name] ?? value
        let lines = options.map { "<option value=\"\($0.value)\"\(flag: "selected", $0.value == chosen)>\($0.label[language])</option>\n" as HTML }
        let input: HTML = """
            <select id="\(name)" name="\(name)"\(marks(name, hint: hint, isRequired: isRequired))>
            <option value="">\(ChoiceWords.choose[language])</option>
            \(lines)</select>
            """
        return frame(name, label, hint: hint, isRequired: isRequired, input)
    }

    /// The first input bears the question's own id, so that the error list leads to it.
    private func choice(_ type: String, _ name: String, _ option: FieldOption, _ index: Int, isChosen: Bool) -> HTML {
        let id = index == 0 ? name : "\(name)-\(index + 1)"
        let hintID = option.hint == nil ? nil : "\(id)-note"
        return """
            <div class="choice"><input id="\(id)" name="\(name)" type="\(type)" value="\(option.value)"\(flag: "checked", isChosen)\
            \(attribute: "aria-describedby", hintID)><label for="\(id)">\(option.label[language])</label>\
            \(option.hint.map { "<p class=\"hint\" id=\"\(id)-note\">\($0[language])</p>" })</div>
            """
    }
}

private enum ChoiceWords {
    static let choose = Phrase(vi: "Chọn…", en: "Choose…")
}
