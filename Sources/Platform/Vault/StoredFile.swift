// SPDX-License-Identifier: Apache-2.0

/// What is known of a file once it is kept: enough for a content manifest, never where it lies.
package struct StoredFile: Hashable, Sendable, Codable {
    /// Lower-case hexadecimal; also the key to read it by.
    package let sha256: String
    package let size: Int
    package let kind: FileKind
    /// A PDF that asks for a password, or restricts what may be done with it.
    package let isEncrypted: Bool
    /// How many pages it shows; nil where that cannot be told.
    package let pages: Int?

    package init(sha256: String, size: Int, kind: FileKind, isEncrypted: Bool = false, pages: Int? = nil) {
        (self.sha256, self.size, self.kind, self.isEncrypted, self.pages) = (sha256, size, kind, isEncrypted, pages)
    }

    package var mediaType: String { kind.mediaType }
}
