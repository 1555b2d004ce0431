// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// How often signing in failed lately, for each name somebody tried.
struct SignInFailureStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func recent(_ subject: String) throws -> SignInFailures? {
        try connection.first("SELECT failures, last_failed_at FROM sign_in_failures WHERE subject = \(subject)") { row in
            SignInFailures(count: try row.get(0), lastAt: try row.get(1))
        }
    }

    /// Counts one more, unless there are as many as allowed: then false, and nothing changes. One statement, so that of
    /// many at once none is missed.
    func add(_ subject: String, at now: Instant, atMost allowed: Int) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO sign_in_failures (subject, failures, last_failed_at) VALUES (\(subject), 1, \(now))
            ON CONFLICT (subject) DO UPDATE SET failures = sign_in_failures.failures + 1, last_failed_at = excluded.last_failed_at
            WHERE sign_in_failures.failures < \(allowed)
            """) == 1
    }

    func clear(_ subject: String) throws {
        try connection.execute("DELETE FROM sign_in_failures WHERE subject = \(subject)")
    }

    func forget(before: Instant) throws {
        try connection.execute("DELETE FROM sign_in_failures WHERE last_failed_at <= \(before)")
    }
}

struct SignInFailures: Hashable, Sendable {
    let count: Int
    let lastAt: Instant
}
