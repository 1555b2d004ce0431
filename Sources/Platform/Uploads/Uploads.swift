// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Files that come in pieces over a line that breaks, and what keeps them once they are whole.
package struct Uploads: Sendable {
    let database: any Database
    let folder: UploadFolder
    let terms: UploadTerms
    let keep: Keeper
    let now: @Sendable () -> Instant

    /// Takes the whole file at `path`, looks at what it is and keeps it.
    /// - Throws: `UserError` for content that is not accepted.
    package typealias Keeper = @Sendable (_ path: String, _ filename: String) async throws -> KeptFile

    /// Takes a directory on a local disk, making it where there is none.
    package init(
        database: any Database, directory: String, terms: UploadTerms = UploadTerms(), now: @escaping @Sendable () -> Instant, keep: @escaping Keeper
    ) throws {
        (self.database, self.terms, self.now, self.keep) = (database, terms, now, keep)
        folder = try UploadFolder(directory: directory)
    }
}

/// How much may come, and how long it may take.
package struct UploadTerms: Sendable, Hashable {
    /// Of one file.
    package var maximumBytes = 10 << 20
    /// Of everything one account has begun and not finished.
    package var openBytes = 200 << 20
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
