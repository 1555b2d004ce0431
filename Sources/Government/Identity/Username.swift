// SPDX-License-Identifier: Apache-2.0

import Kernel

/// The form in which a username is kept and compared: lower-case Latin letters and digits, everything between them one
/// dot. `Một Cửa`, `mot.cua` and `MOT_CUA` are the same name, so nobody can pose as a neighbour by a mark.
package func usernameKey(_ text: String) -> String {
    folded(text).split(separator: " ").joined(separator: ".")
}

/// Whether a text is a personal identification number: twelve digits.
package func isPersonalIDNumber(_ text: String) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
}
