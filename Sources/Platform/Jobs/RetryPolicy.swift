// SPDX-License-Identifier: Apache-2.0

/// How often, and how long after each failure, a job is tried again.
package struct RetryPolicy: Sendable, Hashable {
    package let attempts: Int
    package let firstSeconds: Int64
    package let longestSeconds: Int64

    package init(attempts: Int, firstSeconds: Int64, longestSeconds: Int64) {
        (self.attempts, self.firstSeconds, self.longestSeconds) = (max(1, attempts), max(0, firstSeconds), max(0, longestSeconds))
    }

    /// Ten attempts over some hours: a partner's system may be down for a night.
    package static let standard = RetryPolicy(attempts: 10, firstSeconds: 10, longestSeconds: 3 * 3600)
    package static let once = RetryPolicy(attempts: 1, firstSeconds: 0, longestSeconds: 0)

    /// Doubles with each attempt. The jitter, 0 to 1, spreads jobs that failed together over the second half of the delay.
    func milliseconds(after attempt: Int, jitter: Double) -> Int64 {
        let doublings = min(max(0, attempt - 1), 30)
        let longest = min(Double(firstSeconds) * Double(1 << doublings), Double(longestSeconds))
        return Int64(longest * 1000 * (0.5 + 0.5 * jitter))
    }
}
