// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database

/// Writes one piece behind what is there already, and hashes it on the way where its sender wants it checked.
struct PieceWriter {
    let file: PartialFile
    let threads: WorkerThreads
    let limit: Int
    let checksum: PieceChecksum?
    /// Where the next byte goes once the buffer is written.
    private(set) var position: Int
    private var buffer: [UInt8] = []
    private var sha256 = SHA256()
    private var sha1 = Insecure.SHA1()

    private static let bufferBytes = 256 << 10

    init(file: PartialFile, threads: WorkerThreads, from offset: Int, limit: Int, checksum: PieceChecksum?) {
        (self.file, self.threads, self.limit, self.checksum, position) = (file, threads, limit, checksum, offset)
    }

    mutating func append(_ bytes: [UInt8]) async throws {
        guard position + buffer.count + bytes.count <= limit else { throw UploadWords.tooLong }
        switch checksum?.algorithm {
        case .sha256: sha256.update(data: bytes)
        case .sha1: sha1.update(data: bytes)
        case nil: break
        }
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

    /// Waits until the disk has everything; gives the offset after it.
    mutating func finish() async throws -> Int {
        try await flush()
        try await threads.run { [file] in try file.sync() }
        return position
    }

    private mutating func flush() async throws {
        guard !buffer.isEmpty else { return }
        let (bytes, offset) = (buffer, position)
        buffer.removeAll(keepingCapacity: true)
        try await threads.run { [file] in try file.write(bytes, at: offset) }
        position = offset + bytes.count
    }
}
