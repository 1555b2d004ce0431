// SPDX-License-Identifier: Apache-2.0

import Database
import Hummingbird
import Kernel
import Vault
import Web

/// What can be done with an upload. The row says what was promised; pieces it does not name are nobody's.
extension Uploads {
    func begin(length: Int, metadata: String, account: Identifier) async throws -> Upload {
        guard length > 0 else { throw UploadWords.empty }
        guard length <= terms.maximumBytes else { throw UploadWords.tooLarge(terms.maximumBytes) }
        let now = now()
        let upload = Upload(
            id: Identifier.new(at: now), account: account, metadata: metadata, length: length, received: 0, pieces: [],
            expiresAt: now.adding(seconds: terms.seconds), kept: nil)
        try await database.write { [terms] connection in
            let store = UploadStore(connection)
            guard try store.openBytes(of: account, now: now) + length <= terms.openBytes else { throw UploadWords.tooManyOpen }
            try store.insert(upload, now: now)
        }
        return upload
    }

    func find(_ id: String, account: Identifier) async throws -> Upload {
        guard let id = Identifier(id), let upload = try await database.read({ try UploadStore($0).upload(id, of: account) }) else {
            throw UploadWords.unknown
        }
        guard upload.expiresAt > now() else { throw UploadWords.expired }
        return upload
    }

    /// Appends the body of a request. What came of a piece that broke off is kept too, unless its sender wants it checked.
    func append(_ request: Request, at offset: Int, checksum: PieceChecksum?, to upload: Upload, _ context: WebContext) async throws -> Upload {
        guard offset == upload.received else { throw OffsetMismatch(offset: upload.received) }
        guard upload.pieces.count < terms.pieces else { throw UploadWords.tooManyPieces }
        let file = try await storage.spool.file()
        var writer = PieceWriter(file: file, limit: upload.length - offset, checksum: checksum)
        var interruption: UserError?
        do {
            try await request.forEachPiece(context) { try await writer.append($0) }
        } catch let error as UserError where error.code != UploadWords.tooLong.code && checksum == nil {
            interruption = error
        }
        guard writer.isAsMeant else { throw UploadWords.notAsMeant }
        let hash = try await writer.finish()
        if writer.count > 0 { try await take(file, writer.count, hash, for: upload) }
        if let interruption { throw interruption }
        return try await find(upload.id.description, account: upload.account)
    }

    /// The piece is in the storage before the row names it. Of two that continue at the same place one is named.
    private func take(_ file: TemporaryFile, _ count: Int, _ hash: String, for upload: Upload) async throws {
        let piece = Upload.Piece(name: "\(upload.id).\(Identifier.new(at: now()))", length: count)
        try await storage.put(.spooled(file, size: count), sha256: hash, as: piece.name)
        guard try await database.write(.readCommitted, { try UploadStore($0).advance(upload, by: piece) }) else {
            await pieces.discard([piece])
            throw OffsetMismatch(offset: try await find(upload.id.description, account: upload.account).received)
        }
    }

    /// Keeps an upload that is whole; doing it again gives the same.
    func finish(_ upload: Upload) async throws -> KeptFile {
        if let kept = upload.kept { return kept }
        guard upload.isWhole else { throw UploadWords.notWhole }
        guard let file = try await pieces.assembled(upload.pieces) else {
            // Another request finished it between the two looks.
            guard let kept = try await find(upload.id.description, account: upload.account).kept else { throw UploadWords.unknown }
            return kept
        }
        do {
            let kept = try await keep(file.path, UploadMetadata(upload.metadata).filename)
            let isFirst = try await database.write(.readCommitted) { try UploadStore($0).finish(upload.id, kept) }
            await pieces.discard(upload.pieces)
            return isFirst ? kept : try await find(upload.id.description, account: upload.account).kept ?? kept
        } catch let refusal as UserError {
            try await remove(upload)
            throw refusal
        }
    }

    func remove(_ upload: Upload) async throws {
        try await database.write { try UploadStore($0).delete(upload.id) }
        await pieces.discard(upload.pieces)
    }

    /// Removes what was not finished, or was finished and taken up, a day ago, and pieces no row names; gives how many uploads.
    package func sweep() async throws -> Int {
        let now = now()
        let expired = try await database.write { try UploadStore($0).sweep(now: now) }
        for upload in expired { await pieces.discard(upload) }
        // Whatever went wrong: after two days no row names it any more.
        try await storage.list { stored in
            if stored.modified.adding(days: 2) < now { try await storage.remove(stored.name) }
        }
        return expired.count
    }
}

/// The sender continues somewhere else than where we are.
struct OffsetMismatch: Error {
    let offset: Int
}
