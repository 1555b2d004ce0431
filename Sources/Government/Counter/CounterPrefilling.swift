// SPDX-License-Identifier: Apache-2.0

import Cases
import DossierViews
import Forms
import Kernel
import Organisation

/// Puts what is known of somebody at the counter into the form, and reads the applicant back out of the answers.
struct CounterPrefilling {
    let form: FormDefinition
    let person: CounterPerson?
    /// What was typed to find somebody: a number nobody has is still their number.
    let typed: String
    let directory: OrganisationDirectory

    var pairs: [(name: String, value: String)] {
        form.questions.flatMap { _, question -> [(name: String, value: String)] in
            guard let prefill = question.prefill else { return [] }
            if prefill == .applicantBirthDate { return date(question.id) }
            guard let value = known(prefill), !value.isEmpty else { return [] }
            let pair = (name: question.id, value: value)
            guard question.kind == .address, let commune = TypedCommunes(directory).code(endOf: value) else { return [pair] }
            return [pair, (name: question.communeKey, value: commune)]
        }
    }

    static func applicant(_ form: FormDefinition, _ answers: Answers) -> Applicant {
        func answer(_ prefill: Prefill) -> String {
            let question = form.questions.first { $0.question.prefill == prefill }?.question
            return question.flatMap { answers[$0.id]?.text }.map(normalised) ?? ""
        }
        return Applicant(
            name: answer(.applicantName), personalID: answer(.applicantPersonalID), phone: answer(.applicantPhone),
            email: answer(.applicantEmail), address: answer(.applicantAddress))
    }

    private func known(_ prefill: Prefill) -> String? {
        switch prefill {
        case .applicantName: person?.name ?? (typed.contains(where: \.isNumber) ? nil : typed)
        case .applicantPersonalID: person?.personalID ?? (typed.utf8.count == 12 && Int(typed) != nil ? typed : nil)
        case .applicantPhone: person?.phone
        case .applicantEmail: person?.email
        case .applicantAddress: person?.address
        case .applicantBirthDate: nil
        }
    }

    private func date(_ name: String) -> [(name: String, value: String)] {
        guard let date = person?.birthDate else { return [] }
        return [
            (name: name + "_day", value: padded(date.day, 2)), (name: name + "_month", value: padded(date.month, 2)),
            (name: name + "_year", value: String(date.year)),
        ]
    }
}
