// SPDX-License-Identifier: Apache-2.0

import Crypto
import Kernel
import Vault

/// Takes one piece in, and hashes it on the way: for the store, and for a sender who wants it checked.
struct PieceWriter {
    let file: TemporaryFile
    let limit: Int
    let checksum: PieceChecksum?
    /// How many bytes came.
    private(set) var count = 0
    private var buffer: [UInt8] = []
    private var sha256 = SHA256()
    private var sha1 = Insecure.SHA1()

    private static let bufferBytes = 256 << 10

    init(file: TemporaryFile, limit: Int, checksum: PieceChecksum?) {
        (self.file, self.limit, self.checksum) = (file, limit, checksum)
    }

    mutating func append(_ bytes: [UInt8]) async throws {
        guard count + bytes.count <= limit else { throw UploadWords.tooLong }
        count += bytes.count
        sha256.update(data: bytes)
        if checksum?.algorithm == .sha1 { sha1.update(data: bytes) }
        buffer += bytes
        if buffer.count >= Self.bufferBytes { try await flush() }
    }

    /// Whether the piece is what its sender meant; true where nothing was said.
    var isAsMeant: Bool {
        switch checksum?.algorithm {
        case .sha256: Array(sha256.finalize()) == checksum?.value
        case .sha1: Array(sha1.finalize()) == checksum?.value
        case nil: true
        }
    }

    /// The hash of what came, once all of it lies in the file.
    mutating func finish() async throws -> String {
        try await flush()
        return sha256.finalize().hex
    }

    private mutating func flush() async throws {
        guard !buffer.isEmpty else { return }
        try await file.append(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
