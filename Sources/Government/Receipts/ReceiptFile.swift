// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

/// The file a citizen keeps: the document, its signature and the key, enough to check it without this system.
package struct ReceiptFile: Codable, Sendable, Hashable {
    package let version: Int
    package let dossier: String
    package let sequence: Int
    package let document: String
    package let sha256: String
    package let signature: String
    package let keyID: String
    package let publicKey: String

    enum CodingKeys: String, CodingKey {
        case version, dossier, sequence, document, sha256, signature
        case keyID = "key_id"
        case publicKey = "public_key"
    }

    package init(_ receipt: ContentReceipt, key: ReceiptKey) {
        (version, dossier, sequence) = (1, receipt.code, receipt.sequence)
        (document, sha256, signature) = (receipt.document, receipt.hash, Base64URL.text(receipt.signature))
        (keyID, publicKey) = (key.id, Base64URL.text(key.publicBytes))
    }

    package var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            return Array(try encoder.encode(self))
        }
    }

    /// The token its signature stands in; the hash is counted again from the document, never believed.
    var token: ReceiptToken? {
        let hash = bytes(hexadecimal: ContentReceipt.hash(of: document))
        return ReceiptToken("\(dossier)~\(sequence)~\(Base64URL.text(hash))~\(signature)")
    }
}
