// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// An electronic form: sections of questions, each asked only when its condition holds. A definition is versioned data;
/// a case keeps the version it was filed with.
package struct FormDefinition: Codable, Hashable, Sendable {
    package let id: String
    package let version: Int
    package let sections: [FormSection]

    package init(id: String, version: Int, sections: [FormSection]) {
        (self.id, self.version, self.sections) = (id, version, sections)
    }

    /// Every question of the form with its section, in the order they are asked.
    package var questions: [(section: FormSection, question: Question)] {
        sections.flatMap { section in section.questions.map { (section, $0) } }
    }

    package func section(_ id: String) -> FormSection? {
        sections.first { $0.id == id }
    }

    package func question(_ id: String) -> Question? {
        questions.first { $0.question.id == id }?.question
    }
}

/// Questions that belong together under one title; a repeated section is answered once for each member, plot, child…
package struct FormSection: Codable, Hashable, Sendable {
    package let id: String
    package let title: Phrase
    package let note: Phrase?
    package let visibleWhen: Condition?
    package let repeats: Repetition?
    package let questions: [Question]

    package init(
        id: String, title: Phrase, note: Phrase? = nil, visibleWhen: Condition? = nil, repeats: Repetition? = nil, questions: [Question]
    ) {
        (self.id, self.title, self.note) = (id, title, note)
        (self.visibleWhen, self.repeats, self.questions) = (visibleWhen, repeats, questions)
    }

    /// Whether the section is shown to somebody who has answered this much.
    package func isAsked(_ answers: Answers) -> Bool {
        visibleWhen?.holds(answers) ?? true
    }
}

/// How often a repeated section may be answered.
package struct Repetition: Codable, Hashable, Sendable {
    package let minimum: Int
    package let maximum: Int

    package init(minimum: Int, maximum: Int) {
        (self.minimum, self.maximum) = (minimum, maximum)
    }
}
