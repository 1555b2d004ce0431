// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// The statements of the runner. A job belongs to whoever began its latest attempt: `attempts` is the fence that keeps
/// a worker whose lease ran out from writing over its successor.
enum JobClaimStore {
    /// What became of an attempt.
    enum Outcome: Sendable, Hashable {
        case done(answer: String)
        case retry(at: Instant, answer: String)
        case failed(answer: String)
        /// Given back unfinished because this process is stopping; the attempt does not count.
        case returned
    }

    static func insert(
        _ connection: any Connection, _ id: Identifier, _ topic: String, _ payload: JSONText, _ key: String?, _ now: Instant, _ runAt: Instant
    ) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO jobs (id, topic, dedupe_key, payload, state, run_at, created_at)
            VALUES (\(id), \(topic), \(key), \(payload), 'waiting', \(runAt), \(now))
            ON CONFLICT (dedupe_key) DO NOTHING
            """) == 1
    }

    static func insert(_ connection: any Connection, _ entries: [Outbox.Entry]) throws {
        for rows in entries.inStatements {
            let values = SQL.rows(rows) { entry in
                [
                    entry.id.sqlValue, entry.topic.sqlValue, entry.key.sqlValue, entry.json.sqlValue, .text("waiting"), entry.at.sqlValue,
                    entry.at.sqlValue,
                ]
            }
            try connection.send("INSERT INTO jobs (id, topic, dedupe_key, payload, state, run_at, created_at) VALUES \(values)")
        }
    }

    /// When there will be something to do for these topics, nil when nothing is planned.
    static func nextMoment(_ connection: any Connection, _ topics: [String]) throws -> Instant? {
        let waiting = try connection.value(
            "SELECT run_at FROM jobs WHERE state = 'waiting' AND topic IN \(list: topics) ORDER BY run_at, id LIMIT 1", as: Instant.self)
        let leased = try connection.value(
            "SELECT lease_until FROM jobs WHERE state = 'running' AND topic IN \(list: topics) ORDER BY lease_until, id LIMIT 1", as: Instant.self)
        return [waiting, leased].compactMap(\.self).min()
    }

    /// Takes the jobs that are due, the longest waiting first.
    static func claim(_ connection: any Connection, _ topics: [String], limit: Int, at now: Instant, until lease: Instant) throws -> [Job] {
        // Materialised, or a planner may look for them anew for each row and lock more than asked for.
        let claimed = try connection.all(
            """
            WITH due AS MATERIALIZED (
                SELECT id FROM jobs WHERE state = 'waiting' AND topic IN \(list: topics) AND run_at <= \(now)
                ORDER BY run_at, id LIMIT \(limit)\(connection.dialect.forUpdateSkipLocked))
            UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = \(lease)
            WHERE id IN (SELECT id FROM due) RETURNING \(JobStore.columns)
            """, Job.init)
        // RETURNING promises no order.
        return claimed.sorted { ($0.runAt, $0.id) < ($1.runAt, $1.id) }
    }

    /// Jobs whose worker has not been heard of in time.
    static func abandoned(_ connection: any Connection, _ topics: [String], at now: Instant) throws -> [Job] {
        try connection.all(
            """
            SELECT \(JobStore.columns) FROM jobs WHERE state = 'running' AND topic IN \(list: topics) AND lease_until <= \(now)
            ORDER BY lease_until, id LIMIT 100\(connection.dialect.forUpdateSkipLocked)
            """, Job.init)
    }

    static func renew(_ connection: any Connection, _ jobs: [Job], until lease: Instant) throws {
        for job in jobs {
            try connection.execute(
                "UPDATE jobs SET lease_until = \(lease) WHERE id = \(job.id) AND state = 'running' AND attempts = \(job.attempts)")
        }
    }

    /// False when the job belongs to somebody else by now.
    @discardableResult
    static func finish(_ connection: any Connection, _ job: Job, _ outcome: Outcome, at now: Instant) throws -> Bool {
        try finish(connection, [(job, outcome)], at: now).contains(job.id)
    }

    /// Those of the jobs that did not belong to somebody else by now.
    static func finish(_ connection: any Connection, _ ended: [(job: Job, outcome: Outcome)], at now: Instant) throws -> Set<Identifier> {
        struct Kind: Hashable {
            let outcome: Outcome
            let attempts: Int
        }
        var ours: Set<Identifier> = []
        let kinds = Dictionary(grouping: ended) { Kind(outcome: $0.outcome, attempts: $0.job.attempts) }
        for (kind, ended) in kinds {
            let ids = ended.map(\.job.id).sorted().filledForList
            try connection.forEach(
                """
                UPDATE jobs SET lease_until = NULL, \(change(kind.outcome, at: now))
                WHERE id IN \(list: ids) AND state = 'running' AND attempts = \(kind.attempts) RETURNING id
                """
            ) { row in ours.insert(try row.get(0)) }
        }
        return ours
    }

    private static func change(_ outcome: Outcome, at now: Instant) -> SQL {
        switch outcome {
        case .done(let answer): "state = 'done', finished_at = \(now), last_answer = \(answer)"
        case .failed(let answer): "state = 'failed', finished_at = \(now), last_answer = \(answer)"
        case .retry(let moment, let answer): "state = 'waiting', run_at = \(moment), last_answer = \(answer)"
        case .returned: "state = 'waiting', attempts = attempts - 1"
        }
    }
}
