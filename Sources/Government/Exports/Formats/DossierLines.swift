// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import WorkingTime

/// Writes one row of `ExportStore.query` straight from the columns of the database.
struct DossierLines: Sendable {
    let words: ExportWords
    let includesNames: Bool
    /// When the export began: what is open is judged by it.
    let now: Instant

    func append<Writer: CellWriter>(_ row: borrowing Row, to writer: inout Writer) throws {
        writer.beginRow()
        writer.text(.code, try row.text(0))
        writer.text(.procedure, try row.text(1))
        writer.text(.procedureName, try row.text(2))
        if includesNames { writer.text(.applicantName, try row.text(3)) }
        writer.word(.channel, words.channel(Int(try row.integer(4))))
        writer.word(.delivery, words.delivery(try row.text(5)))
        let (receiving, resolving) = (try row.text(6), try row.text(7))
        writer.text(.receivingUnit, receiving)
        writer.text(.receivingUnitName, words.unit(receiving))
        writer.text(.resolvingUnit, resolving)
        writer.text(.resolvingUnitName, words.unit(resolving))
        let status = Int(try row.integer(8))
        writer.word(.state, words.state(status))
        writer.moment(.submittedAt, try moment(row, 9))
        writer.moment(.acceptedAt, try moment(row, 10))
        let (due, resolved, closed) = (try moment(row, 11), try moment(row, 12), try moment(row, 13))
        writer.moment(.due, due)
        writer.moment(.resolvedAt, resolved)
        writer.moment(.closedAt, closed)
        let outcome = due.flatMap { timeliness(resolved, due: $0, isClosed: closed != nil, status: status) }
        writer.word(.timeliness, outcome.flatMap(words.timeliness))
        writer.endRow()
    }

    private func moment(_ row: borrowing Row, _ column: Int) throws -> LocalMoment? {
        row.isNull(column) ? nil : LocalMoment(try row.instant(column))
    }

    /// As `Timeliness` judges; nothing is said of what ended without a result, nor while the clock stands still.
    private func timeliness(_ resolved: LocalMoment?, due: LocalMoment, isClosed: Bool, status: Int) -> Timeliness? {
        if let resolved { return resolved > due ? .overdue : resolved.day < due.day ? .early : .onTime }
        let isPaused = status == 5 || status == 6 || status == 8
        return isClosed || isPaused ? nil : LocalMoment(now) > due ? .runningOverdue : .withinLimit
    }
}
