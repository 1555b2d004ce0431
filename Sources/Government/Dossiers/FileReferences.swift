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

    private struct Content: Codable {
        let n: String
        let h: String
        let s: Int
        let t: String
    }

    package func reference(name: String, sha256: String, size: Int, mediaType: String) throws -> String {
        let content = try JSONEncoder().encode(Content(n: name, h: sha256, s: size, t: mediaType))
        return base64URL(content) + "." + base64URL(Data(code(content)))
    }

    /// The file a reference of ours stands for, as a paper of this component; nil when it is not ours.
    package func file(_ reference: String, component: String) -> AttachedFile? {
        let parts = reference.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let content = data(parts[0]), let mac = data(parts[1]),
            HMAC<SHA256>.isValidAuthenticationCode(mac, authenticating: content, using: SymmetricKey(data: key.reveal())),
            let file = try? JSONDecoder().decode(Content.self, from: content)
        else { return nil }
        return AttachedFile(component: component, name: file.n, sha256: file.h, size: file.s, mediaType: file.t)
    }

    private func code(_ content: Data) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: key.reveal()))
    }

    private func base64URL(_ data: Data) -> String {
        String(
            data.base64EncodedString().compactMap { character -> Character? in
                switch character {
                case "+": "-"
                case "/": "_"
                case "=": nil
                default: character
                }
            })
    }

    private func data(_ text: Substring) -> Data? {
        var base64 = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })
        base64 += String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        return Data(base64Encoded: base64)
    }
}
