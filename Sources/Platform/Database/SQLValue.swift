// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A value on its way into a statement.
package enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
    case boolean(Bool)
    case instant(Instant)
    case json(String)
}
