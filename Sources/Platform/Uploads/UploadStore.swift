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
            "SELECT metadata, length, received, expires_at, kept FROM uploads WHERE id = \(id) AND account_id = \(account)"
        ) { row in
            let kept: JSONText? = try row.get(4)
            return Upload(
                id: id, account: account, metadata: try row.get(0), length: try row.get(1), received: try row.get(2),
                expiresAt: try row.get(3), kept: try kept?.decoded())
        }
    }

    /// What the account has begun and not finished, in bytes.
    func openBytes(of account: Identifier, now: Instant) throws -> Int {
        try connection.value(
            "SELECT coalesce(sum(length), 0) FROM uploads WHERE account_id = \(account) AND kept IS NULL AND expires_at > \(now)", as: Int.self) ?? 0
    }

    /// False when another request has moved the upload on meanwhile; then nothing changes.
    func advance(_ id: Identifier, from offset: Int, to reached: Int) throws -> Bool {
        try connection.execute("UPDATE uploads SET received = \(reached) WHERE id = \(id) AND received = \(offset)") == 1
    }

    func finish(_ id: Identifier, _ kept: KeptFile) throws {
        try connection.execute("UPDATE uploads SET kept = \(try JSONText(encoding: kept)) WHERE id = \(id)")
    }

    func delete(_ id: Identifier) throws {
        try connection.execute("DELETE FROM uploads WHERE id = \(id)")
    }

    /// Deletes what has expired; gives the identifiers.
    func sweep(now: Instant) throws -> [String] {
        try connection.all("DELETE FROM uploads WHERE expires_at <= \(now) RETURNING id") { try $0.get(0) }
    }
}
