// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// The rows of the queue, for whoever shows or mends it.
package enum JobStore {
    package static func find(_ connection: any Connection, _ id: Identifier) throws -> Job? {
        try connection.first("SELECT \(columns) FROM jobs WHERE id = \(id)", Job.init)
    }

    /// The newest jobs of a state; the page after a job begins below it.
    package static func list(
        _ connection: any Connection, _ state: JobState, topic: String? = nil, after last: Job? = nil, limit: Int = 50
    ) throws -> [Job] {
        let (time, isState) = order(state)
        let page: SQL = last.map { "AND (\(time), id) < (\($0.moment), \($0.id))" } ?? .empty
        let ofTopic: SQL = topic.map { "AND topic = \($0)" } ?? .empty
        return try connection.all(
            "SELECT \(columns) FROM jobs WHERE \(isState) \(page) \(ofTopic) ORDER BY \(time) DESC, id DESC LIMIT \(limit)", Job.init)
    }

    /// How many there are of each topic and state, counted no further than to 10,000 of a state: finished ones are kept for long.
    package static func counts(_ connection: any Connection) throws -> [JobCount] {
        let parts = JobState.allCases.map { state -> SQL in
            """
            SELECT topic, \(unsafe: "'\(state.rawValue)'") AS state, count(*)
            FROM (SELECT topic FROM jobs WHERE \(order(state).isState) LIMIT 10000) counted GROUP BY topic
            """
        }
        return try connection.all("\(parts.joined(separator: " UNION ALL ")) ORDER BY 1, 2") { row in
            JobCount(topic: try row.get(0), state: try row.get(1), count: try row.get(2))
        }
    }

    /// Puts a failed job back to the start; false when it is not a failed one.
    package static func replay(_ connection: any Connection, _ id: Identifier, at now: Instant) throws -> Bool {
        try replay(connection, "id = \(id)", now) == 1
    }

    /// Puts every failed job of a topic back to the start; returns how many.
    package static func replayAll(_ connection: any Connection, topic: String, at now: Instant) throws -> Int {
        try replay(connection, "topic = \(topic)", now)
    }

    /// Forgets finished jobs, and with them their keys; returns how many. Failed ones stay until they are replayed.
    package static func removeDone(_ connection: any Connection, before limit: Instant, atMost count: Int = 1000) throws -> Int {
        try connection.execute(
            """
            DELETE FROM jobs WHERE id IN
                (SELECT id FROM jobs WHERE state = 'done' AND finished_at < \(limit) ORDER BY finished_at LIMIT \(count))
            """)
    }

    private static func replay(_ connection: any Connection, _ which: SQL, _ now: Instant) throws -> Int {
        let count = try connection.execute(
            """
            UPDATE jobs SET state = 'waiting', attempts = 0, run_at = \(now), finished_at = NULL
            WHERE state = 'failed' AND \(which)
            """)
        if count > 0 { try connection.notify(Outbox.channel, "") }
        return count
    }

    /// The column a state is sorted by, and its condition as the partial indexes spell it.
    private static func order(_ state: JobState) -> (time: SQL, isState: SQL) {
        switch state {
        case .waiting: ("run_at", "state = 'waiting'")
        case .running: ("lease_until", "state = 'running'")
        case .done: ("finished_at", "state = 'done'")
        case .failed: ("finished_at", "state = 'failed'")
        }
    }

    static let columns: SQL = "id, topic, dedupe_key, payload, state, attempts, run_at, lease_until, last_answer, created_at, finished_at"
}

extension Job {
    init(_ row: borrowing Row) throws {
        id = try row.get(0)
        topic = try row.get(1)
        key = try row.get(2)
        payload = try row.get(3)
        state = try row.get(4)
        attempts = try row.get(5)
        runAt = try row.get(6)
        leaseUntil = try row.get(7)
        lastAnswer = try row.get(8)
        createdAt = try row.get(9)
        finishedAt = try row.get(10)
    }

    /// The value its state is sorted by.
    fileprivate var moment: Instant { finishedAt ?? leaseUntil ?? runAt }
}
