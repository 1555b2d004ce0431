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
        let due: SQL = """
            SELECT id FROM jobs WHERE state = 'waiting' AND topic IN \(list: topics) AND run_at <= \(now)
            ORDER BY run_at, id LIMIT \(limit)\(connection.dialect.forUpdateSkipLocked)
            """
        let claimed = try connection.all(
            """
            UPDATE jobs SET state = 'running', attempts = attempts + 1, lease_until = \(lease)
            WHERE id IN (\(due)) RETURNING \(JobStore.columns)
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
        let change: SQL =
            switch outcome {
            case .done(let answer): "state = 'done', finished_at = \(now), last_answer = \(answer)"
            case .failed(let answer): "state = 'failed', finished_at = \(now), last_answer = \(answer)"
            case .retry(let moment, let answer): "state = 'waiting', run_at = \(moment), last_answer = \(answer)"
            case .returned: "state = 'waiting', attempts = attempts - 1"
            }
        return try connection.execute(
            "UPDATE jobs SET lease_until = NULL, \(change) WHERE id = \(job.id) AND state = 'running' AND attempts = \(job.attempts)") == 1
    }
}
