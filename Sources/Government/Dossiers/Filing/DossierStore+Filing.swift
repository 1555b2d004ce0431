// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

/// The rows of many filings, one statement for many of them.
extension DossierStore {
    struct Series: Hashable, Comparable {
        let name: String
        let day: LocalDate

        static func < (left: Self, right: Self) -> Bool { (left.name, left.day) < (right.name, right.day) }
    }

    // MARK: Numbers

    /// Takes so many numbers of each series; the last taken of each. In one order, so that two units never wait for each other.
    func take(_ wanted: [Series: Int]) throws -> [Series: Int] {
        var last: [Series: Int] = [:]
        for rows in wanted.sorted(by: { $0.key < $1.key }).inStatements {
            let values = SQL.rows(rows) { [$0.key.name.sqlValue, $0.key.day.sqlValue, $0.value.sqlValue] }
            try connection.forEach(
                """
                INSERT INTO number_series (series, day, last_number) VALUES \(values)
                ON CONFLICT (series, day) DO UPDATE SET last_number = number_series.last_number + excluded.last_number
                RETURNING series, day, last_number
                """
            ) { row in last[Series(name: try row.get(0), day: try row.get(1))] = try row.get(2) }
        }
        return last
    }

    // MARK: Rows

    func insert(_ histories: [PreparedHistory]) throws {
        for statement in Self.inserting(histories) { try connection.send(statement) }
    }

    static func inserting(_ histories: [PreparedHistory]) -> [SQL] {
        let dossiers = histories.inStatements.map { rows -> SQL in
            "INSERT INTO dossiers (\(unsafe: insertedColumns)) VALUES \(SQL.rows(rows) { $0.values })"
        }
        let eventRows = histories.flatMap { history in history.events.map { $0.values(of: history.dossier.id) } }
        let events = eventRows.inStatements.map { rows -> SQL in
            """
            INSERT INTO dossier_events (dossier_id, sequence, name, at, actor_account, actor_name, content, previous_hash, hash)
            VALUES \(SQL.rows(rows) { $0 })
            """
        }
        let units = histories.flatMap { history in history.units.sorted().map { (dossier: history.dossier.id, unit: $0) } }
        let participants = units.inStatements.map { rows -> SQL in
            "INSERT INTO dossier_units (dossier_id, unit) VALUES \(SQL.rows(rows) { [$0.dossier.sqlValue, $0.unit.sqlValue] })"
        }
        return dossiers + events + participants
    }

    // MARK: Requests already answered

    /// The dossiers of requests that came before, by account and key.
    func answered(_ requests: [[String]]) throws -> [[String]: (requestHash: String, dossier: Identifier)] {
        var answered: [[String]: (requestHash: String, dossier: Identifier)] = [:]
        for rows in requests.inStatements {
            // One key after the other: both engines would rather read the whole of a table they take for small than look for pairs IN a list.
            let lookups = rows.map { request -> SQL in
                """
                SELECT account, key, request_hash, dossier_id FROM idempotency_keys
                WHERE account = \(request[0]) AND key = \(request[1])
                """
            }
            try connection.forEach(lookups.joined(separator: " UNION ALL ")) { row in
                answered[[try row.get(0), try row.get(1)]] = (requestHash: try row.get(2), dossier: try row.get(3))
            }
        }
        return answered
    }

    func remember(_ requests: [(request: TakenFiling.Request, dossier: Identifier, at: Instant)]) throws {
        for rows in requests.inStatements {
            let values = SQL.rows(rows) { row in
                [row.request.account.sqlValue, row.request.key.sqlValue, row.request.hash.sqlValue, row.dossier.sqlValue, row.at.sqlValue]
            }
            try connection.send("INSERT INTO idempotency_keys (account, key, request_hash, dossier_id, created_at) VALUES \(values)")
        }
    }
}

extension StoredEvent {
    fileprivate func values(of dossier: Identifier) -> [SQLValue] {
        [
            dossier.sqlValue, sequence.sqlValue, name.sqlValue, at.sqlValue, actor.account.sqlValue, actor.name.sqlValue, content.sqlValue,
            previousHash.sqlValue, hash.sqlValue,
        ]
    }
}
