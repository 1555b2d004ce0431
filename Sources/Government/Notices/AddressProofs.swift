// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
package import Kernel

/// Proofs that somebody reads the mail of an address: the signed link that stops letters to it, and the code that confirms it.
package struct AddressProofs: Sendable {
    private let key: Secret<[UInt8]>

    package init(key: Secret<[UInt8]>) {
        self.key = key
    }

    /// Goes into the link at the end of each letter.
    func stopToken(for address: String) -> String { "\(base64url(Array(address.utf8))).\(signature(address))" }

    /// How a code is kept: who reads the database does not learn it.
    func hash(code: String, account: String) -> String { signature("\(account) \(code)") }

    /// The address a token stops; nil when the token is not ours.
    func address(_ token: String) -> String? {
        let parts = token.split(separator: ".").map(String.init)
        guard parts.count == 2, let bytes = decoded(parts[0]), let address = String(validating: bytes, as: UTF8.self),
            HMAC<SHA256>.isValidAuthenticationCode(Data(decoded(parts[1]) ?? []), authenticating: Data(address.utf8), using: symmetricKey)
        else { return nil }
        return address
    }

    private var symmetricKey: SymmetricKey { SymmetricKey(data: key.reveal()) }

    private func signature(_ address: String) -> String {
        base64url(Array(HMAC<SHA256>.authenticationCode(for: Data(address.utf8), using: symmetricKey)))
    }

    private func base64url(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private func decoded(_ text: String) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding).map(Array.init)
    }
}
