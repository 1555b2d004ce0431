// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A text as it may stand in a header: as it is where that is safe, otherwise encoded words (RFC 2047), folded so that no
/// line has more than 76 characters and no letter is cut in two.
/// - Parameter used: characters on the first line before the text.
func headerText(_ text: String, after used: Int) -> String {
    let text = oneLine(text)
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?") && used + text.utf8.count <= 76
    if isPlain { return text }
    var words: [String] = []
    var chunk: [UInt8] = []
    var room = max(9, (76 - used - 12) / 4 * 3)
    for scalar in text.unicodeScalars {
        let bytes = Array(String(scalar).utf8)
        if chunk.count + bytes.count > room {
            words.append(encodedWord(chunk))
            chunk = []
            room = 45
        }
        chunk += bytes
    }
    words.append(encodedWord(chunk))
    return words.joined(separator: "\r\n ")
}

/// A mailbox as it stands in `From` and `To`.
func headerMailbox(_ mailbox: MailAddress, after used: Int) -> String {
    if mailbox.name.isEmpty { return mailbox.address }
    let isSimple = mailbox.name.utf8.allSatisfy { isAtomByte($0) || $0 == 0x20 } && used + mailbox.name.utf8.count <= 60
    let name = isSimple ? mailbox.name : encodedPhrase(mailbox.name, after: used)
    return "\(name)\r\n <\(mailbox.address)>"
}

/// A phrase with specials in it is encoded too: no quoting to get wrong.
private func encodedPhrase(_ text: String, after used: Int) -> String {
    let words = headerText(text, after: used)
    return words.hasPrefix("=?") ? words : encodedWord(Array(text.utf8))
}

private func encodedWord(_ bytes: [UInt8]) -> String { "=?UTF-8?B?\(Data(bytes).base64EncodedString())?=" }

private func isAtomByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
}
