// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Folding for search and comparison: lower case, marks removed, đ as d, every run of anything else one space.
/// `"Đăng ký KHAI SINH"` and `"dang ky khai sinh"` fold to the same text, however they were typed (NFC or NFD).
package func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
        guard let letter = foldedScalar(scalar) else { continue }
        if letter == UInt8(ascii: " ") {
            pendingSpace = !bytes.isEmpty
        } else {
            if pendingSpace { bytes.append(UInt8(ascii: " ")) }
            pendingSpace = false
            bytes.append(letter)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Text as it is stored: composed (NFC), without spaces at the ends.
package func normalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return text }
    let composed = text.unicodeScalars.allSatisfy(isSurelyComposed) ? text : text.precomposedStringWithCanonicalMapping
    // Asking Foundation to trim costs more than looking whether there is anything to trim.
    guard mayBeTrimmed(first) || mayBeTrimmed(last) else { return composed }
    return composed.trimmingCharacters(in: .whitespacesAndNewlines)
}

/// Letters that composing leaves alone, Vietnamese ones among them: nearly everything people here type.
private func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x300 || (0x1EA0...0x1EFF).contains(scalar.value)
}

private func mayBeTrimmed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) || (scalar.value > 0x2FF && scalar.properties.isWhitespace)
}

/// The ASCII letter or digit behind a scalar, a space for anything that separates words, nil for a mark to drop.
private func foldedScalar(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: UInt8(scalar.value)
    case 0x41...0x5A: UInt8(scalar.value + 32)
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: nil
    // Đ, and the two letters that look like it and are typed in its place (Eth, African D).
    case 0x110, 0x111, 0xD0, 0xF0, 0x189, 0x256: UInt8(ascii: "d")
    case 0x80...0x1EFF: foldingTable[Int(scalar.value)] ?? UInt8(ascii: " ")
    default: UInt8(ascii: " ")
    }
}

/// Base letters of the precomposed Latin letters, taken from Unicode's own decompositions once.
private let foldingTable: [UInt8?] = (0...0x1EFF).map { value in
    guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else { return nil }
    guard let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first, base.isASCII else { return nil }
    let byte = UInt8(base.value)
    return (65...90).contains(byte) ? byte + 32 : byte
}
