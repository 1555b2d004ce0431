// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What the QR code on a citizen identity card says: number, former number, name, birth, sex, address and issue, between bars.
package struct IdentityCardText: Sendable, Hashable {
    package let personalID: String
    package let name: String
    package let birthDate: LocalDate?
    package let sex: String
    package let address: String

    /// Nil when the text is not of such a card.
    package init?(_ text: String) {
        let parts = normalised(text).split(separator: "|", omittingEmptySubsequences: false).map { normalised(String($0)) }
        guard parts.count >= 6, parts[0].utf8.count == 12, parts[0].utf8.allSatisfy({ (48...57).contains($0) }), !parts[2].isEmpty else { return nil }
        (personalID, name, sex, address) = (parts[0], parts[2], parts[4], parts[5])
        birthDate = Self.date(parts[3])
    }

    /// `ddMMyyyy`, as the card writes it.
    private static func date(_ text: String) -> LocalDate? {
        guard text.utf8.count == 8, let number = Int(text) else { return nil }
        return LocalDate(year: number % 10_000, month: number / 10_000 % 100, day: number / 1_000_000)
    }
}
