// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// The rows of files on their way.
struct UploadStore {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ upload: Upload, now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO uploads (id, account_id, metadata, length, received, created_at, expires_at)
            VALUES (\(upload.id), \(upload.account), \(upload.metadata), \(upload.length), 0, \(now), \(upload.expiresAt))
            """)
    }

    /// An upload of this account; those of others are as if they did not exist.
    func upload(_ id: Identifier, of account: Identifier) throws -> Upload? {
        try connection.first(
            "SELECT metadata, length, received, expires_at, kept, pieces FROM uploads WHERE id = \(id) AND account_id = \(account)"
        ) { row in
            let kept: JSONText? = try row.get(4)
            let (received, pieces): (Int, JSONText?) = (try row.get(2), try row.get(5))
            return Upload(
                id: id, account: account, metadata: try row.get(0), length: try row.get(1), received: received,
                pieces: try Self.pieces(pieces, of: id.description, received), expiresAt: try row.get(3), kept: try kept?.decoded())
        }
    }

    /// What the account has begun and not finished, in bytes.
    func openBytes(of account: Identifier, now: Instant) throws -> Int {
        try connection.value(
            "SELECT CAST(coalesce(sum(length), 0) AS BIGINT) FROM uploads WHERE account_id = \(account) AND kept IS NULL AND expires_at > \(now)",
            as: Int.self) ?? 0
    }

    /// False when another request has moved the upload on meanwhile; then nothing changes.
    func advance(_ upload: Upload, by piece: Upload.Piece) throws -> Bool {
        let pieces = try JSONText(encoding: upload.pieces + [piece])
        return try connection.execute(
            """
            UPDATE uploads SET received = \(upload.received + piece.length), pieces = \(pieces)
            WHERE id = \(upload.id) AND received = \(upload.received)
            """) == 1
    }

    /// False when another request has kept it meanwhile; then nothing changes.
    func finish(_ id: Identifier, _ kept: KeptFile) throws -> Bool {
        try connection.execute("UPDATE uploads SET kept = \(try JSONText(encoding: kept)) WHERE id = \(id) AND kept IS NULL") == 1
    }

    func delete(_ id: Identifier) throws {
        try connection.execute("DELETE FROM uploads WHERE id = \(id)")
    }

    /// Deletes what has expired; gives the pieces of each.
    func sweep(now: Instant) throws -> [[Upload.Piece]] {
        try connection.all("DELETE FROM uploads WHERE expires_at <= \(now) RETURNING id, received, pieces") { row in
            let pieces: JSONText? = try row.get(2)
            return try Self.pieces(pieces, of: try row.get(0), try row.get(1))
        }
    }

    /// Before pieces were told apart, all of them were one file that had the upload's name.
    private static func pieces(_ told: JSONText?, of id: String, _ received: Int) throws -> [Upload.Piece] {
        try told?.decoded() ?? (received > 0 ? [Upload.Piece(name: id, length: received)] : [])
    }
}
