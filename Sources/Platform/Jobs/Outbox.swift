// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Where a unit of work leaves what must follow it. The row is committed with the work or not at all, and runners in every
/// process hear of it at once.
package enum Outbox {
    /// Where runners hear the topics of jobs that can begin.
    static let channel = "jobs"

    /// Returns nil when a job of the key is there already, whatever became of it.
    @discardableResult
    package static func enqueue(
        _ connection: any Connection, topic: String, payload: some Encodable, key: String? = nil, at now: Instant, runAt: Instant? = nil
    ) throws -> Identifier? {
        try enqueue(connection, topic: topic, json: JSONText(encoding: payload), key: key, at: now, runAt: runAt)
    }

    @discardableResult
    package static func enqueue(
        _ connection: any Connection, topic: String, json: JSONText, key: String? = nil, at now: Instant, runAt: Instant? = nil
    ) throws -> Identifier? {
        let id = Identifier.new(at: now)
        guard try JobClaimStore.insert(connection, id, topic, json, key, now, runAt ?? now) else { return nil }
        // What is planned for later is found by looking.
        if (runAt ?? now) <= now { try connection.notify(channel, topic) }
        return id
    }

    /// A new job whose key, if it has one, was never used.
    package struct Entry: Sendable {
        package let id: Identifier
        let topic: String
        let json: JSONText
        let key: String?
        let at: Instant

        package init(topic: String, json: JSONText, key: String? = nil, at: Instant) {
            (id, self.topic, self.json, self.key, self.at) = (Identifier.new(at: at), topic, json, key, at)
        }
    }

    /// Many at once, to begin as soon as they stand.
    package static func enqueue(_ connection: any Connection, _ entries: [Entry]) throws {
        try JobClaimStore.insert(connection, entries)
        for topic in Set(entries.map(\.topic)).sorted() { try connection.notify(channel, topic) }
    }
}
