// SPDX-License-Identifier: Apache-2.0

import Crypto
import Kernel

/// `bytes` random bytes in hexadecimal, from the system's generator.
func randomToken(bytes: Int = 32) -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }.hex
}

/// What is stored instead of a token, so that reading the table gives no way in.
func tokenHash(_ token: String) -> String {
    SHA256.hash(data: Array(token.utf8)).hex
}
