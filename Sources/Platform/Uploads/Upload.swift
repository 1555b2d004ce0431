// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A file on its way.
struct Upload: Sendable, Hashable {
    let id: Identifier
    let account: Identifier
    /// As the sender's program gave it.
    let metadata: String
    let length: Int
    /// How many bytes were promised to be here: they survive whatever happens to this program.
    let received: Int
    /// What was received, in order.
    let pieces: [Piece]
    let expiresAt: Instant
    let kept: KeptFile?

    var isWhole: Bool { received == length }

    /// Bytes that came in one request, under a name nobody else uses: of two who send the same part, each has their own.
    struct Piece: Sendable, Hashable, Codable {
        let name: String
        let length: Int
    }
}
