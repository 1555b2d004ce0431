// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Where a unit of work leaves what must follow it. The row is committed with the work or not at all, and a runner in
/// this process hears of it at once.
package enum Outbox {
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
        connection.afterCommit { Bell.ringAll() }
        return id
    }
}
