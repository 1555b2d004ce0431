// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTypes
import Kernel

extension HTTPField.Name {
    static let tusResumable = named("Tus-Resumable")
    static let tusVersion = named("Tus-Version")
    static let tusExtension = named("Tus-Extension")
    static let tusMaximum = named("Tus-Max-Size")
    static let tusAlgorithms = named("Tus-Checksum-Algorithm")
    static let uploadLength = named("Upload-Length")
    static let uploadOffset = named("Upload-Offset")
    static let uploadMetadata = named("Upload-Metadata")
    static let uploadChecksum = named("Upload-Checksum")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("not a header name: \(name)") }
        return field
    }
}

/// What the sender says of the file: `filename dGVw,filetype aW1hZ2U=`, the values in base64.
struct UploadMetadata {
    let filename: String

    init(_ text: String) {
        let pairs = text.split(separator: ",").map { $0.split(separator: " ", maxSplits: 1) }
        let value = pairs.first { $0.first == "filename" && $0.count == 2 }?[1]
        let bytes = value.flatMap { Data(base64Encoded: String($0)) }
        filename = safeFileName(bytes.map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
}

/// `sha256 <base64>`: what a piece must hash to.
struct PieceChecksum: Sendable, Hashable {
    enum Algorithm: String, CaseIterable {
        case sha1, sha256
    }

    let algorithm: Algorithm
    let value: [UInt8]

    /// Nil when the algorithm is unknown or the value is no base64.
    init?(_ header: String) {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let algorithm = Algorithm(rawValue: String(parts[0])), let value = Data(base64Encoded: String(parts[1])) else {
            return nil
        }
        (self.algorithm, self.value) = (algorithm, Array(value))
    }
}
