// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

/// How dear one guess is. The default is the usual interactive setting of scrypt: 16 MiB for each try.
package struct ScryptCost: Hashable, Sendable {
    package let logarithm: Int
    package let blockSize: Int
    package let parallelism: Int

    package init(logarithm: Int = 14, blockSize: Int = 8, parallelism: Int = 1) {
        (self.logarithm, self.blockSize, self.parallelism) = (logarithm, blockSize, parallelism)
    }
}

/// Makes and checks password hashes on threads of its own, so that a guess never holds up other requests.
package struct PasswordHasher: Sendable {
    private let cost: ScryptCost
    private let queue: OperationQueue

    package init(cost: ScryptCost = ScryptCost(), threads: Int = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)) {
        self.cost = cost
        queue = OperationQueue()
        queue.name = "passwords"
        queue.maxConcurrentOperationCount = threads
    }

    /// A new hash with a salt of its own, as one line of text.
    package func hash(_ password: String) async throws -> String {
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
        return try await derive(password, salt: salt, cost: cost).description
    }

    /// Whether the password made this hash. Without a hash the same work is done and the answer is no, so the time taken
    /// does not tell whether an account exists.
    package func verify(_ password: String, against text: String?) async throws -> Bool {
        let known = text.flatMap(PasswordHash.init)
        let salt = known?.salt ?? Array(repeating: 0, count: 16)
        let made = try await derive(password, salt: salt, cost: known?.cost ?? cost)
        return known.map { isSameInConstantTime($0.key, made.key) } ?? false
    }

    /// Whether a hash was made more cheaply than today's setting.
    package func isOutdated(_ text: String) -> Bool {
        PasswordHash(text)?.cost != cost
    }

    private func derive(_ password: String, salt: [UInt8], cost: ScryptCost) async throws -> PasswordHash {
        let bytes = Array(normalised(password).utf8)
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation {
                continuation.resume(with: Result { try PasswordHash(password: bytes, salt: salt, cost: cost) })
            }
        }
    }
}
