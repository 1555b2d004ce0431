// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// One serving process among those that work on the same database.
package struct Node: Sendable, Hashable {
    package let id: Identifier
    /// What operators call it: the machine and the port.
    package let name: String
    /// The release of its program.
    package let release: String
    /// Names the schema its program knows (`Migrator.fingerprint`).
    package let fingerprint: String

    package init(id: Identifier, name: String, release: String, fingerprint: String) {
        (self.id, self.name, self.release, self.fingerprint) = (id, name, release, fingerprint)
    }
}
