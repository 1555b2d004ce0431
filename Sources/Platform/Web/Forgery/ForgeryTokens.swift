// SPDX-License-Identifier: Apache-2.0

import Crypto
import Kernel

/// Makes and checks the tokens that prove a form came from one of our pages. What a page shows is different every time
/// (a random mask and the secret under it), so that compressed pages do not give the secret away.
struct ForgeryTokens: Sendable {
    private let key: SymmetricKey
    private static let length = 16

    init(key: Secret<[UInt8]>) {
        self.key = SymmetricKey(data: key.reveal())
    }

    /// The secret of a visitor without a session, made from the random name in their long-lived cookie.
    func secret(visitor: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("forgery:\(visitor)".utf8), using: key).prefix(Self.length))
    }

    /// The secret of a session.
    func secret(session: Session) -> [UInt8]? {
        bytes(session.forgeryToken).flatMap { $0.count == Self.length ? $0 : nil }
    }

    func token(_ secret: [UInt8]) -> String {
        var generator = SystemRandomNumberGenerator()
        let mask = secret.map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return (mask + zip(mask, secret).map { $0 ^ $1 }).hex
    }

    func matches(_ token: String, _ secret: [UInt8]) -> Bool {
        guard let bytes = bytes(token), bytes.count == Self.length * 2, secret.count == Self.length else { return false }
        var difference: UInt8 = 0
        for index in 0..<Self.length { difference |= bytes[index] ^ bytes[index + Self.length] ^ secret[index] }
        return difference == 0
    }

    private func bytes(_ hex: String) -> [UInt8]? {
        let digits = hex.utf8.compactMap(hexadecimal)
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
