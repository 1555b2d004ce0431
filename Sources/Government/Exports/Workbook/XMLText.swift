// SPDX-License-Identifier: Apache-2.0

/// Text inside an element of a workbook.
enum XMLText {
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        guard text.contains(where: isSpecial) else { return bytes.append(contentsOf: text) }
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            // XML makes a line feed of it unless it is said by number.
            case 13: bytes.append(contentsOf: "&#13;".utf8)
            case 9, 10: bytes.append(byte)
            case 0..<0x20: append(code: UInt16(byte), to: &bytes)
            case UInt8(ascii: "_") where isEscape(text, at: index): append(code: 0x5F, to: &bytes)
            case 0xBE, 0xBF:
                if isNoncharacter(text, at: index) {
                    bytes.removeLast(2)
                    append(code: 0xFFC0 | UInt16(byte - 0x80), to: &bytes)
                } else {
                    bytes.append(byte)
                }
            default: bytes.append(byte)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), 0xEF: true
        default: false
        }
    }

    /// What XML cannot hold is written `_x0001_` (ECMA-376 Part 1, 22.9.2.19).
    private static func append(code: UInt16, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: "_x".utf8)
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(code >> shift & 0xF)
            bytes.append(digit < 10 ? 48 + digit : 55 + digit)
        }
        bytes.append(UInt8(ascii: "_"))
    }

    /// Whether what follows would be read as such an escape.
    private static func isEscape(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index + 6 < text.count, text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_") else { return false }
        return text[index + 2..<index + 6].allSatisfy { (48...57).contains($0) || (65...70).contains($0) || (97...102).contains($0) }
    }

    /// U+FFFE and U+FFFF, `EF BF BE` and `EF BF BF`, are no characters of XML.
    private static func isNoncharacter(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index >= 2 && text[index - 1] == 0xBF && text[index - 2] == 0xEF
    }
}
