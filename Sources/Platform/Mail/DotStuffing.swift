// SPDX-License-Identifier: Apache-2.0

/// A message as it follows DATA: a dot at the start of a line is doubled, and a line with a single dot ends it. Bare CR
/// and LF become CRLF, for some servers take them for the end of the message ("SMTP smuggling").
func dotStuffed(_ message: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(message.count + 64)
    var atLineStart = true
    var index = 0
    while index < message.count {
        let byte = message[index]
        if byte == 13 || byte == 10 {
            if byte == 13, index + 1 < message.count, message[index + 1] == 10 { index += 1 }
            output += [13, 10]
            atLineStart = true
        } else {
            if atLineStart, byte == UInt8(ascii: ".") { output.append(byte) }
            output.append(byte)
            atLineStart = false
        }
        index += 1
    }
    if !atLineStart { output += [13, 10] }
    return output + ".\r\n".utf8
}
