// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel
import Process

/// Reads the lists queues are made of, each by an index that begins with what it filters by and ends with its order.
struct QueueSourceStore {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    typealias Position = DossierQueueStore.Position

    func page(_ source: QueueSource, _ filter: SQL, after: Position?, limit: Int) throws -> [DossierSummary] {
        let beyond: SQL = after.map { "AND (danger_at, id) > (\($0.danger), \($0.id))" } ?? ""
        return try rows(source, "\(sql: filter) \(sql: beyond)", order: "danger_at, id", limit: limit)
    }

    /// Backwards from a place.
    func page(_ source: QueueSource, _ filter: SQL, before: Position, limit: Int) throws -> [DossierSummary] {
        let beyond: SQL = "AND (danger_at, id) < (\(before.danger), \(before.id))"
        return try rows(source, "\(sql: filter) \(sql: beyond)", order: "danger_at DESC, id DESC", limit: limit)
    }

    private func rows(_ source: QueueSource, _ conditions: SQL, order: SQL, limit: Int) throws -> [DossierSummary] {
        try DossierQueueStore(connection).summaries(
            """
            SELECT \(sql: DossierQueueStore.summaryColumns) FROM dossiers
            WHERE \(sql: source.condition) \(sql: conditions) ORDER BY \(sql: order) LIMIT \(limit)
            """)
    }

    func count(_ source: QueueSource, upTo limit: Int) throws -> Int {
        try connection.value(source.count(upTo: limit), as: Int.self) ?? 0
    }

    func procedures(_ source: QueueSource) throws -> [(code: String, name: String)] {
        try connection.all(
            """
            SELECT DISTINCT procedure_code, procedure_name FROM (
                SELECT procedure_code, procedure_name FROM dossiers WHERE \(sql: source.condition) ORDER BY danger_at, id LIMIT 200
            ) near
            """
        ) { row in (code: try row.get(0), name: try row.get(1)) }
    }

    /// The last event of each that gave somebody something to do.
    func waitingSince(_ ids: [Identifier]) throws -> [Identifier: Instant] {
        guard !ids.isEmpty else { return [:] }
        var since: [Identifier: Instant] = [:]
        try connection.forEach(
            """
            SELECT dossier_id, MAX(at) FROM dossier_events
            WHERE dossier_id IN \(list: ids) AND name IN ('submitted', 'step_entered', 'supplement_requested', 'supplemented',
                'payment_requested', 'payment_confirmed', 'stopped', 'resumed', 'resolved', 'expired')
            GROUP BY dossier_id
            """
        ) { row in since[try row.get(0, as: Identifier.self)] = try row.get(1, as: Instant.self) }
        return since
    }
}

extension QueueSource {
    var condition: SQL {
        switch self {
        case .tasks(let task, let danger):
            "unit = \(task.unit) AND step_role = \(task.role) AND NOT is_final AND status IN (2, 4) \(sql: Self.window(danger))"
        case .desk(let unit, .resolved):
            // The result waits where it is handed out, which may be another desk.
            "unit = \(unit) AND step_role = \(StepRole.oneStopOfficer.rawValue) AND NOT is_final AND status = \(DossierStatus.resolved.rawValue)"
        case .desk(let unit, let status):
            // What expired is stopped for good: nobody waits for it any more.
            "receiving_unit = \(unit) AND status = \(status.rawValue) AND NOT is_final"
        case .assigned(let account): "assignee = \(account) AND NOT is_final"
        case .proposals(let unit): "id IN (SELECT dossier_id FROM dossier_proposals WHERE unit = \(unit))"
        }
    }

    private static func window(_ danger: Range<Instant>?) -> SQL {
        danger.map { "AND danger_at >= \($0.lowerBound) AND danger_at < \($0.upperBound)" } ?? ""
    }

    func count(upTo limit: Int) -> SQL {
        switch self {
        case .proposals(let unit): "SELECT COUNT(*) FROM (SELECT 1 FROM dossier_proposals WHERE unit = \(unit) LIMIT \(limit)) counted"
        default: "SELECT COUNT(*) FROM (SELECT 1 FROM dossiers WHERE \(sql: condition) LIMIT \(limit)) counted"
        }
    }
}

extension QueueFilter {
    /// What stands behind the condition of the source. A queue holds open work only, so looking through it stays cheap.
    func condition(account: String) -> SQL {
        var conditions: [SQL] = []
        if let procedure { conditions.append("AND procedure_code = \(procedure)") }
        if procedure != nil, let step { conditions.append("AND step = \(step)") }
        if isOnlyMine { conditions.append("AND assignee = \(account)") }
        if let channel { conditions.append("AND channel = \(channel.nationalNumber)") }
        return conditions.joined(separator: " ")
    }
}
