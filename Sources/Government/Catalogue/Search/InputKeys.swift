// SPDX-License-Identifier: Apache-2.0

/// The keys by which Vietnamese is typed, left standing because the input method was off: `ddaats`, `d9at61`.
enum InputKeys {
    /// The syllable meant, without marks; nil where no such key was typed.
    static func resolved(_ word: String) -> String? {
        var (result, wasKey): ([UInt8], Bool) = ([], false)
        for byte in word.utf8 {
            if isKey(byte, after: result) { wasKey = true } else { result.append(byte) }
        }
        return wasKey && result.count > 1 ? String(decoding: result, as: UTF8.self) : nil
    }

    static func isVowel(_ byte: UInt8) -> Bool {
        "aeiouy".utf8.contains(byte)
    }

    private static func isKey(_ byte: UInt8, after typed: [UInt8]) -> Bool {
        guard let last = typed.last else { return false }
        let hasVowel = typed.contains(where: isVowel)
        switch byte {
        case UInt8(ascii: "d"): return last == byte && typed.count == 1
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"): return typed.contains(byte)
        case UInt8(ascii: "w"): return hasVowel || !typed.isEmpty
        case UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "r"), UInt8(ascii: "x"), UInt8(ascii: "j"): return hasVowel
        case UInt8(ascii: "1")...UInt8(ascii: "9"): return hasVowel || last == UInt8(ascii: "d")
        default: return false
        }
    }
}
