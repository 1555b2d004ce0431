// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Kernel

/// `mc_` and 32 random bytes in base64url: the prefix lets scanners find a token that leaked into a file.
enum TokenText {
    static let prefix = "mc_"

    static func new() -> String {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max) }
        let base64 = Data(bytes).base64EncodedString()
        return prefix + String(base64.compactMap { $0 == "=" ? nil : $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }

    /// Nil for texts no token can be, so they cost no look-up.
    static func hash(_ text: String) -> String? {
        guard text.hasPrefix(prefix), text.utf8.count == 46 else { return nil }
        return SHA256.hash(data: Data(text.utf8)).hex
    }
}
