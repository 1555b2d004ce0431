// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Markup

/// Renders the fields of one form in one language: label above, hint, error above the input, and what was typed kept.
/// A field's errors and values are found by its name.
package struct FormView: Sendable {
    package let language: Language
    package let values: FormData
    package let errors: [FieldError]
    /// What the reference to a kept file stands for; without it kept files are only counted.
    package var keptFile: (@Sendable (String) -> KeptFileView?)?

    package init(_ language: Language, values: FormData = FormData(), errors: [FieldError] = []) {
        (self.language, self.values, self.errors) = (language, values, errors)
    }

    package init(_ language: Language, values: [String: String], errors: [FieldError] = []) {
        self.init(language, values: FormData(values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }), errors: errors)
    }

    /// Opens nothing else than a form that posts to `path`, with its forgery token.
    package func form(to path: String, _ context: WebContext, takesFiles: Bool = false, id: String? = nil, _ content: HTML) -> HTML {
        let encoding = takesFiles ? "multipart/form-data" : nil
        return """
            <form method="post" action="\(href: path)"\(attribute: "id", id)\(attribute: "enctype", encoding) novalidate>
            \(context.forgeryField)
            \(takesFiles ? uploadParts : nil)\(content)
            </form>
            """
    }

    func error(_ name: String) -> String? {
        guard !errors.isEmpty else { return nil }
        let messages = errors.filter { $0.field == name }.map { $0.message[language] }
        return messages.isEmpty ? nil : messages.joined(separator: " ")
    }

    func describedBy(_ name: String, hint: Phrase?) -> String? {
        switch (hint != nil, error(name) != nil) {
        case (false, false): nil
        case (true, false): "\(name)-hint"
        case (false, true): "\(name)-error"
        case (true, true): "\(name)-hint \(name)-error"
        }
    }

    /// What assistive technology needs to know of an input: hint, error, and that it must be answered.
    func marks(_ name: String, hint: Phrase?, isRequired: Bool) -> HTML {
        let invalid = error(name) == nil ? nil : "true"
        return "\(attribute: "aria-describedby", describedBy(name, hint: hint))\(attribute: "aria-invalid", invalid)\(flag: "required", isRequired)"
    }

    func hint(_ name: String, _ hint: Phrase?) -> HTML? {
        hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0[language])</p>\n" }
    }

    func errorMessage(_ name: String) -> HTML? {
        error(name).map { "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">\(Words.error[language])</span> \($0)</p>\n" }
    }

    func optionalMark(_ isRequired: Bool) -> HTML? {
        isRequired ? nil : " <span class=\"optional\">\(Words.optional[language])</span>"
    }

    /// The frame of one question: label, hint, error, then the input.
    func frame(_ name: String, _ label: Phrase, hint: Phrase?, isRequired: Bool, _ input: HTML) -> HTML {
        """
        <div class="field\(error(name) == nil ? "" : " wrong")">
        <label for="\(name)">\(label[language])\(optionalMark(isRequired))</label>
        \(self.hint(name, hint))\(errorMessage(name))\(input)
        </div>
        """
    }

    /// The frame of a question with several inputs.
    func group(_ name: String, _ legend: Phrase, hint: Phrase?, isRequired: Bool, _ inputs: HTML) -> HTML {
        """
        <fieldset class="field\(error(name) == nil ? "" : " wrong")"\(attribute: "aria-describedby", describedBy(name, hint: hint))>
        <legend>\(legend[language])\(optionalMark(isRequired))</legend>
        \(self.hint(name, hint))\(errorMessage(name))\(inputs)
        </fieldset>
        """
    }

    private enum Words {
        static let error = Phrase(vi: "Lỗi:", en: "Error:")
        static let optional = Phrase(vi: "(không bắt buộc)", en: "(optional)")
    }
}
