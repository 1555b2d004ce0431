// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Forms
import Kernel

/// One screen of a filing in steps.
enum DraftStep: Hashable {
    case section(FormSection)
    case papers
    case delivery
    case review

    /// As addresses name it.
    var id: String {
        switch self {
        case .section(let section): section.id
        case .papers: "papers"
        case .delivery: "delivery"
        case .review: "review"
        }
    }

    var title: Phrase {
        switch self {
        case .section(let section): section.title
        case .papers: FilingWords.papers
        case .delivery: FilingWords.deliveryLabel
        case .review: FilingWords.review
        }
    }

    /// Whether a field of a posted form, or an error, is of this step.
    func holds(_ name: String) -> Bool {
        switch self {
        case .section(let section):
            guard section.repeats == nil else { return name.hasPrefix("\(section.id)[") || name == section.id }
            let keys = section.questions.flatMap(\.keys)
            return keys.contains { key in ["", "_day", "_month", "_year", "_choice"].contains { name == key + $0 } }
        case .papers: return name.hasPrefix("file.") || name.hasPrefix("kept_file.")
        case .delivery: return name == "_delivery" || name == "_returning"
        case .review: return false
        }
    }

    /// The steps for somebody who has answered this much; `review` ends them.
    static func all(_ chosen: ProcedureCase, _ answers: Answers) -> [DraftStep] {
        let sections = chosen.form.sections.filter { $0.isAsked(answers) }.map(DraftStep.section)
        let hasPapers = chosen.components(for: answers).contains { !$0.isForm }
        return sections + (hasPapers ? [.papers] : []) + [.delivery, .review]
    }
}
