// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

package enum JobState: String, Sendable, Hashable, CaseIterable, SQLBindable, SQLDecodable {
    case waiting, running, done
    /// Tried as often as allowed; somebody has to look, and may replay it.
    case failed
}

/// A piece of work that outlives the request that asked for it: a row anybody can see.
package struct Job: Sendable, Hashable {
    package let id: Identifier
    package let topic: String
    /// At most one job of a key exists; it is what makes queuing twice harmless.
    package let key: String?
    package let payload: JSONText
    package let state: JobState
    /// How often it was begun.
    package let attempts: Int
    package let runAt: Instant
    /// Until when a running job belongs to the worker that has it.
    package let leaseUntil: Instant?
    /// What the other side said last, or what went wrong.
    package let lastAnswer: String?
    package let createdAt: Instant
    package let finishedAt: Instant?
}

/// How many jobs of a topic are in a state.
package struct JobCount: Sendable, Hashable {
    package let topic: String
    package let state: JobState
    package let count: Int
}
