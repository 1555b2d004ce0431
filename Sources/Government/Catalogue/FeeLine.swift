// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Phí pays for a public service, lệ phí is a fixed charge of state management; they never share a line or a receipt
/// (Luật Phí và lệ phí 97/2015 Đ3).
package enum FeeKind: String, Codable, CaseIterable, Hashable, Sendable {
    case serviceFee, stateCharge

    package var phrase: Phrase {
        switch self {
        case .serviceFee: Phrase(vi: "Phí", en: "Service fee")
        case .stateCharge: Phrase(vi: "Lệ phí", en: "State charge")
        }
    }
}

/// What an amount is taken for.
package enum FeeUnit: String, Codable, CaseIterable, Hashable, Sendable {
    case dossier, copy, page

    package var phrase: Phrase {
        switch self {
        case .dossier: Phrase(vi: "hồ sơ", en: "dossier")
        case .copy: Phrase(vi: "bản", en: "copy")
        case .page: Phrase(vi: "trang", en: "page")
        }
    }
}

/// A step of a fee by the page: up to and including page `through`, each page costs `amount`.
package struct FeeTier: Codable, Hashable, Sendable {
    /// Nil in the last tier: all further pages.
    package let through: Int?
    package let amount: Money

    package init(through: Int?, amount: Money) {
        (self.through, self.amount) = (through, amount)
    }
}

/// Where in the answers the number of pages and copies stands.
package struct FeeCounts: Codable, Hashable, Sendable {
    /// The repeated section that holds the two questions; nil when they stand in the form itself.
    package let section: String?
    package let pages: String?
    package let copies: String?

    package init(section: String? = nil, pages: String? = nil, copies: String? = nil) {
        (self.section, self.pages, self.copies) = (section, pages, copies)
    }
}

/// One fee of a case.
package struct FeeLine: Codable, Hashable, Sendable {
    package let code: String
    package let name: Phrase
    package let kind: FeeKind
    /// For one unit; nil where the Provincial People's Council sets it. Zero is free.
    package let amount: Money?
    package let unit: FeeUnit
    /// The price of a page by its place, for a fee by the page.
    package let tiers: [FeeTier]
    package let maximumPerCopy: Money?
    package let counts: FeeCounts?
    /// The amount for one unit when filed online, or how many percent less it is; at most one of the two.
    package let onlineAmount: Money?
    package let onlineDiscountPercent: Int?
    /// Who pays nothing.
    package let exemptions: [Phrase]
    package let basis: String?
    package let note: Phrase?
}

extension FeeLine {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        name = try container.decode(Phrase.self, forKey: .name)
        kind = try container.decode(FeeKind.self, forKey: .kind)
        amount = try container.decodeIfPresent(Money.self, forKey: .amount)
        unit = try container.decodeIfPresent(FeeUnit.self, forKey: .unit) ?? .dossier
        tiers = try container.decodeIfPresent([FeeTier].self, forKey: .tiers) ?? []
        maximumPerCopy = try container.decodeIfPresent(Money.self, forKey: .maximumPerCopy)
        counts = try container.decodeIfPresent(FeeCounts.self, forKey: .counts)
        onlineAmount = try container.decodeIfPresent(Money.self, forKey: .onlineAmount)
        onlineDiscountPercent = try container.decodeIfPresent(Int.self, forKey: .onlineDiscountPercent)
        exemptions = try container.decodeIfPresent([Phrase].self, forKey: .exemptions) ?? []
        basis = try container.decodeIfPresent(String.self, forKey: .basis)
        note = try container.decodeIfPresent(Phrase.self, forKey: .note)
    }
}
