// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A text as people see it: composed, without invisible characters, with single spaces.
struct CleanedText {
    let text: String
    /// True when something was taken out or put together that a reader of the raw text could stumble over.
    let changed: Bool

    /// - Parameter lines: whether line ends mean something; otherwise they become spaces.
    init(_ raw: String, lines: Bool) {
        if Self.isPlain(raw.utf8) {
            (text, changed) = (raw, false)
            return
        }
        var scalars = String.UnicodeScalarView()
        var odd = false
        var space = false
        for scalar in raw.unicodeScalars {
            switch Self.role(of: scalar, lines: lines) {
            case .space:
                if space || scalar != " " { odd = true }
                space = true
            case .lineEnd:
                while scalars.last == " " { scalars.removeLast() }
                scalars.append("\n")
                space = false
            case .dropped: odd = true
            case .kept:
                if space, let last = scalars.last, last != "\n" { scalars.append(" ") }
                space = false
                scalars.append(scalar)
            }
        }
        let composed = normalised(String(scalars))
        text = composed
        changed =
            odd || raw.unicodeScalars.first == " " || raw.unicodeScalars.last == " "
            || !composed.unicodeScalars.elementsEqual(normalisedLines(scalars))
    }

    private enum Role { case space, lineEnd, dropped, kept }

    private static func role(of scalar: Unicode.Scalar, lines: Bool) -> Role {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x0A, 0x2028, 0x2029: lines ? .lineEnd : .space
        case 0x0D: lines ? .dropped : .space
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: .dropped
        default: .kept
        }
    }

    /// The quick way for the most usual text: printable ASCII with single spaces.
    private static func isPlain(_ utf8: String.UTF8View) -> Bool {
        var last: UInt8 = 32
        for byte in utf8 {
            guard byte >= 32, byte < 0x7F, byte != 32 || last != 32 else { return false }
            last = byte
        }
        return last != 32 || utf8.isEmpty
    }
}

/// The same scalars without the line ends and spaces that trimming takes off; used to see whether composing changed anything.
private func normalisedLines(_ scalars: String.UnicodeScalarView) -> Substring.UnicodeScalarView {
    var view = Substring(String(scalars)).unicodeScalars
    while let last = view.last, last == "\n" || last == " " { view.removeLast() }
    while let first = view.first, first == "\n" || first == " " { view.removeFirst() }
    return view
}
