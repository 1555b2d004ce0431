// SPDX-License-Identifier: Apache-2.0

package import Database

package enum JobsMigrations {
    package static let all = [
        Migration(
            name: "jobs.001-create",
            statements: [
                """
                CREATE TABLE jobs (
                    id {uuid} NOT NULL PRIMARY KEY,
                    topic {code} NOT NULL,
                    dedupe_key {code} UNIQUE,
                    payload {json} NOT NULL,
                    state {code} NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
                    attempts {integer} NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                    run_at {instant} NOT NULL,
                    lease_until {instant},
                    last_answer TEXT,
                    created_at {instant} NOT NULL,
                    finished_at {instant},
                    CHECK ((state = 'running') = (lease_until IS NOT NULL)),
                    CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL))
                ) {strict}
                """,
                // A row is in exactly one of these at a time. Each holds the state too, or SQLite would go to the table for it.
                "CREATE INDEX jobs_waiting ON jobs (state, run_at, id, topic) WHERE state = 'waiting'",
                "CREATE INDEX jobs_running ON jobs (state, lease_until, id, topic) WHERE state = 'running'",
                "CREATE INDEX jobs_failed ON jobs (state, finished_at, id, topic) WHERE state = 'failed'",
                "CREATE INDEX jobs_done ON jobs (state, finished_at, id, topic) WHERE state = 'done'",
            ]),
        Migration(
            name: "jobs.002-nodes",
            statements: [
                """
                CREATE TABLE nodes (
                    id {uuid} NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL,
                    release TEXT NOT NULL,
                    schema_fingerprint TEXT NOT NULL,
                    started_at {instant} NOT NULL,
                    seen_at {instant} NOT NULL
                ) {strict}
                """,
                """
                CREATE TABLE chores (
                    name TEXT NOT NULL PRIMARY KEY,
                    node_id {uuid} NOT NULL,
                    due_at {instant} NOT NULL
                ) {strict}
                """,
            ]),
    ]
}
