// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A line of text: no control or invisible characters, single spaces.
package func cleanedLine(_ text: String) -> String {
    if isClean(text) { return text }
    // Scalars, not characters: a mark that follows a space is one character with it and would be dropped too.
    let words = visible(text).unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    return normalised(words.map { String($0) }.joined(separator: " "))
}

/// Text of several lines: no control or invisible characters, line feeds only, none at the ends.
func cleanedParagraphs(_ text: String) -> String {
    if isClean(text) { return text }
    let lines = visible(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return normalised(lines.joined(separator: "\n"))
}

/// What nearly everybody types here: visible Latin letters and signs with single spaces between them, which no cleaning changes.
/// Asking Unicode about every letter costs more than the rest of a form's check.
private func isClean(_ text: String) -> Bool {
    var previous: UInt32 = 0x20
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x20 where previous != 0x20, 0x21...0x7E, 0xC0...0x24F, 0x1EA0...0x1EFF: previous = scalar.value
        default: return false
        }
    }
    return previous != 0x20
}

/// Drops what cannot be seen: control characters (but line ends and tabs) and format characters such as direction marks.
/// The few that are seen by what they do stay: joiners inside a pictograph or a letter of Indic scripts, tags behind a flag.
private func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control: if scalar == "\n" || scalar == "\r" || scalar == "\t" { scalars.append(scalar) }
        case .format: if scalars.last.map({ shapes(scalar, after: $0) }) ?? false { scalars.append(scalar) }
        case .surrogate, .privateUse, .unassigned: break
        default: scalars.append(scalar)
        }
    }
    return String(scalars)
}

private func shapes(_ scalar: Unicode.Scalar, after last: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C: last.properties.canonicalCombiningClass == .virama
    case 0x200D:
        last.properties.canonicalCombiningClass == .virama || last.value == 0xFE0F || (last.value > 0xFF && last.properties.isEmoji)
    case 0xE0020...0xE007F: last.value == 0x1F3F4 || (0xE0020...0xE007E).contains(last.value)
    default: false
    }
}
