// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Kernel

/// Reads the rows of an export piece by piece. Each piece is a range of an index and a read of its own, so that no transaction
/// stands while somebody downloads.
struct ExportStore {
    let connection: any Connection
    /// How many places of the index one read looks at, at most, where a filter leaves rows out.
    let window: Int

    init(_ connection: any Connection, window: Int = 20_000) {
        (self.connection, self.window) = (connection, window)
    }

    /// Visits at most `limit` rows; gives how many, and where to go on, nil at the end.
    func read(
        _ selection: ExportSelection, from start: ExportPlace, limit: Int, _ visit: (borrowing Row) throws -> Void
    ) throws -> (rows: Int, next: ExportPlace?) {
        var place = start
        var rows = 0
        var budget = window
        while rows < limit, budget > 0, place.lane < selection.lanes {
            let end = selection.isNarrowed ? try boundary(selection, place) : nil
            var last: ExportPlace.Key?
            try connection.forEach(query(selection, place, upTo: end, limit: limit - rows)) { row in
                try visit(row)
                rows += 1
                if rows == limit { last = try key(row, Self.keyColumn) }
            }
            if let next = last ?? end {
                place.after = next
                budget -= end == nil ? 0 : window
            } else {
                place = ExportPlace(lane: place.lane + 1)
                budget -= 100
            }
        }
        return (rows, place.lane < selection.lanes ? place : nil)
    }

    /// Every desk that ever received a dossier, found by leaps through an index.
    func desks() throws -> [String] {
        var desks: [String] = []
        while let next = try connection.value(
            "SELECT receiving_unit FROM dossiers WHERE receiving_unit > \(desks.last ?? "") ORDER BY receiving_unit LIMIT 1", as: String.self)
        {
            desks.append(next)
        }
        return desks
    }

    /// The last key of the window that begins at the place; nil when the lane ends before.
    private func boundary(_ selection: ExportSelection, _ place: ExportPlace) throws -> ExportPlace.Key? {
        let (at, tie) = order(selection)
        return try connection.first(
            "SELECT \(at), \(tie) FROM dossiers WHERE \(range(selection, place, upTo: nil)) ORDER BY \(at), \(tie) LIMIT 1 OFFSET \(window - 1)"
        ) { row in try key(row, 0) }
    }

    private func key(_ row: borrowing Row, _ column: Int) throws -> ExportPlace.Key {
        ExportPlace.Key(at: try row.instant(column), tie: try row.text(column + 1))
    }

    /// Where the key stands behind the columns of `DossierLines`.
    private static let keyColumn = 14

    func query(_ selection: ExportSelection, _ place: ExportPlace, upTo end: ExportPlace.Key?, limit: Int) -> SQL {
        let (at, tie) = order(selection)
        let name: SQL = selection.includesNames ? "applicant_name" : "''"
        return """
            SELECT COALESCE(code, provisional_code), procedure_code, procedure_name, \(name), channel, delivery, receiving_unit, resolving_unit,
                status, submitted_at, accepted_at, due_at, resolved_at, closed_at, \(at), \(tie)
            FROM dossiers WHERE \(range(selection, place, upTo: end)) AND \(selection.access.predicate)\(conditions(selection))
            ORDER BY \(at), \(tie) LIMIT \(limit)
            """
    }

    private func order(_ selection: ExportSelection) -> (at: SQL, tie: SQL) {
        switch selection.moment {
        case .submitted: ("submitted_at", "id")
        case .accepted: ("accepted_at", "code")
        case .resolved: ("resolved_at", "id")
        }
    }

    private func range(_ selection: ExportSelection, _ place: ExportPlace, upTo end: ExportPlace.Key?) -> SQL {
        let (at, tie) = order(selection)
        let lane: SQL = selection.desks.map { "receiving_unit = \($0[place.lane]) AND " } ?? ""
        let begin: SQL = place.after.map { "(\(at), \(tie)) > (\($0.at), \($0.tie))" } ?? "\(at) >= \(selection.span.lowerBound)"
        let last: SQL = end.map { " AND (\(at), \(tie)) <= (\($0.at), \($0.tie))" } ?? ""
        return "\(lane)\(begin) AND \(at) < \(selection.span.upperBound)\(last)"
    }

    /// Conditions that must not draw the planner away from the index of the period: an empty text is added to what has one of
    /// its own.
    private func conditions(_ selection: ExportSelection) -> SQL {
        var conditions: SQL = ""
        if let unit = selection.unit { conditions = "\(conditions) AND (receiving_unit || '' = \(unit) OR resolving_unit = \(unit))" }
        if let procedure = selection.procedure { conditions = "\(conditions) AND procedure_code = \(procedure)" }
        if !selection.statuses.isEmpty { conditions = "\(conditions) AND status IN \(list: selection.statuses.map(\.rawValue))" }
        return conditions
    }
}
