// SPDX-License-Identifier: Apache-2.0

package import Cases
import Crypto
import Foundation
package import Kernel

/// Turns a file that lies in the vault into a text a browser or program may carry and bring back: it says which content is
/// meant and cannot be made up, so nobody attaches what he never uploaded.
package struct FileReferences: Sendable {
    private let key: Secret<[UInt8]>

    package init(key: Secret<[UInt8]>) {
        self.key = key
    }

    package func reference(_ file: AttachedFile) throws -> String {
        let content = Data(
            [file.sha256, String(file.size), file.mediaType, file.pages.map(String.init) ?? "", file.name].joined(separator: "\n").utf8)
        return base64URL(content) + "." + base64URL(Data(code(content)))
    }

    /// The file a reference of ours stands for, as a paper of this component; nil when it is not ours.
    package func file(_ reference: String, component: String) -> AttachedFile? {
        let parts = reference.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 2, let content = data(parts[0]), let mac = data(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: content, using: SymmetricKey(data: key.reveal()))
        else { return nil }
        // Names have no line ends (`safeFileName`), so the parts cannot be mistaken for each other.
        let fields = String(decoding: content, as: UTF8.self).split(separator: "\n", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 5, let size = Int(fields[1]) else { return nil }
        return AttachedFile(
            component: component, name: fields[4], sha256: fields[0], size: size, mediaType: fields[2], pages: Int(fields[3]))
    }

    private func code(_ content: Data) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: key.reveal()))
    }

    private func base64URL(_ data: Data) -> String {
        let bytes = data.base64EncodedData().compactMap { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "+"): UInt8(ascii: "-")
            case UInt8(ascii: "/"): UInt8(ascii: "_")
            case UInt8(ascii: "="): nil
            default: byte
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func data(_ text: Substring.UTF8View) -> Data? {
        var base64 = text.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        while base64.count % 4 != 0 { base64.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(base64))
    }
}
