// SPDX-License-Identifier: Apache-2.0

package import Database

package enum WebMigrations {
    package static let all: [Migration] = [sessions, heldForms, siteKeys, rateLimits]

    private static let sessions = Migration(
        name: "web.001-sessions",
        statements: [
            """
            CREATE TABLE sessions (
                token_hash {code} NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
                account_id {uuid},
                forgery_token {code} NOT NULL,
                language {code} CHECK (language IN ('vi', 'en')),
                created_at {instant} NOT NULL,
                last_seen_at {instant} NOT NULL,
                expires_at {instant} NOT NULL,
                CHECK (created_at <= last_seen_at AND created_at < expires_at)
            ) {strict}
            """,
            "CREATE INDEX sessions_by_account ON sessions (account_id)",
            "CREATE INDEX sessions_by_expiry ON sessions (expires_at)",
        ])

    private static let heldForms = Migration(
        name: "web.002-held-forms",
        statements: [
            """
            CREATE TABLE held_forms (
                key_hash {code} NOT NULL PRIMARY KEY CHECK (length(key_hash) = 64),
                browser_hash {code} NOT NULL,
                sealed {bytes} NOT NULL,
                created_at {instant} NOT NULL,
                expires_at {instant} NOT NULL
            ) {strict}
            """,
            "CREATE INDEX held_forms_by_expiry ON held_forms (expires_at)",
        ])

    private static let siteKeys = Migration(
        name: "web.003-site-keys",
        statements: [
            """
            CREATE TABLE site_keys (
                name {code} NOT NULL PRIMARY KEY,
                bytes {bytes} NOT NULL,
                created_at {instant} NOT NULL
            ) {strict}
            """
        ])

    private static let rateLimits = Migration(
        name: "web.004-rate-limits",
        statements: [
            """
            CREATE TABLE rate_limits (
                rule {code} NOT NULL,
                address {code} NOT NULL,
                full_at {integer} NOT NULL,
                PRIMARY KEY (rule, address)
            ) {clustered}
            """,
            "CREATE INDEX rate_limits_by_time ON rate_limits (full_at)",
        ])
}
