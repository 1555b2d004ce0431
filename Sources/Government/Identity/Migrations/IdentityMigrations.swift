// SPDX-License-Identifier: Apache-2.0

package import Database

/// The tables of accounts, posts, tokens and failed sign-ins.
package enum IdentityMigrations {
    package static let all: [Migration] = [
        Migration(
            name: "identity.001-accounts",
            statements: [
                """
                CREATE TABLE accounts (
                  id {uuid} PRIMARY KEY,
                  username {code} NOT NULL UNIQUE CHECK (length(username) BETWEEN 3 AND 64),
                  display_name TEXT NOT NULL CHECK (display_name <> ''),
                  kind {code} NOT NULL CHECK (kind IN ('citizen', 'officer', 'system')),
                  password_hash {code},
                  personal_id_number {code} UNIQUE CHECK (length(personal_id_number) = 12),
                  phone TEXT,
                  email TEXT,
                  language {code} NOT NULL CHECK (language IN ('vi', 'en')),
                  created_at {instant} NOT NULL,
                  signed_in_at {instant},
                  disabled_at {instant}
                ) {strict}
                """,
                """
                CREATE TABLE posts (
                  account_id {uuid} NOT NULL REFERENCES accounts (id),
                  unit_code {code} NOT NULL REFERENCES units (code),
                  role {code} NOT NULL CHECK (
                    role IN ('oneStopOfficer', 'specialist', 'head', 'clerk', 'legalOfficer', 'leader', 'auditor', 'operator')),
                  held_from {date} NOT NULL,
                  held_to {date} CHECK (held_to >= held_from),
                  created_at {instant} NOT NULL,
                  PRIMARY KEY (account_id, unit_code, role, held_from)
                ) {strict}
                """,
                "CREATE INDEX posts_by_unit ON posts (unit_code, role)",
                """
                CREATE TABLE sign_in_failures (
                  subject {code} PRIMARY KEY,
                  failures INTEGER NOT NULL CHECK (failures > 0),
                  last_failed_at {instant} NOT NULL
                ) {strict}
                """,
                "CREATE INDEX sign_in_failures_by_time ON sign_in_failures (last_failed_at)",
            ]),
        Migration(
            name: "identity.002-tokens",
            statements: [
                """
                CREATE TABLE api_tokens (
                  id {uuid} PRIMARY KEY,
                  token_hash {code} NOT NULL UNIQUE CHECK (length(token_hash) = 64),
                  account_id {uuid} NOT NULL REFERENCES accounts (id),
                  label TEXT NOT NULL,
                  scopes {code} NOT NULL CHECK (scopes <> ''),
                  created_at {instant} NOT NULL,
                  last_used_at {instant},
                  revoked_at {instant}
                ) {strict}
                """,
                "CREATE INDEX api_tokens_by_account ON api_tokens (account_id)",
            ]),
        // Passwords in clear, of the accounts a demonstration makes and of no others; elsewhere the table stays empty.
        Migration(
            name: "identity.003-demo-accounts",
            statements: [
                """
                CREATE TABLE demo_accounts (
                  account_id {uuid} PRIMARY KEY REFERENCES accounts (id),
                  position INTEGER NOT NULL,
                  password TEXT NOT NULL
                ) {strict}
                """
            ]),
        // Who stands in for whom; a substitute holds the posts of the absent at the unit while it runs.
        Migration(
            name: "identity.004-absences",
            statements: [
                """
                CREATE TABLE absences (
                  id {uuid} PRIMARY KEY,
                  account_id {uuid} NOT NULL REFERENCES accounts (id),
                  substitute_id {uuid} NOT NULL REFERENCES accounts (id),
                  unit_code {code} NOT NULL REFERENCES units (code),
                  from_day {date} NOT NULL,
                  to_day {date} NOT NULL CHECK (to_day >= from_day),
                  named_by {uuid} NOT NULL REFERENCES accounts (id),
                  named_by_name TEXT NOT NULL,
                  created_at {instant} NOT NULL,
                  ended_at {instant},
                  CHECK (account_id <> substitute_id)
                ) {strict}
                """,
                "CREATE INDEX absences_by_account ON absences (account_id, unit_code, to_day)",
                "CREATE INDEX absences_by_substitute ON absences (substitute_id, to_day)",
                "CREATE INDEX absences_by_unit ON absences (unit_code, to_day)",
                "CREATE INDEX absences_by_namer ON absences (named_by)",
            ]),
    ]
}
