// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// Whose turn a chore is, and when it is due again.
struct ChoreStore {
    private let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    /// True for one process when the chore is due; it is due again at `next`.
    func take(_ chore: String, by node: Identifier, at now: Instant, until next: Instant) throws -> Bool {
        try connection.execute(
            """
            INSERT INTO chores (name, node_id, due_at) VALUES (\(chore), \(node), \(next))
            ON CONFLICT (name) DO UPDATE SET node_id = excluded.node_id, due_at = excluded.due_at WHERE chores.due_at <= \(now)
            """) == 1
    }

    /// Makes a chore due that this process was the last to do.
    func giveBack(_ chore: String, by node: Identifier, at now: Instant) throws {
        try connection.execute("UPDATE chores SET due_at = \(now) WHERE name = \(chore) AND node_id = \(node)")
    }
}
