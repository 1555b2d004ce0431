// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

/// The name with an ending that fits what the file is.
package func safeFileName(_ name: String, for kind: FileKind) -> String {
    let safe = safeFileName(name)
    return kind.endings.contains(fileEnding(safe)) ? safe : shortenedFileName("\(safe).\(kind.endings.first ?? "bin")")
}

/// What follows the last dot, in lower case; empty where there is none.
func fileEnding(_ name: String) -> String {
    let safe = safeFileName(name)
    guard let dot = safe.lastIndex(of: "."), dot != safe.startIndex else { return "" }
    return safe[safe.index(after: dot)...].lowercased()
}
