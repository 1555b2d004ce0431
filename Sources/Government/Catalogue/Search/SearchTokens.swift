// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

/// Text cut into the syllables that search compares.
enum SearchTokens {
    /// Folded syllables. A final y after a consonant is written i, since `đăng ký` and `đăng kí` are the same word.
    static func folded(_ text: String) -> [String] {
        alreadyFolded(Kernel.folded(text))
    }

    static func alreadyFolded(_ text: String) -> [String] {
        text.utf8.split(separator: 32).map { syllable(String(Substring($0))) }
    }

    /// A folded syllable, its final y written i.
    static func syllable(_ word: String) -> String {
        var bytes = Array(word.utf8)
        if bytes.count >= 2, bytes[bytes.count - 1] == UInt8(ascii: "y") {
            let isQu = bytes.count == 3 && bytes[0] == UInt8(ascii: "q")
            if isQu || !"aeiou".utf8.contains(bytes[bytes.count - 2]) { bytes[bytes.count - 1] = UInt8(ascii: "i") }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same syllables with their marks, lower case; as many as `folded` gives for the same text.
    static func marked(_ text: String) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        for scalar in normalised(text).lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || (48...57).contains(scalar.value) {
                word.append(scalar)
            } else if !word.isEmpty {
                words.append(String(word))
                word = String.UnicodeScalarView()
            }
        }
        if !word.isEmpty { words.append(String(word)) }
        return words
    }

    /// What two spellings of a marked syllable have in common: `hòa` and `hoà`.
    static func key(ofMarked word: String) -> String {
        let marks = marks(word)
        return marks.isEmpty ? word : folded(word).joined() + marks.map { " \($0)" }.joined()
    }

    /// The marks of a syllable, wherever in it they are written: `hòa` and `hoà` have the same. Empty when it has none.
    static func marks(_ word: String) -> [UInt32] {
        guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        return word.decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value).filter { !(97...122).contains($0) }.sorted()
    }
}

/// Whether two words differ by one letter put in, left out, replaced or exchanged with its neighbour.
func differsByOneEdit(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= 1, left != right else { return false }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    if short.count < long.count { return short[start...].elementsEqual(long[(start + 1)...]) }
    if short[(start + 1)...].elementsEqual(long[(start + 1)...]) { return true }
    return start + 1 < short.count && short[start] == long[start + 1] && short[start + 1] == long[start]
        && short[(start + 2)...].elementsEqual(long[(start + 2)...])
}
