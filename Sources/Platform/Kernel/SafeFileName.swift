// SPDX-License-Identifier: Apache-2.0

/// A name that may be shown, stored and offered for download: no path, no control or direction marks, at most 150
/// characters; Vietnamese letters stay. A name of which nothing remains becomes `tep`.
package func safeFileName(_ name: String) -> String {
    let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
    var scalars = String.UnicodeScalarView()
    for scalar in normalised(last).unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: scalars.append(" ")
        // Direction marks turn `gpj.exe` around on the screen; zero-width marks hide in a name.
        case .format, .surrogate, .privateUse, .unassigned: continue
        default: scalars.append("<>:\"|?*".unicodeScalars.contains(scalar) ? "_" : scalar)
        }
    }
    let words = String(scalars).split(separator: " ").joined(separator: " ")
    let trimmed = words.drop { $0 == "." || $0 == " " }
    return trimmed.isEmpty ? "tep" : shortenedFileName(String(trimmed))
}

/// Keeps the ending. The second bound is the file systems' own, in bytes.
package func shortenedFileName(_ name: String) -> String {
    guard name.count > 150 || name.utf8.count > 240 else { return name }
    var ending = ""
    if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 12 { ending = String(name[dot...]) }
    var stem = String(name.dropLast(ending.count).prefix(150 - ending.count))
    while stem.utf8.count + ending.utf8.count > 240 { stem.unicodeScalars.removeLast() }
    return stem + ending
}
