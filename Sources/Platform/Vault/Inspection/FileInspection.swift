// SPDX-License-Identifier: Apache-2.0

/// What a file shows of itself without being opened by a reader.
package struct FileInspection: Hashable, Sendable {
    /// The pages of a PDF; 1 for a picture; nil where it cannot be told, as for office documents.
    package let pages: Int?
    /// A PDF nobody can read without a password. One that only restricts printing or copying is not locked.
    package let isLocked: Bool
    /// A PDF so damaged that its pages cannot be found.
    package let isUnreadable: Bool
    /// Of pictures.
    package let dimensions: PictureDimensions?

    package init(pages: Int? = nil, isLocked: Bool = false, isUnreadable: Bool = false, dimensions: PictureDimensions? = nil) {
        (self.pages, self.isLocked, self.isUnreadable, self.dimensions) = (pages, isLocked, isUnreadable, dimensions)
    }

    /// Never fails: bytes that make no sense give an inspection that says so.
    package init(_ content: [UInt8], kind: FileKind) {
        switch kind {
        case .pdf:
            switch PDFPages(content) {
            case .count(let count): self.init(pages: count)
            case .locked: self.init(isLocked: true)
            case .unreadable: self.init(isUnreadable: true)
            }
        case .jpeg, .png, .webp: self.init(pages: 1, dimensions: PictureDimensions(content, kind: kind))
        case .gif, .heic: self.init(pages: 1)
        default: self.init()
        }
    }

    /// Why the file is not taken; nil when nothing stands against it.
    package var refusal: FileRefusal? {
        isLocked ? .locked : isUnreadable ? .unreadable : nil
    }
}
