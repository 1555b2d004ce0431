// SPDX-License-Identifier: Apache-2.0

import Vault

/// The pieces of uploads in the storage all nodes share.
struct UploadPieces: Sendable {
    let storage: any FileStorage

    /// All pieces put together; nil where one is gone.
    func assembled(_ pieces: [Upload.Piece]) async throws -> TemporaryFile? {
        let file = try await storage.spool.file()
        for piece in pieces {
            var offset = 0
            while offset < piece.length {
                let count = min(1 << 20, piece.length - offset)
                guard let part = try await storage.part(of: piece.name, from: offset, count: count), part.bytes.count == count else { return nil }
                try await file.append(part.bytes)
                offset += count
            }
        }
        return file
    }

    /// What cannot be removed now goes with the abandoned ones later.
    func discard(_ pieces: [Upload.Piece]) async {
        for piece in pieces { try? await storage.remove(piece.name) }
    }
}
