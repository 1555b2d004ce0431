// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

/// What the QR code of a receipt carries: which event, the document's hash, and the signature.
package struct ReceiptToken: Sendable, Hashable {
    package let code: String
    package let sequence: Int
    /// Lower-case hexadecimal.
    package let hash: String
    package let signature: [UInt8]

    package init(_ receipt: ContentReceipt) {
        (code, sequence, hash, signature) = (receipt.code, receipt.sequence, receipt.hash, receipt.signature)
    }

    /// Four parts joined by `~`: code, sequence, hash and signature in base64url.
    package init?(_ text: String) {
        let parts = text.split(separator: "~", omittingEmptySubsequences: false)
        guard parts.count == 4, let sequence = Int(parts[1]), sequence > 0, parts[1] == "\(sequence)",
            let hash = Base64URL.bytes(String(parts[2])), hash.count == 32,
            let signature = Base64URL.bytes(String(parts[3])), signature.count == 64
        else { return nil }
        (code, self.sequence, self.hash, self.signature) = (String(parts[0]), sequence, hash.hex, signature)
    }

    package var text: String {
        "\(code)~\(sequence)~\(Base64URL.text(bytes(hexadecimal: hash)))~\(Base64URL.text(signature))"
    }
}

/// RFC 4648 §5 without padding.
enum Base64URL {
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func bytes(_ text: String) -> [UInt8]? {
        var base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        while base64.utf8.count % 4 != 0 { base64.append("=") }
        guard let data = Data(base64Encoded: base64) else { return nil }
        // Only the one way to write these bytes counts, so that an altered character is always noticed.
        return Self.text(Array(data)) == text ? Array(data) : nil
    }
}

func bytes(hexadecimal text: String) -> [UInt8] {
    stride(from: 0, to: text.count, by: 2).compactMap { UInt8(text.dropFirst($0).prefix(2), radix: 16) }
}
