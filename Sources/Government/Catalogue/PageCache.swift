// SPDX-License-Identifier: Apache-2.0

import Kernel
import Markup
import Synchronization

/// Rendered pieces of pages that stay the same as long as the catalogue does. Thrown away with its snapshot.
final class PageCache: Sendable {
    struct Key: Hashable, Sendable {
        let name: String
        let language: Language
    }

    /// Enough for all procedures that people really look at; some twenty megabytes at most.
    private static let capacity = 1_000

    private let pages = Mutex<[Key: HTML]>([:])

    func page(_ key: Key) -> HTML? {
        pages.withLock { $0[key] }
    }

    /// Forgets everything when full: crawlers fill it, people fill it again.
    func keep(_ html: HTML, for key: Key) {
        pages.withLock { pages in
            if pages.count >= Self.capacity { pages.removeAll(keepingCapacity: true) }
            pages[key] = html
        }
    }
}
