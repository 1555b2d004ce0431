// SPDX-License-Identifier: Apache-2.0

import Crypto
import CryptoExtras
import Foundation

/// `$scrypt$ln=14,r=8,p=1$<salt>$<key>`, both in base64 without padding.
struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
    let cost: ScryptCost
    let salt: [UInt8]
    let key: [UInt8]

    init(password: [UInt8], salt: [UInt8], cost: ScryptCost) throws {
        (self.cost, self.salt) = (cost, salt)
        let derived = try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: 32, rounds: 1 << cost.logarithm, blockSize: cost.blockSize, parallelism: cost.parallelism)
        key = derived.withUnsafeBytes { Array($0) }
    }

    /// Nil for anything this type did not write, costs beyond reason included.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]), let salt = Self.decode(parts[3]),
            let key = Self.decode(parts[4]), key.count == 32
        else { return nil }
        (self.cost, self.salt, self.key) = (cost, salt, key)
    }

    var description: String {
        "$scrypt$ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)$\(Self.encode(salt))$\(Self.encode(key))"
    }

    private static func cost(_ text: Substring) -> ScryptCost? {
        let values = zip(["ln=", "r=", "p="], text.split(separator: ",")).map { name, part in
            part.hasPrefix(name) ? Int(part.dropFirst(name.count)) : nil
        }
        guard values.count == 3, let logarithm = values[0], let blockSize = values[1], let parallelism = values[2], (1...20).contains(logarithm),
            (1...16).contains(blockSize), (1...4).contains(parallelism)
        else { return nil }
        return ScryptCost(logarithm: logarithm, blockSize: blockSize, parallelism: parallelism)
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }
}

/// Looks at every byte whatever the first ones say.
func isSameInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
