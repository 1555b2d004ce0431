// SPDX-License-Identifier: Apache-2.0

import Crypto
import Kernel

/// A file of the program itself (style, script, picture) served under `/assets/`, its checksum in its name so that
/// browsers may keep it for ever.
package struct Asset: Sendable {
    /// The path it is served at, `/assets/style-1f2e3d4c.css`.
    package let link: String
    let type: String
    let bytes: [UInt8]

    /// `name` with its ending, `style.css`.
    package init(name: String, type: String, text: String) {
        self.init(name: name, type: type, bytes: Array(text.utf8))
    }

    package init(name: String, type: String, bytes: [UInt8]) {
        let checksum = SHA256.hash(data: bytes).prefix(6).hex
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        link = "/assets/\(name[..<dot])-\(checksum)\(name[dot...])"
        (self.type, self.bytes) = (type, bytes)
    }
}
