// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A file somebody sent. It rests at `path` until the answer is made; keep it by copying or moving it before.
package struct UploadedFile: Sendable, Hashable {
    /// The field of the form it came in.
    package let field: String
    /// The name the sender's machine gave it, without folders and control characters.
    package let filename: String
    /// The type the sender's machine claims; look at the bytes before believing it.
    package let declaredType: String
    package let path: String
    package let size: Int
    /// Lower-case hexadecimal.
    package let sha256: String

    package init(field: String, filename: String, declaredType: String, path: String, size: Int, sha256: String) {
        (self.field, self.filename, self.declaredType, self.path, self.size, self.sha256) = (field, filename, declaredType, path, size, sha256)
    }
}

/// A file name that is safe to show and to send back: the last path component, composed (NFC), at most 180 bytes, its
/// ending kept.
package func sanitisedFilename(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let visible = String(String.UnicodeScalarView(last.unicodeScalars.filter { !isInvisible($0) }))
    var kept = normalised(visible)
    while kept.hasPrefix(".") { kept.removeFirst() }
    return kept.isEmpty ? "tep" : shortened(kept, to: 180)
}

/// Control characters and the marks that turn the direction of text, which make `fdp.exe` look like `exe.pdf`.
private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
}

private func shortened(_ name: String, to limit: Int) -> String {
    guard name.utf8.count > limit else { return name }
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    let ending = name[dot...].utf8.count <= 16 ? String(name[dot...]) : ""
    var stem = ""
    for character in name.dropLast(ending.count) {
        guard stem.utf8.count + character.utf8.count + ending.utf8.count <= limit else { break }
        stem.append(character)
    }
    return stem + ending
}
