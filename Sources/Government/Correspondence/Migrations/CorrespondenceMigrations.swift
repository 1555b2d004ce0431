// SPDX-License-Identifier: Apache-2.0

package import Database

package enum CorrespondenceMigrations {
    package static let all: [Migration] = [
        Migration(
            name: "correspondence-0001-messages",
            statements: [
                """
                CREATE TABLE dossier_messages (
                    id {uuid} PRIMARY KEY,
                    dossier_id {uuid} NOT NULL REFERENCES dossiers (id),
                    author_account {code} NOT NULL,
                    author_name TEXT NOT NULL,
                    from_office {boolean} NOT NULL,
                    text TEXT NOT NULL CHECK (text <> ''),
                    created_at {instant} NOT NULL,
                    read_at {instant}
                ) {strict}
                """,
                "CREATE INDEX dossier_messages_by_dossier ON dossier_messages (dossier_id, created_at, id)",
                "CREATE INDEX dossier_messages_by_author ON dossier_messages (author_account, created_at)",
                // Holds only what waits to be read: what a queue asks of each of its pages.
                "CREATE INDEX dossier_messages_unread ON dossier_messages (dossier_id, from_office, created_at) WHERE read_at IS NULL",
            ])
    ]
}
