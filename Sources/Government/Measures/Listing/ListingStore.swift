// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Kernel

/// The dossiers behind figures. Counters say on which days and in which units there are any, so a page reads few rows more than
/// it shows, however long the period and however rare the figure.
struct ListingStore {
    private let connection: any Connection
    private let question: ListingQuestion
    private let access: DossierAccess

    init(_ connection: any Connection, _ question: ListingQuestion, _ access: DossierAccess) {
        (self.connection, self.question, self.access) = (connection, question, access)
    }

    // MARK: What was counted

    /// Where there are any, the newest day first; from one on where it is named.
    func cells(_ measures: [Measure], from first: ListingCell?, limit: Int) throws -> [(cell: ListingCell, counts: MeasureCounts)] {
        let key = question.procedure ?? question.channel.map { String($0) }
        let (place, condition): (SQL, SQL) =
            switch (question.unit, key) {
            case (nil, nil): ("key", "within = '' AND breakdown = \(Breakdown.unit) AND grain = 1")
            // As the partial index spells it.
            case (nil, let key?): ("within", "breakdown = \(breakdown) AND key = \(key) AND grain = 1 AND within <> ''")
            case (let unit?, nil): ("key", "within = \(unit) AND breakdown = \(Breakdown.channel) AND grain = 1")
            case (let unit?, let key?): ("key", "within = \(unit) AND breakdown = \(breakdown) AND grain = 1 AND key = \(key)")
            }
        let later: SQL = first.map { "AND (start, \(place)) <= (\($0.day), \($0.key))" } ?? .empty
        let isAny = measures.map(\.column).joined(separator: " + ")
        return try connection.all(
            """
            SELECT start, \(place), \(unsafe: MeasureStore.countColumns) FROM measures
            WHERE \(condition) AND start >= \(question.from) AND start <= \(question.to) AND (\(unsafe: isAny)) > 0 \(later)
            ORDER BY start DESC, \(place) DESC LIMIT \(limit)
            """
        ) { row in (ListingCell(day: try row.get(0), key: try row.get(1)), try MeasureCounts(row, from: 2)) }
    }

    private var breakdown: Breakdown { question.procedure == nil ? .channel : .procedure }

    typealias Entry = (position: ListingPosition, dossier: ListedDossier)

    /// The dossiers of a place and measure that may be seen.
    func dossiers(_ cell: ListingCell, _ measure: Measure, after: (dossier: Identifier, sequence: Int)?, limit: Int) throws -> [Entry] {
        let isWithin = question.unit.map { "m.unit = \($0) AND \(channel(cell))" as SQL } ?? "m.unit = \(cell.key)"
        let isOfProcedure: SQL = question.procedure.map { "AND m.procedure_code = \($0)" } ?? .empty
        let isByChannel: SQL = question.channel.map { "AND m.channel = \($0)" } ?? .empty
        let later: SQL = after.map { "AND (m.dossier_id, m.sequence) > (\($0.dossier), \($0.sequence))" } ?? .empty
        return try connection.all(
            """
            SELECT m.dossier_id, m.sequence, dossiers.code, dossiers.provisional_code, dossiers.procedure_name, dossiers.status
            FROM measured_events m JOIN dossiers ON dossiers.id = m.dossier_id
            WHERE \(isWithin) AND m.day = \(cell.day) AND m.measure = \(measure) \(isOfProcedure) \(isByChannel) \(later) AND \(access.predicate)
            ORDER BY m.dossier_id, m.sequence LIMIT \(limit)
            """
        ) { row in
            let position = ListingPosition.counted(cell, measure: measure, dossier: try row.get(0), sequence: try row.get(1))
            let code = try row.get(2, as: String?.self) ?? row.get(3)
            let dossier = ListedDossier(code: code, procedureName: try row.get(4), status: try row.get(5), day: cell.day, endedOn: nil)
            return (position, dossier)
        }
    }

    /// Within one unit the places are its channels.
    private func channel(_ cell: ListingCell) -> SQL {
        question.procedure == nil ? "m.channel = \(Int(cell.key) ?? 0)" : "1 = 1"
    }

    // MARK: What stands, or stood

    func standing(at now: Instant, after: (due: Instant, dossier: Identifier)?, limit: Int) throws -> [Entry] {
        let stands = question.figure == .overdue ? InProcess.isOverdue(at: now) : InProcess.condition
        let wasOpen: SQL = closing(now).map { "AND accepted_at < \($0)" } ?? .empty
        let later: SQL = after.map { "AND (due_at, id) > (\($0.due), \($0.dossier))" } ?? .empty
        return try connection.all(
            """
            SELECT \(Self.columns), due_at FROM dossiers
            WHERE \(stands) \(wasOpen) \(places) \(later) AND \(access.predicate) ORDER BY due_at, id LIMIT \(limit)
            """
        ) { row in
            let due = try row.get(5, as: Instant.self)
            return (.standing(due: due, dossier: try row.get(0)), try Self.dossier(row, due: due, end: nil))
        }
    }

    /// What was open at the end of the day asked for and has ended since, in the order in which it did.
    func ended(before now: Instant, after: (at: Instant, dossier: Identifier)?, limit: Int) throws -> [Entry] {
        guard let closing = closing(now) else { return [] }
        let later: SQL = after.map { "AND (COALESCE(resolved_at, closed_at), id) > (\($0.at), \($0.dossier))" } ?? .empty
        return try connection.all(
            """
            SELECT \(Self.columns), due_at, COALESCE(resolved_at, closed_at) FROM dossiers
            WHERE COALESCE(resolved_at, closed_at) IS NOT NULL AND accepted_at IS NOT NULL
                AND COALESCE(resolved_at, closed_at) >= \(closing) AND accepted_at < \(closing) \(places) \(later) AND \(access.predicate)
            ORDER BY COALESCE(resolved_at, closed_at), id LIMIT \(limit)
            """
        ) { row in
            let (due, end) = (try row.get(5, as: Instant.self), try row.get(6, as: Instant.self))
            return (.ended(at: end, dossier: try row.get(0)), try Self.dossier(row, due: due, end: end))
        }
    }

    private static let columns: SQL = "id, code, provisional_code, procedure_name, status"

    private static func dossier(_ row: borrowing Row, due: Instant, end: Instant?) throws -> ListedDossier {
        ListedDossier(
            code: try row.get(1, as: String?.self) ?? row.get(2), procedureName: try row.get(3), status: try row.get(4),
            day: LocalDateTime(due).date, endedOn: end.map { LocalDateTime($0).date })
    }

    /// The end of the day at which what is asked for was open; nil where that is not over yet.
    private func closing(_ now: Instant) -> Instant? {
        question.wereOpenAtEndOf.map { LocalDateTime(date: $0.adding(days: 1), minuteOfDay: 0).instant() }.flatMap { $0 <= now ? $0 : nil }
    }

    private var places: SQL {
        let unit: SQL = question.unit.map { "AND resolving_unit = \($0)" } ?? .empty
        let procedure: SQL = question.procedure.map { "AND procedure_code = \($0)" } ?? .empty
        let channel: SQL = question.channel.map { "AND channel = \($0)" } ?? .empty
        return "\(unit) \(procedure) \(channel)"
    }
}
