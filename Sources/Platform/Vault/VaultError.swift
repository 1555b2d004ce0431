// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A fault of the store itself, not of the file somebody sent.
package enum VaultError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No file of this hash is kept.
    case missing(String)
    /// What lies on the disk no longer has this hash.
    case damaged(String)
    case failed(operation: String, code: Int32)

    package var description: String {
        switch self {
        case .missing(let hash): "no file \(hash) in the vault"
        case .damaged(let hash): "file \(hash) in the vault is damaged"
        case .failed(let operation, let code): "\(operation): \(String(cString: strerror(code)))"
        }
    }
}
