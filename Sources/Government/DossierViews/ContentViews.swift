// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
package import Dossiers
import Forms
package import Kernel
package import Markup
import Organisation
import Web

/// What was filed, as it was filed: answers in words, papers with size and fingerprint.
package struct ContentViews {
    let house: DossierHouse
    let dossier: Dossier
    let language: Language
    /// `/me/dossiers/CODE` or `/work/dossiers/CODE`: where the papers open.
    let base: String

    package init(house: DossierHouse, dossier: Dossier, language: Language, base: String) {
        (self.house, self.dossier, self.language, self.base) = (house, dossier, language, base)
    }

    package var answers: HTML {
        let submission = dossier.state.submission
        guard let definition = house.procedures.definition(submission.procedure, version: submission.version),
            let chosen = definition.case(submission.caseCode)
        else { return .empty }
        let directory = house.organisation
        let sections = chosen.form.lines(submission.answers, language) { code in
            directory.unit(statisticalCode: code).map { ($0.place ?? $0.name)[language] }
        }
        return sections.map { section -> HTML in
            "<h3>\(section.title)</h3>\(Component.summaryList(section.lines.map { (label: $0.label, value: "\($0.value)" as HTML) }))"
        }.joined(separator: "\n")
    }

    package var papers: HTML {
        let files = dossier.state.submission.files
        guard !files.isEmpty else { return "<p>\(Words.noPapers[language])</p>" }
        let items = files.enumerated().map { index, file -> HTML in
            """
            <li><a href="\(href: "\(base)/files/\(index)")">\(file.name)</a>
            <span class="hint">\(componentName(file.component)) · \(Self.size(file.size)) · SHA-256 <code>\(String(file.sha256.prefix(16)))…</code></span></li>
            """
        }
        return "<ul class=\"papers\">\(items)</ul>"
    }

    package var result: HTML? {
        guard let file = dossier.state.result else { return nil }
        return
            "<a class=\"button primary\" href=\"\(href: "\(base)/result")\">\(Words.download[language])</a> <span class=\"hint\">\(file.name) · \(Self.size(file.size))</span>"
    }

    private func componentName(_ code: String) -> String {
        let submission = dossier.state.submission
        let chosen = house.procedures.definition(submission.procedure, version: submission.version)?.case(submission.caseCode)
        return chosen?.components.first { $0.code == code }?.name[language] ?? code
    }

    /// `1,2 MB`, `340 KB`.
    package static func size(_ bytes: Int) -> String {
        if bytes >= 1_000_000 { return "\(bytes / 1_000_000),\(bytes / 100_000 % 10) MB" }
        return bytes >= 1000 ? "\(bytes / 1000) KB" : "\(bytes) B"
    }

    private enum Words {
        static let noPapers = Phrase(vi: "Không có tệp kèm theo.", en: "No files attached.")
        static let download = Phrase(vi: "Tải kết quả", en: "Download the result")
    }
}
