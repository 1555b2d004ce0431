// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// Bytes under names, on a disk or far away. What it has answered for survives a power cut; a name is never given twice to
/// different bytes, so whoever writes the same at the same moment, in this process or another, disturbs nobody.
package protocol FileStorage: Sendable {
    /// Where bytes lie that are still coming in.
    var spool: Spool { get }

    /// Keeps the content; it is durable when this returns.
    /// - Parameter sha256: the hash of the content, lower-case hexadecimal.
    func put(_ content: StorageContent, sha256: String, as name: String) async throws

    /// At most `count` bytes from a position, fewer only at the end; nil where there is nothing of this name.
    func part(of name: String, from start: Int, count: Int) async throws -> StoredPart?

    /// Nil where there is nothing of this name.
    func size(of name: String) async throws -> Int?

    /// Visits everything there is in the order of names; what comes or goes meanwhile may be missed.
    func list(_ visit: (StoredName) async throws -> Void) async throws

    /// Removes it for good. Nothing of this name is no error.
    func remove(_ name: String) async throws
}

/// What is to be kept.
package enum StorageContent: Sendable {
    case bytes([UInt8])
    /// A file of somebody else's, which stays where it is.
    case file(path: String, size: Int)
    /// A file of the storage's own spool, which it may take over.
    case spooled(TemporaryFile, size: Int)

    var size: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let size), .spooled(_, let size): size
        }
    }
}

/// A piece of something kept, and the size of the whole.
package struct StoredPart: Sendable, Hashable {
    package let bytes: [UInt8]
    package let total: Int
}

/// One thing kept, as a list tells it.
package struct StoredName: Sendable, Hashable {
    package let name: String
    package let size: Int
    package let modified: Instant
}
