// SPDX-License-Identifier: Apache-2.0

package import Database

package enum DraftMigrations {
    package static let all = [
        Migration(
            name: "drafts-0001-filing-drafts",
            statements: [
                """
                CREATE TABLE filing_drafts (
                    id {uuid} PRIMARY KEY,
                    account {code} NOT NULL,
                    procedure_code {code} NOT NULL,
                    procedure_version {integer} NOT NULL,
                    case_code {code} NOT NULL,
                    unit {code} NOT NULL,
                    entries {json} NOT NULL,
                    sequence {integer} NOT NULL CHECK (sequence > 0),
                    created_at {instant} NOT NULL,
                    saved_at {instant} NOT NULL,
                    filed_as {uuid},
                    reminders {integer} NOT NULL DEFAULT 0
                ) {strict}
                """,
                "CREATE INDEX filing_drafts_by_owner ON filing_drafts (account, saved_at DESC) WHERE filed_as IS NULL",
                "CREATE INDEX filing_drafts_by_age ON filing_drafts (reminders, saved_at) WHERE filed_as IS NULL",
            ])
    ]
}
