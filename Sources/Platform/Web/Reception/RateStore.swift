// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// Limits that all nodes keep together: for each address the moment at which all that is allowed would be allowed again.
struct RateStore: Sendable {
    private let database: any Database

    init(database: any Database) {
        self.database = database
    }

    /// Takes one of what a rule allows; the seconds to wait when there is none.
    func take(_ rule: RateRule, _ address: String, now: Instant) async throws -> Int? {
        let step = Int64(60_000 / rule.perMinute)
        let latest = now.milliseconds + Int64(rule.burst) * step
        let first = now.milliseconds + step
        return try await database.write(.readCommitted) { connection in
            let isTaken = try connection.execute(
                """
                INSERT INTO rate_limits (rule, address, full_at) VALUES (\(rule.name), \(address), \(first))
                ON CONFLICT (rule, address) DO UPDATE SET full_at =
                    CASE WHEN rate_limits.full_at > \(now.milliseconds) THEN rate_limits.full_at + \(step) ELSE excluded.full_at END
                WHERE rate_limits.full_at + \(step) <= \(latest)
                """)
            guard isTaken == 0 else { return nil }
            let fullAt: Int? = try connection.value("SELECT full_at FROM rate_limits WHERE rule = \(rule.name) AND address = \(address)")
            let wait = (fullAt.map(Int64.init) ?? latest) + step - latest
            return Int(max(1000, wait) + 999) / 1000
        }
    }

    /// Forgets addresses that may do everything again.
    func sweep(now: Instant) async throws -> Int {
        try await database.write(.readCommitted) { try $0.execute("DELETE FROM rate_limits WHERE full_at <= \(now.milliseconds)") }
    }
}
