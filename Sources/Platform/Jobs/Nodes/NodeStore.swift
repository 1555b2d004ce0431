// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// The rows of serving processes. One that is not seen for a minute counts as gone.
package struct NodeStore {
    static let goneSeconds: Int64 = 60
    private let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    func note(_ node: Node, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO nodes (id, name, release, schema_fingerprint, started_at, seen_at)
            VALUES (\(node.id), \(node.name), \(node.release), \(node.fingerprint), \(now), \(now))
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
            """)
        try connection.execute("DELETE FROM nodes WHERE seen_at < \(now.adding(seconds: -60 * Self.goneSeconds))")
    }

    func remove(_ node: Identifier) throws {
        try connection.execute("DELETE FROM nodes WHERE id = \(node)")
    }

    /// Those at work now, by name.
    package func serving(at now: Instant) throws -> [Node] {
        try connection.all(
            """
            SELECT id, name, release, schema_fingerprint FROM nodes WHERE seen_at > \(now.adding(seconds: -Self.goneSeconds)) ORDER BY name, id
            """
        ) { row in Node(id: try row.get(0), name: try row.get(1), release: try row.get(2), fingerprint: try row.get(3)) }
    }
}
