// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Addresses that begin alike, `10.0.0.0/8` or `fd00::/8`; a bare address is a range of one.
package struct AddressRange: Sendable, Hashable {
    private let bytes: [UInt8]
    private let bits: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let bytes = addressBytes(String(parts[0])) else { return nil }
        let all = bytes.count * 8
        guard let bits = parts.count == 1 ? all : Int(parts[1]), (0...all).contains(bits) else { return nil }
        (self.bytes, self.bits) = (bytes, bits)
    }

    /// Ranges with commas between them; nil when one is not understood.
    package static func list(_ text: String) -> [AddressRange]? {
        let ranges = text.split(separator: ",", omittingEmptySubsequences: false).map { AddressRange($0.filter { $0 != " " }) }
        return ranges.contains(nil) ? nil : ranges.compactMap(\.self)
    }

    func contains(_ address: String) -> Bool {
        guard let other = addressBytes(address), other.count == bytes.count else { return false }
        let whole = bits / 8
        guard bytes.prefix(whole) == other.prefix(whole) else { return false }
        let rest = bits % 8
        return rest == 0 || bytes[whole] >> (8 - rest) == other[whole] >> (8 - rest)
    }
}

/// Four or sixteen bytes; nil for what is no address. An IPv4 address written as IPv6 is one of IPv4.
private func addressBytes(_ text: String) -> [UInt8]? {
    guard text.utf8.count <= 45 else { return nil }
    var short = [UInt8](repeating: 0, count: 4)
    if inet_pton(AF_INET, text, &short) == 1 { return short }
    var long = [UInt8](repeating: 0, count: 16)
    guard inet_pton(AF_INET6, text, &long) == 1 else { return nil }
    let isMapped = long.prefix(10).allSatisfy { $0 == 0 } && long[10] == 0xFF && long[11] == 0xFF
    return isMapped ? Array(long.suffix(4)) : long
}
