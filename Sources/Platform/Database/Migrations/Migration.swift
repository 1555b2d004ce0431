// SPDX-License-Identifier: Apache-2.0

/// A step of the schema. Once shipped it is never edited; the next step goes after it.
package struct Migration: Sendable {
    /// Stable and unique in the program, `dossiers.001-create`.
    package let name: String
    package let stage: Stage
    /// One statement each, in text that both engines take after `Dialect.rendering`.
    package let statements: [String]

    package init(name: String, stage: Stage = .expand, statements: [String]) {
        (self.name, self.stage, self.statements) = (name, stage, statements)
    }

    /// What a step means to programs that are older than it (docs/adr/0011).
    package enum Stage: String, Sendable, Hashable {
        /// It only adds: a program that does not know it works on.
        case expand
        /// It takes away or restricts what the program before still uses. The program that brings it works without it, too.
        case contract
    }

    /// The steps of one context stand in one row: `dossiers` of `dossiers.004-search`.
    var context: Substring { name.prefix(while: \.isLetter) }

    /// Whether a statement removes or renames what an older program may ask for. An index is nothing a program asks for.
    var takesAway: Bool {
        statements.contains { statement in
            let words = statement.uppercased().split(whereSeparator: \.isWhitespace).map(String.init)
            return switch words.first {
            case "DROP": words.dropFirst().first != "INDEX"
            case "DELETE": true
            case "ALTER": words.contains { ["DROP", "RENAME"].contains($0) } || words.filter { $0 == "ALTER" }.count > 1
            default: false
            }
        }
    }

    /// Tells whether the text changed after it was applied: 64-bit FNV-1a, which guards against accidents only. The finer words
    /// for text count as `TEXT`: the embedded engine knows no others.
    var checksum: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for statement in statements {
            for byte in Dialect.spelledPlainly(statement).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
