// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// The province this installation serves, as its pack describes it.
package struct Province: Codable, Hashable, Sendable {
    /// `tỉnh Thái Nguyên`, ready to stand inside a sentence.
    package let name: Phrase
    /// `Thái Nguyên`.
    package let shortName: Phrase
    package let agencyCode: String
    /// Agency codes of provinces merged into this one: their dossiers keep the codes they were given.
    package let formerAgencyCodes: [String]
    package let statisticalCode: String
    /// First digits of personal numbers registered here.
    package let personalNumberPrefixes: [String]
    package let settings: ProvinceSettings
    /// Facts of the pack that nobody has confirmed yet.
    package let toBeConfirmed: [String]

    package init(
        name: Phrase, shortName: Phrase, agencyCode: String, formerAgencyCodes: [String] = [], statisticalCode: String,
        personalNumberPrefixes: [String] = [], settings: ProvinceSettings, toBeConfirmed: [String] = []
    ) {
        (self.name, self.shortName, self.agencyCode, self.formerAgencyCodes) = (name, shortName, agencyCode, formerAgencyCodes)
        (self.statisticalCode, self.personalNumberPrefixes) = (statisticalCode, personalNumberPrefixes)
        (self.settings, self.toBeConfirmed) = (settings, toBeConfirmed)
    }
}
