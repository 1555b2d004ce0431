// SPDX-License-Identifier: Apache-2.0

package import Database

/// The table of files that come in pieces; their bytes lie in the storage until they are whole.
package enum UploadMigrations {
    package static let all: [Migration] = [
        Migration(
            name: "uploads.001-uploads",
            statements: [
                """
                CREATE TABLE uploads (
                  id {uuid} PRIMARY KEY,
                  account_id {uuid} NOT NULL,
                  metadata TEXT NOT NULL,
                  length {integer} NOT NULL CHECK (length > 0),
                  received {integer} NOT NULL CHECK (received BETWEEN 0 AND length),
                  kept {json},
                  created_at {instant} NOT NULL,
                  expires_at {instant} NOT NULL,
                  CHECK (kept IS NULL OR received = length)
                ) {strict}
                """,
                "CREATE INDEX uploads_by_account ON uploads (account_id, expires_at)",
                "CREATE INDEX uploads_by_expiry ON uploads (expires_at)",
            ]),
        Migration(name: "uploads.002-pieces", statements: ["ALTER TABLE uploads ADD COLUMN pieces {json}"]),
    ]
}
