// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// What came of reading a number or an address that has rules of its own.
package enum Verdict: Hashable, Sendable {
    /// The one form in which it is kept.
    case right(String)
    case wrong(Phrase)
}

/// The digits of a number typed with spaces, dots or dashes between them; nil when it holds anything else.
func digitsOnly(_ raw: String) -> String? {
    if !raw.isEmpty, raw.utf8.allSatisfy({ (48...57).contains($0) }) { return raw }
    let kept = raw.filter { !($0.isWhitespace || ".-()".contains($0)) }
    return !kept.isEmpty && kept.utf8.allSatisfy { (48...57).contains($0) } ? kept : nil
}
