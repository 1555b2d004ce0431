// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Decodes `%41` (and `+` as a space where asked) exactly once; what is not UTF-8 or holds a NUL is refused.
func percentDecoded(_ encoded: some Collection<UInt8>, plusIsSpace: Bool) throws(UserError) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var rest = encoded.makeIterator()
    while let byte = rest.next() {
        switch byte {
        case UInt8(ascii: "%"):
            guard let high = rest.next().flatMap(hexadecimal), let low = rest.next().flatMap(hexadecimal) else {
                throw FormProblem.badPercent.userError
            }
            bytes.append(high << 4 | low)
        case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
        default: bytes.append(byte)
        }
    }
    return try checkedText(bytes)
}

/// The bytes as text, refused when they are not UTF-8 or hold a NUL.
func checkedText(_ bytes: some Collection<UInt8>) throws(UserError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw FormProblem.notUTF8.userError }
    guard !bytes.contains(0) else { throw FormProblem.nulByte.userError }
    return text
}

/// Encodes everything but letters, digits and `-._~` (RFC 3986), and what `keeping` names.
package func percentEncoded(_ text: String, keeping: String = "") -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if isUnreserved(byte) || keeping.utf8.contains(byte) {
            bytes.append(byte)
        } else {
            bytes.append(UInt8(ascii: "%"))
            for nibble in [byte >> 4, byte & 0xF] { bytes.append(nibble < 10 ? 48 + nibble : 55 + nibble) }
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
}

func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}
