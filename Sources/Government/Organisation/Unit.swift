// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// An agency or a part of one: it receives, resolves, signs. Its agency code (QĐ 20/2020) stands in dossier codes.
package struct Unit: Codable, Hashable, Sendable {
    /// `H55.238`: groups joined by dots, the province first.
    package let code: String
    package let name: Phrase
    package let kind: UnitKind
    package let level: GovernmentLevel
    /// Code of the unit above; nil for the province itself.
    package let parent: String?
    /// The statistics office's number of the territory, `05443`; not to be taken for the agency code.
    package let statisticalCode: String?
    /// The territory the unit governs, `Phường Phan Đình Phùng`, as it stands in an address.
    package let place: Phrase?
    package let address: String?
    /// Whether people hand in dossiers here.
    package let isOneStop: Bool
    /// The name of that desk; it shares the unit's agency code, so one code stands in dossier codes.
    package let deskName: Phrase?
    /// Whether the agency code was confirmed by its owner.
    package let isConfirmed: Bool

    package init(
        code: String, name: Phrase, kind: UnitKind, level: GovernmentLevel, parent: String? = nil, statisticalCode: String? = nil,
        place: Phrase? = nil, address: String? = nil, isOneStop: Bool = false, deskName: Phrase? = nil, isConfirmed: Bool = false
    ) {
        (self.code, self.name, self.kind, self.level, self.parent) = (code, name, kind, level, parent)
        (self.statisticalCode, self.place, self.address) = (statisticalCode, place, address)
        (self.isOneStop, self.deskName, self.isConfirmed) = (isOneStop, deskName, isConfirmed)
    }

    /// The name to send people to: the desk where there is one, the unit otherwise.
    package var receptionName: Phrase { deskName ?? name }
}

/// The same type for files that import Foundation, which has a `Unit` of its own.
package typealias OrganisationUnit = Unit
