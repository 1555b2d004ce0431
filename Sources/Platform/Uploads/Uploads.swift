// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
package import Vault

/// Files that come in pieces over a line that breaks, and what keeps them once they are whole.
package struct Uploads: Sendable {
    let database: any Database
    let storage: any FileStorage
    let pieces: UploadPieces
    let terms: UploadTerms
    let keep: Keeper
    let now: @Sendable () -> Instant

    /// Takes the whole file at `path`, looks at what it is and keeps it.
    /// - Throws: `UserError` for content that is not accepted.
    package typealias Keeper = @Sendable (_ path: String, _ filename: String) async throws -> KeptFile

    /// - Parameter storage: where pieces lie; every node must have the same.
    package init(
        database: any Database, storage: any FileStorage, terms: UploadTerms = UploadTerms(), now: @escaping @Sendable () -> Instant,
        keep: @escaping Keeper
    ) {
        (self.database, self.storage, self.terms, self.now, self.keep) = (database, storage, terms, now, keep)
        pieces = UploadPieces(storage: storage)
    }
}

/// How much may come, and how long it may take.
package struct UploadTerms: Sendable, Hashable {
    /// Of one file.
    package var maximumBytes = 10 << 20
    /// Of everything one account has begun and not finished.
    package var openBytes = 200 << 20
    /// In which one file comes, broken ones among them.
    package var pieces = 1000
    /// From the first byte to the last.
    package var seconds: Int64 = 24 * 3600

    package init() {}
}

/// A file that came whole and was kept; `reference` is what a form brings along instead of the bytes.
package struct KeptFile: Codable, Sendable, Hashable {
    package let reference: String
    package let name: String
    package let size: Int
    package let sha256: String
    package let mediaType: String
    package let pages: Int?

    package init(reference: String, name: String, size: Int, sha256: String, mediaType: String, pages: Int?) {
        (self.reference, self.name, self.size, self.sha256) = (reference, name, size, sha256)
        (self.mediaType, self.pages) = (mediaType, pages)
    }

    private enum CodingKeys: String, CodingKey {
        case reference, name, size, sha256, pages
        case mediaType = "media_type"
    }
}
