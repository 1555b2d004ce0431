// SPDX-License-Identifier: Apache-2.0

/// A step of the schema. Once shipped it is never edited; the next step goes after it.
package struct Migration: Sendable {
    /// Stable and unique in the program, `dossiers.001-create`.
    package let name: String
    /// One statement each, in text that both engines take after `Dialect.rendering`.
    package let statements: [String]

    package init(name: String, statements: [String]) {
        (self.name, self.statements) = (name, statements)
    }

    /// Tells whether the text changed after it was applied: 64-bit FNV-1a, which guards against accidents only.
    var checksum: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for statement in statements {
            for byte in statement.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
