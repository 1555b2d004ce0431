// SPDX-License-Identifier: Apache-2.0

/// Whether a link stays on this site: `/path`, `?query`, `#fragment`. Browsers read `\` as `/` and drop tabs and line
/// ends, so `//elsewhere`, `/\elsewhere` and `/⇥/elsewhere` are all refused.
package func isLocalLink(_ link: String) -> Bool {
    let bytes = link.utf8
    guard let first = bytes.first, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else { return false }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "/"): return bytes.dropFirst().first != UInt8(ascii: "/")
    default: return false
    }
}
