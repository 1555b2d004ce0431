// SPDX-License-Identifier: Apache-2.0

import Cases
import DossierViews
import Dossiers
import Forms
import Identity
import Kernel

/// What the account already tells is not asked twice (NĐ 309/2026 Đ2), and what the form asked is the applicant on record.
struct Prefilling {
    let form: FormDefinition
    let person: Person

    var pairs: [(name: String, value: String)] {
        guard person.isCitizen else { return [] }
        return form.questions.compactMap { _, question in
            guard let prefill = question.prefill, let value = known(prefill), !value.isEmpty else { return nil }
            return (name: question.id, value: value)
        }
    }

    func applicant(_ answers: Answers) -> Applicant {
        guard person.isCitizen else {
            return Applicant(
                name: answer(.applicantName, answers) ?? "", personalID: answer(.applicantPersonalID, answers) ?? "",
                phone: answer(.applicantPhone, answers) ?? "", email: answer(.applicantEmail, answers) ?? "",
                address: answer(.applicantAddress, answers) ?? "")
        }
        return Applicant(
            name: answer(.applicantName, answers) ?? person.displayName,
            personalID: answer(.applicantPersonalID, answers) ?? person.personalIDNumber ?? "",
            phone: answer(.applicantPhone, answers) ?? person.phone ?? "", email: answer(.applicantEmail, answers) ?? person.email ?? "",
            address: answer(.applicantAddress, answers) ?? "", account: person.accountID.description)
    }

    private func answer(_ prefill: Prefill, _ answers: Answers) -> String? {
        let question = form.questions.first { $0.question.prefill == prefill }?.question
        return question.flatMap { answers[$0.id]?.text }.map(normalised).flatMap { $0.isEmpty ? nil : $0 }
    }

    private func known(_ prefill: Prefill) -> String? {
        switch prefill {
        case .applicantName: person.displayName
        case .applicantPersonalID: person.personalIDNumber
        case .applicantPhone: person.phone
        case .applicantEmail: person.email
        case .applicantBirthDate, .applicantAddress: nil
        }
    }
}
