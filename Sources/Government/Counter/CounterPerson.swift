// SPDX-License-Identifier: Apache-2.0

import Cases
package import Kernel

/// Somebody at the counter, as far as the card, an account or an earlier dossier tells.
package struct CounterPerson: Sendable, Hashable {
    package var name: String
    package var personalID = ""
    package var phone = ""
    package var email = ""
    package var address = ""
    package var birthDate: LocalDate?
    /// The account the dossier will belong to: that of the principal, not of who files (NĐ 118/2025).
    package var account: String?
    package var source: Source

    package enum Source: String, Sendable, Hashable {
        case card, account, earlierDossier
    }

    package init(name: String, source: Source) {
        (self.name, self.source) = (name, source)
    }

    init(_ card: IdentityCardText) {
        self.init(name: card.name, source: .card)
        (personalID, address, birthDate) = (card.personalID, card.address, card.birthDate)
    }

    init(_ applicant: Applicant) {
        self.init(name: applicant.name, source: .earlierDossier)
        (personalID, phone, email, address, account) = (
            applicant.personalID, applicant.phone, applicant.email, applicant.address, applicant.account
        )
    }

    /// The same with what is known from elsewhere where this one knows nothing.
    func completed(by other: CounterPerson?) -> CounterPerson {
        guard let other else { return self }
        var both = self
        if both.personalID.isEmpty { both.personalID = other.personalID }
        if both.phone.isEmpty { both.phone = other.phone }
        if both.email.isEmpty { both.email = other.email }
        if both.address.isEmpty { both.address = other.address }
        both.birthDate = birthDate ?? other.birthDate
        both.account = account ?? other.account
        return both
    }
}
