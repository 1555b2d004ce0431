// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// The records of exports, newest first.
struct ExportRecordStore {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func add(_ order: ExportOrder, id: Identifier, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO exports (id, account, name, door, format, filter, has_names, at, is_complete, row_count)
            VALUES (\(id), \(order.account), \(order.name), \(order.door.rawValue), \(order.format.rawValue), \(try JSONText(encoding: order.filter)),
                \(order.includesNames), \(at), \(false), \(0))
            """)
    }

    func end(_ id: Identifier, at: Instant, rows: Int, isComplete: Bool) throws {
        try connection.execute("UPDATE exports SET ended_at = \(at), row_count = \(rows), is_complete = \(isComplete) WHERE id = \(id)")
    }

    /// - Parameter account: nil for everybody's.
    func list(of account: String?, before: Identifier?, limit: Int) throws -> [ExportRecord] {
        let own: SQL = account.map { "account = \($0)" } ?? "1 = 1"
        let older: SQL = before.map { "AND id < \($0)" } ?? ""
        return try connection.all(
            """
            SELECT id, account, name, door, format, filter, has_names, at, ended_at, is_complete, row_count FROM exports
            WHERE \(sql: own) \(sql: older) ORDER BY id DESC LIMIT \(limit)
            """
        ) { row in
            ExportRecord(
                id: try row.get(0), account: try row.get(1), name: try row.get(2), door: try row.get(3), format: try row.get(4),
                filter: try row.get(5, as: JSONText.self).decoded(as: ExportFilter.self), hasNames: try row.get(6), at: try row.get(7),
                endedAt: try row.get(8), isComplete: try row.get(9), rows: try row.get(10))
        }
    }
}

extension ExportFormat: SQLDecodable {}
extension ExportOrder.Door: SQLDecodable {}
