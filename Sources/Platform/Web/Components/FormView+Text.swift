// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Markup

/// What kind of text a field takes: it decides the keyboard of a phone.
package enum FieldKind: String, Sendable, CaseIterable {
    case text, email, password, search, telephone, digits, decimal

    var type: String {
        switch self {
        case .email, .password, .search: rawValue
        case .telephone: "tel"
        case .text, .digits, .decimal: "text"
        }
    }

    var inputMode: String? {
        switch self {
        case .digits: "numeric"
        case .decimal: "decimal"
        default: nil
        }
    }
}

extension FormView {
    /// A line of text. A password is never shown again.
    package func field(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, kind: FieldKind = .text, isRequired: Bool = true, value: String? = nil,
        autocomplete: String? = nil, characters: Int? = nil, maximumLength: Int? = nil, list: String? = nil, hasFocus: Bool = false
    ) -> HTML {
        let shown = kind == .password ? nil : values.raw(name) ?? value
        let input: HTML = """
            <input id="\(name)" name="\(name)" type="\(kind.type)"\(attribute: "inputmode", kind.inputMode)\(attribute: "value", shown)\
            \(attribute: "autocomplete", autocomplete)\(attribute: "list", list)\(attribute: "size", characters.map(String.init))\
            \(attribute: "maxlength", maximumLength.map(String.init))\(flag: "autofocus", hasFocus)\(marks(name, hint: hint, isRequired: isRequired))>
            """
        return frame(name, label, hint: hint, isRequired: isRequired, input)
    }

    /// Several lines of text.
    package func textArea(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, isRequired: Bool = true, value: String? = nil, rows: Int = 5, maximumLength: Int? = nil
    ) -> HTML {
        let input: HTML = """
            <textarea id="\(name)" name="\(name)" rows="\(rows)"\(attribute: "maxlength", maximumLength.map(String.init))\
            \(marks(name, hint: hint, isRequired: isRequired))>
            \(values.raw(name) ?? value ?? "")</textarea>
            """
        return frame(name, label, hint: hint, isRequired: isRequired, input)
    }

    /// Three boxes, day before month before year, sent as `<name>_day`, `_month`, `_year` (`FormData.date` joins them).
    package func dateField(_ name: String, _ legend: Phrase, hint: Phrase? = nil, isRequired: Bool = true, value: LocalDate? = nil) -> HTML {
        let boxes: [(part: String, label: Phrase, typed: String?, size: Int)] = [
            ("day", DateWords.day, value.map { padded($0.day, 2) }, 2), ("month", DateWords.month, value.map { padded($0.month, 2) }, 2),
            ("year", DateWords.year, value.map { String($0.year) }, 4),
        ]
        let inputs = boxes.map { box -> HTML in
            let boxName = "\(name)_\(box.part)"
            let id = box.part == "day" ? name : boxName
            return """
                <div><label for="\(id)">\(box.label[language])</label>
                <input id="\(id)" name="\(boxName)" type="text" inputmode="numeric" size="\(box.size)" maxlength="\(box.size)"\
                \(attribute: "value", values.raw(boxName) ?? box.typed)\(attribute: "aria-invalid", error(name) == nil ? nil : "true")></div>
                """
        }
        return group(name, legend, hint: hint ?? DateWords.hint, isRequired: isRequired, "<div class=\"date-boxes\">\(inputs)</div>")
    }
}

private enum DateWords {
    static let day = Phrase(vi: "Ngày", en: "Day")
    static let month = Phrase(vi: "Tháng", en: "Month")
    static let year = Phrase(vi: "Năm", en: "Year")
    static let hint = Phrase(vi: "Ví dụ: 20 / 11 / 2026", en: "For example: 20 / 11 / 2026")
}
