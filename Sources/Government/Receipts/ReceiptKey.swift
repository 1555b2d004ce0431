// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
package import Kernel

/// The province's Ed25519 key (RFC 8032) that content receipts are signed with.
package struct ReceiptKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter seed: 32 secret bytes, the same on every node.
    package init(seed: Secret<[UInt8]>) throws {
        key = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(seed.reveal()))
    }

    package var publicBytes: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// Names the key on receipts: the first 16 hexadecimal digits of the SHA-256 of its public half.
    package var id: String { SHA256.hash(data: publicBytes).prefix(8).hex }

    func sign(_ statement: String) throws -> [UInt8] {
        Array(try key.signature(for: Data(statement.utf8)))
    }

    func isValid(_ signature: [UInt8], of statement: String) -> Bool {
        key.publicKey.isValidSignature(Data(signature), for: Data(statement.utf8))
    }
}
