// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What came of checking answers against a form.
package struct FormCheck: Hashable, Sendable {
    /// The answers as they are to be kept: normalised, without those to questions that were not asked or that are wrong.
    package let accepted: Answers
    /// Everything wrong, in the order of the questions.
    package let errors: [FieldError]

    package init(accepted: Answers, errors: [FieldError]) {
        (self.accepted, self.errors) = (accepted, errors)
    }

    package var isClean: Bool { errors.isEmpty }
}

extension FormDefinition {
    /// Checks answers against the form. `communes` are the codes an address may name (nil: any code of five digits),
    /// `today` is needed for dates that may not lie in the future.
    package func check(_ answers: Answers, communes: Set<String>? = nil, today: LocalDate? = nil) -> FormCheck {
        var examination = Examination(communes: communes, today: today)
        for section in sections where section.isAsked(examination.accepted) {
            examination.examine(section, answers)
        }
        return FormCheck(accepted: examination.accepted, errors: examination.errors)
    }
}
