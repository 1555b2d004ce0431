// SPDX-License-Identifier: Apache-2.0

/// Appends `text` with `& < > " '` replaced. Works on bytes, never on characters: a quote followed by a combining mark
/// is one `Character`, and would slip through a table of characters.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscaped($0, to: &bytes) }
}

func appendEscaped(_ text: Substring, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { appendEscaped($0, to: &bytes) }
}

/// Appends `markup` as it is. Through its memory, because copying the view of its UTF-8 goes byte by byte.
func appendPlain(_ markup: String, to bytes: inout [UInt8]) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
}

private func appendEscaped(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var plainStart = 0
    for index in 0..<source.count {
        let entity: StaticString
        switch source[index] {
        case UInt8(ascii: "&"): entity = "&amp;"
        case UInt8(ascii: "<"): entity = "&lt;"
        case UInt8(ascii: ">"): entity = "&gt;"
        case UInt8(ascii: "\""): entity = "&quot;"
        case UInt8(ascii: "'"): entity = "&#39;"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[plainStart..<index]))
        entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
        plainStart = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[plainStart...]))
}
