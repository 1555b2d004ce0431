// SPDX-License-Identifier: Apache-2.0

package import Database

package enum DossierMigrations {
    package static let all: [Migration] = [
        dossiers, events, participants, series, idempotency, reads, words, coveringTasks, notes, proposals, drafts, logbook, openWork,
        wordsWithNames,
    ]

    /// The current state of every dossier: the shadow of its events, with the columns that queues and searches need.
    static let dossiers = Migration(
        name: "dossiers-0001-dossiers",
        statements: [
            """
            CREATE TABLE dossiers (
                id {uuid} PRIMARY KEY,
                code {code} UNIQUE,
                provisional_code {code} NOT NULL UNIQUE,
                procedure_code {code} NOT NULL,
                procedure_version {integer} NOT NULL,
                case_code {code} NOT NULL,
                procedure_name TEXT NOT NULL,
                status {integer} NOT NULL CHECK (status BETWEEN 1 AND 10),
                is_final {boolean} NOT NULL,
                receiving_unit {code} NOT NULL,
                resolving_unit {code} NOT NULL,
                unit {code} NOT NULL,
                step {integer},
                steps {integer} NOT NULL,
                step_role {code},
                assignee {code},
                assignee_name TEXT,
                applicant_name TEXT NOT NULL,
                applicant_folded {code} NOT NULL,
                applicant_account {code},
                channel {integer} NOT NULL CHECK (channel BETWEEN 1 AND 3),
                delivery {code} NOT NULL,
                submitted_at {instant} NOT NULL,
                accepted_at {instant},
                due_at {instant},
                original_due_at {instant},
                danger_at {instant} NOT NULL,
                resolved_at {instant},
                closed_at {instant},
                sequence {integer} NOT NULL CHECK (sequence > 0),
                head_hash {code} NOT NULL,
                submission {json} NOT NULL,
                state {json} NOT NULL,
                CHECK (code IS NOT NULL OR accepted_at IS NULL)
            ) {strict}
            """,
            "CREATE INDEX dossiers_by_task ON dossiers (unit, step_role, is_final, danger_at, id)",
            "CREATE INDEX dossiers_by_desk ON dossiers (receiving_unit, status, danger_at, id)",
            "CREATE INDEX dossiers_by_assignee ON dossiers (assignee, is_final, danger_at, id)",
            "CREATE INDEX dossiers_by_owner ON dossiers (applicant_account, submitted_at DESC, id)",
        ])

    /// What happened, append only: the database itself refuses to change or remove a row.
    static let events = Migration(
        name: "dossiers-0002-events",
        statements: [
            """
            CREATE TABLE dossier_events (
                dossier_id {uuid} NOT NULL REFERENCES dossiers (id),
                sequence {integer} NOT NULL CHECK (sequence > 0),
                name {code} NOT NULL,
                at {instant} NOT NULL,
                actor_account {code} NOT NULL,
                actor_name TEXT NOT NULL,
                content TEXT NOT NULL,
                previous_hash {code} NOT NULL,
                hash {code} NOT NULL,
                PRIMARY KEY (dossier_id, sequence)
            ) {strict}
            """,
            "{refuse_update:dossier_events}",
            "{refuse_delete:dossier_events}",
        ])

    /// Which units a dossier has passed through: who may see it.
    static let participants = Migration(
        name: "dossiers-0003-participants",
        statements: [
            """
            CREATE TABLE dossier_units (
                dossier_id {uuid} NOT NULL REFERENCES dossiers (id),
                unit {code} NOT NULL,
                PRIMARY KEY (dossier_id, unit)
            ) {strict}
            """
        ])

    /// Numbers without gaps: one row a series and day, raised inside the transaction that uses the number.
    static let series = Migration(
        name: "dossiers-0004-number-series",
        statements: [
            """
            CREATE TABLE number_series (
                series {code} NOT NULL,
                day {date} NOT NULL,
                last_number {integer} NOT NULL CHECK (last_number > 0),
                PRIMARY KEY (series, day)
            ) {strict}
            """
        ])

    /// A request repeated with the same key gets the first answer.
    static let idempotency = Migration(
        name: "dossiers-0005-idempotency",
        statements: [
            """
            CREATE TABLE idempotency_keys (
                account {code} NOT NULL,
                key {code} NOT NULL,
                request_hash {code} NOT NULL,
                dossier_id {uuid} NOT NULL REFERENCES dossiers (id),
                created_at {instant} NOT NULL,
                PRIMARY KEY (account, key)
            ) {strict}
            """
        ])

    /// Who looked at a dossier's personal data; the owner may see it.
    static let reads = Migration(
        name: "dossiers-0006-reads",
        statements: [
            """
            CREATE TABLE dossier_reads (
                dossier_id {uuid} NOT NULL REFERENCES dossiers (id),
                account {code} NOT NULL,
                name TEXT NOT NULL,
                day {date} NOT NULL,
                first_at {instant} NOT NULL,
                last_at {instant} NOT NULL,
                times {integer} NOT NULL,
                PRIMARY KEY (dossier_id, account, day)
            ) {strict}
            """
        ])

    /// By which words and numbers a desk finds its dossiers: one row for each unit that may see one, and one for the whole
    /// province (unit ''). `age` grows towards the past, so that the newest of a word comes first. Dossiers older than this
    /// table wait in `dossiers_without_words` until `FillDossierWords` has come by.
    static let words = Migration(
        name: "dossiers-0007-words",
        statements: [
            """
            CREATE TABLE dossier_words (
                unit {code} NOT NULL,
                word {code} NOT NULL,
                age {integer} NOT NULL,
                dossier_id {uuid} NOT NULL,
                PRIMARY KEY (unit, word, age, dossier_id)
            ) {clustered}
            """,
            "CREATE TABLE dossiers_without_words (dossier_id {uuid} PRIMARY KEY REFERENCES dossiers (id)) {strict}",
            "INSERT INTO dossiers_without_words (dossier_id) SELECT id FROM dossiers",
        ])

    /// Tasks are counted from the index alone.
    static let coveringTasks = Migration(
        name: "dossiers-0008-covering-tasks",
        statements: [
            "DROP INDEX dossiers_by_task",
            "CREATE INDEX dossiers_by_task ON dossiers (unit, step_role, is_final, danger_at, id, status)",
        ])

    /// What officers write to each other; the applicant never sees it.
    static let notes = Migration(
        name: "dossiers-0009-notes",
        statements: [
            """
            CREATE TABLE dossier_notes (
                dossier_id {uuid} NOT NULL REFERENCES dossiers (id),
                id {uuid} NOT NULL,
                at {instant} NOT NULL,
                author {code} NOT NULL,
                author_name TEXT NOT NULL,
                text TEXT NOT NULL CHECK (text <> ''),
                PRIMARY KEY (dossier_id, id)
            ) {strict}
            """,
            "{refuse_update:dossier_notes}",
            "{refuse_delete:dossier_notes}",
        ])

    /// A further supplement request an officer wants and only the head of the unit may make (NĐ 118/2025 Đ11.2).
    static let proposals = Migration(
        name: "dossiers-0010-proposals",
        statements: [
            """
            CREATE TABLE dossier_proposals (
                dossier_id {uuid} PRIMARY KEY REFERENCES dossiers (id),
                unit {code} NOT NULL,
                at {instant} NOT NULL,
                author {code} NOT NULL,
                author_name TEXT NOT NULL,
                items {json} NOT NULL,
                reason TEXT NOT NULL
            ) {strict}
            """,
            "CREATE INDEX dossier_proposals_by_unit ON dossier_proposals (unit, dossier_id)",
        ])

    /// The result while somebody still writes it.
    static let drafts = Migration(
        name: "dossiers-0011-result-drafts",
        statements: [
            """
            CREATE TABLE result_drafts (
                dossier_id {uuid} PRIMARY KEY REFERENCES dossiers (id),
                template {code} NOT NULL,
                fields {json} NOT NULL,
                at {instant} NOT NULL,
                author {code} NOT NULL,
                author_name TEXT NOT NULL
            ) {strict}
            """
        ])
}
