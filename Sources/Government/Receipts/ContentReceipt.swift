// SPDX-License-Identifier: Apache-2.0

import Crypto
import Dossiers
import Foundation
package import Kernel

/// The content receipt (biên nhận nội dung): every answer and every file of one filing or supplement, exactly as it was
/// received, signed by the province.
///
/// The document is the stored event itself, so the same receipt can be issued again years later, byte for byte.
package struct ContentReceipt: Sendable, Hashable {
    /// The provisional code, which a dossier keeps for ever.
    package let code: String
    /// Which event of the dossier it is about; 1 is the filing.
    package let sequence: Int
    package let receivedAt: Instant
    /// What is signed for: JSON with everything received.
    package let document: String
    /// SHA-256 of the document's UTF-8 bytes, lower-case hexadecimal.
    package let hash: String
    package let signature: [UInt8]

    init(_ event: StoredEvent, of code: String, signedBy key: ReceiptKey) throws {
        (self.code, sequence, receivedAt) = (code, event.sequence, event.at)
        document = Self.document(event, of: code)
        hash = Self.hash(of: document)
        signature = try key.sign(Self.statement(code: code, sequence: event.sequence, hash: hash))
    }

    package static func hash(of document: String) -> String {
        SHA256.hash(data: Data(document.utf8)).hex
    }

    /// The text the signature is made over: short, so that a QR code carries all it takes to check it.
    package static func statement(code: String, sequence: Int, hash: String) -> String {
        "motcua content receipt 1\n\(code)\n\(sequence)\n\(hash)"
    }

    /// The content stands in it as it was stored; the other values are codes that need no escaping.
    private static func document(_ event: StoredEvent, of code: String) -> String {
        """
        {"chain_hash":"\(event.hash)","content":\(event.content),"dossier":"\(code)","event":"\(event.name)",\
        "received_at":"\(event.at.rfc3339)","sequence":\(event.sequence),"version":1}
        """
    }
}
