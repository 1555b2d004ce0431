// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A turn of life that brings people to the administration, and the procedures that belong to it.
package struct LifeEvent: Codable, Hashable, Sendable {
    /// Its place in the address, `sinh-con`.
    package let id: String
    package let icon: Icon
    package let title: Phrase
    /// What it is about, in a few words.
    package let examples: Phrase
    package let steps: [Step]

    /// Procedures that are done together, in the order in which they come.
    package struct Step: Codable, Hashable, Sendable {
        package let title: Phrase
        /// National codes.
        package let procedures: [String]
    }

    package enum Icon: String, Codable, CaseIterable, Sendable {
        case child, rings, candle, home, land, building, shop, care
    }
}
