// SPDX-License-Identifier: Apache-2.0

import Kernel
import Synchronization

/// Rendered pieces that stay the same as long as the catalogue does. Thrown away with its snapshot.
final class RenderCache<Piece: Sendable>: Sendable {
    struct Key: Hashable, Sendable {
        let code: String
        /// The version of the province's definition; 0 where there is none.
        let version: Int
        let language: Language
    }

    private let pieces = Mutex<[Key: Piece]>([:])

    func piece(_ key: Key) -> Piece? {
        pieces.withLock { $0[key] }
    }

    /// Keeps enough for all procedures that people really look at, some twenty megabytes at most. Forgets everything when
    /// full: crawlers fill it, people fill it again.
    func keep(_ piece: Piece, for key: Key) {
        pieces.withLock { pieces in
            if pieces.count >= 1_000 { pieces.removeAll(keepingCapacity: true) }
            pieces[key] = piece
        }
    }
}
