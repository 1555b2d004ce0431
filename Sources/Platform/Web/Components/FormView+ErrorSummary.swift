// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import Markup

extension FormView {
    /// Everything wrong with the form in one list, each line a link to its field; nothing when nothing is wrong.
    package func errorSummary() -> HTML {
        Component.errorSummary(errors, language)
    }
}

extension Component {
    package static func errorSummary(_ errors: [FieldError], _ language: Language) -> HTML {
        guard !errors.isEmpty else { return .empty }
        let items = errors.map { error -> HTML in
            error.field.isEmpty
                ? "<li>\(error.message[language])</li>" : "<li><a href=\"\(href: "#" + error.field)\">\(error.message[language])</a></li>"
        }
        return """
            <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex="-1">
            <h2 id="error-summary-title">\(title[language])</h2>
            <ul>\(items)</ul>
            </div>
            """
    }

    private static let title = Phrase(vi: "Có chỗ cần sửa", en: "There is something to correct")
}
