// SPDX-License-Identifier: Apache-2.0

/// A text as quoted-printable (RFC 2045): seven bits, lines of at most 76 characters that end in CRLF. Such a body passes
/// every server, whether it knows 8BITMIME or not.
func quotedPrintable(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count * 2)
    var column = 0
    func put(_ piece: [UInt8]) {
        if column + piece.count > 75 {
            output += "=\r\n".utf8
            column = 0
        }
        output += piece
        column += piece.count
    }
    let bytes = Array(normalisedLines(text))
    for (index, byte) in bytes.enumerated() {
        let endsLine = index + 1 == bytes.count || bytes[index + 1] == 10
        switch byte {
        case 10:
            output += "\r\n".utf8
            column = 0
        // A space at the end of a line may get lost on the way.
        case 0x20, 0x09: put(endsLine ? escaped(byte) : [byte])
        case 0x3D: put(escaped(byte))
        case 0x21...0x7E: put([byte])
        default: put(escaped(byte))
        }
    }
    if column > 0 { output += "\r\n".utf8 }
    return output
}

/// CRLF and CR as LF.
private func normalisedLines(_ text: String) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for byte in text.utf8 {
        if byte == 13 || (byte == 10 && !afterReturn) { lines.append(10) } else if byte != 10 { lines.append(byte) }
        afterReturn = byte == 13
    }
    return lines
}

private func escaped(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
}
