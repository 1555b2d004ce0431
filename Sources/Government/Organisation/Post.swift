// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A role held at a unit from a day on; a stand-in for a colleague on leave is a post with both ends.
package struct Post: Codable, Hashable, Sendable {
    package let unit: String
    package let role: PostRole
    package let from: LocalDate
    /// The last day of the post; nil while it is open.
    package let to: LocalDate?

    package init(unit: String, role: PostRole, from: LocalDate, to: LocalDate? = nil) {
        (self.unit, self.role, self.from, self.to) = (unit, role, from, to)
    }

    package func isHeld(on day: LocalDate) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}
