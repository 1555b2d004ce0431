// SPDX-License-Identifier: Apache-2.0

package import Database

package enum NoticeMigrations {
    package static let all: [Migration] = [
        Migration(
            name: "notices-0001-notices",
            statements: [
                """
                CREATE TABLE notices (
                    id TEXT PRIMARY KEY,
                    account TEXT NOT NULL,
                    title_vi TEXT NOT NULL,
                    title_en TEXT NOT NULL,
                    body_vi TEXT NOT NULL,
                    body_en TEXT NOT NULL,
                    link TEXT NOT NULL,
                    created_at {instant} NOT NULL,
                    read_at {instant}
                ) {strict}
                """,
                "CREATE INDEX notices_by_account ON notices (account, created_at DESC, id)",
            ])
    ]
}
