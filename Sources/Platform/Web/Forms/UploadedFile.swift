// SPDX-License-Identifier: Apache-2.0

import Kernel

/// A file somebody sent. It rests at `path` until the answer is made; keep it by copying or moving it before.
package struct UploadedFile: Sendable, Hashable {
    /// The field of the form it came in.
    package let field: String
    /// The name the sender's machine gave it, without folders and control characters.
    package let filename: String
    /// The type the sender's machine claims; look at the bytes before believing it.
    package let declaredType: String
    package let path: String
    package let size: Int
    /// Lower-case hexadecimal.
    package let sha256: String

    package init(field: String, filename: String, declaredType: String, path: String, size: Int, sha256: String) {
        (self.field, self.filename, self.declaredType, self.path, self.size, self.sha256) = (field, filename, declaredType, path, size, sha256)
    }
}
