// SPDX-License-Identifier: Apache-2.0

import Database
import Hummingbird
import Kernel
import Web

/// What can be done with an upload. The rows say what was promised; bytes behind that are written over.
extension Uploads {
    func begin(length: Int, metadata: String, account: Identifier) async throws -> Upload {
        guard length > 0 else { throw UploadWords.empty }
        guard length <= terms.maximumBytes else { throw UploadWords.tooLarge(terms.maximumBytes) }
        let now = now()
        let upload = Upload(
            id: Identifier.new(at: now), account: account, metadata: metadata, length: length, received: 0,
            expiresAt: now.adding(seconds: terms.seconds), kept: nil)
        try await folder.create(upload.id)
        do {
            try await database.write { [terms] connection in
                let store = UploadStore(connection)
                guard try store.openBytes(of: account, now: now) + length <= terms.openBytes else { throw UploadWords.tooManyOpen }
                try store.insert(upload, now: now)
            }
        } catch {
            try await folder.remove([upload.id.description])
            throw error
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
        var writer = PieceWriter(
            file: try await folder.open(upload.id), threads: folder.threads, from: offset, limit: upload.length, checksum: checksum)
        var interruption: UserError?
        do {
            try await request.forEachPiece(context) { try await writer.append($0) }
        } catch let error as UserError where error.code != UploadWords.tooLong.code && checksum == nil {
            interruption = error
        }
        guard writer.isAsMeant else { throw UploadWords.notAsMeant }
        let reached = try await writer.finish()
        let isFirst = try await database.write { try UploadStore($0).advance(upload.id, from: offset, to: reached) }
        let current = try await find(upload.id.description, account: upload.account)
        guard isFirst else { throw OffsetMismatch(offset: current.received) }
        if let interruption { throw interruption }
        return current
    }

    /// Keeps an upload that is whole; doing it again gives the same.
    func finish(_ upload: Upload) async throws -> KeptFile {
        if let kept = upload.kept { return kept }
        guard upload.isWhole else { throw UploadWords.notWhole }
        guard try await folder.exists(upload.id) else {
            // Another request finished it between the two looks.
            guard let kept = try await find(upload.id.description, account: upload.account).kept else { throw UploadWords.unknown }
            return kept
        }
        do {
            let kept = try await keep(folder.path(upload.id), UploadMetadata(upload.metadata).filename)
            try await database.write { try UploadStore($0).finish(upload.id, kept) }
            try await folder.remove([upload.id.description])
            return kept
        } catch let refusal as UserError {
            try await remove(upload)
            throw refusal
        }
    }

    func remove(_ upload: Upload) async throws {
        try await database.write { try UploadStore($0).delete(upload.id) }
        try await folder.remove([upload.id.description])
    }

    /// Removes what was not finished, or was finished and taken up, a day ago; gives how many.
    package func sweep() async throws -> Int {
        let now = now()
        let expired = try await database.write { try UploadStore($0).sweep(now: now) }
        try await folder.remove(expired)
        try await folder.removeAbandoned()
        return expired.count
    }
}

/// The sender continues somewhere else than where we are.
struct OffsetMismatch: Error {
    let offset: Int
}
