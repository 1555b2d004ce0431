// SPDX-License-Identifier: Apache-2.0

/// One cell of a table for spreadsheets (RFC 4180); one that would be taken for a formula gets a quote before it.
package enum CSVCell {
    /// What a file in UTF-8 begins with, so that spreadsheets take it for that.
    package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Adds the cell, in quotation marks where it needs them.
    package static func append(_ cell: String, to bytes: inout [UInt8]) {
        var cell = cell
        let isFormula = cell.utf8.first.map(beginsFormula) ?? false && !isSignedNumber(cell)
        cell.withUTF8 { text in
            guard text.contains(where: needsQuotes) else {
                if isFormula { bytes.append(UInt8(ascii: "'")) }
                return bytes.append(contentsOf: text)
            }
            bytes.append(UInt8(ascii: "\""))
            if isFormula { bytes.append(UInt8(ascii: "'")) }
            for byte in text {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private static func beginsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13: true
        default: false
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
    }

    /// A sign and a number in digits. `Double` reads more, such as `-Infinity`, which a spreadsheet takes for a name.
    private static func isSignedNumber(_ cell: String) -> Bool {
        let digits = cell.utf8.dropFirst()
        return Double(cell) != nil && digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    }
}
