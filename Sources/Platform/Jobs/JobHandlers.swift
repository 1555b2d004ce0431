// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// What a handler knows of the job it has in hand.
package struct JobContext: Sendable {
    /// The same at every attempt: the key that keeps the other side from doing the work twice.
    package let id: Identifier
    package let topic: String
    package let payload: JSONText
    /// 1 at the first attempt.
    package let attempt: Int
    package let createdAt: Instant

    package func decoded<T: Decodable>(as type: T.Type = T.self) throws -> T {
        try payload.decoded(as: type)
    }
}

/// Thrown by a handler when trying again would not help.
package struct PermanentFailure: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

/// Which closure does the work of which topic. A job may be begun twice (a worker can die after the work and before
/// it is noted), so the work must be harmless to repeat.
package struct JobHandlers: Sendable {
    package typealias Handler = @Sendable (JobContext) async throws -> String

    struct Entry: Sendable {
        let retry: RetryPolicy
        let handle: Handler
    }

    private(set) var entries: [String: Entry] = [:]

    package init() {}

    /// The text the closure returns is kept as the job's last answer.
    package mutating func on(_ topic: String, retry: RetryPolicy = .standard, _ handle: @escaping Handler) {
        precondition(entries[topic] == nil, "two handlers for \(topic)")
        entries[topic] = Entry(retry: retry, handle: handle)
    }

    package var topics: [String] { entries.keys.sorted() }
}
