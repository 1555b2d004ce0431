// SPDX-License-Identifier: Apache-2.0

package import Database

package enum NoticeMigrations {
    package static let all: [Migration] = [
        Migration(
            name: "notices-0001-notices",
            statements: [
                """
                CREATE TABLE notices (
                    id {uuid} PRIMARY KEY,
                    account {code} NOT NULL,
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
            ]),
        Migration(
            name: "notices-0002-letters",
            statements: [
                // The job that carries the letter about the notice; done jobs are forgotten before notices are.
                "ALTER TABLE notices ADD COLUMN letter_job {uuid}",
                """
                CREATE TABLE notice_contacts (
                    account {code} PRIMARY KEY,
                    email TEXT,
                    language {code} CHECK (language IN ('vi', 'en')),
                    pending_email TEXT,
                    code_hash {code},
                    code_sent_at {instant},
                    wrong_tries {integer} NOT NULL,
                    changed_at {instant} NOT NULL,
                    CHECK ((pending_email IS NULL) = (code_hash IS NULL))
                ) {strict}
                """,
                "CREATE TABLE notice_codes (account {code} NOT NULL, sent_at {instant} NOT NULL) {strict}",
                "CREATE INDEX notice_codes_by_account ON notice_codes (account, sent_at)",
                "CREATE TABLE mail_refusals (address {code} PRIMARY KEY, created_at {instant} NOT NULL) {strict}",
            ]),
        // Codes are forgotten after a day, whoever asked for them.
        Migration(name: "notices-0003-codes-by-time", statements: ["CREATE INDEX notice_codes_by_time ON notice_codes (sent_at)"]),
    ]
}
