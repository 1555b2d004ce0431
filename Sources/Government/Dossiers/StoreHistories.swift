// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Database
import Jobs
package import Kernel
import Organisation

/// A whole history ready to be written: every text is made, so that the writer only writes. A class, because it goes from hand to
/// hand by the thousand and a copy would count each of its texts.
package final class PreparedHistory: Sendable {
    package let dossier: Dossier
    package let events: [StoredEvent]
    let units: Set<String>
    let placement: Placement
    let submission: String
    let state: String
    let words: [String]
    let waiting: Progress.Waiting?

    /// Nil for a history without its filing.
    package init?(_ history: DossierHistory, rules: CaseRules, house: DossierHouse) throws {
        guard let dossier = history.dossier, let filing = history.added.first else { return nil }
        let final = dossier.state
        (self.dossier, events, units) = (dossier, history.added, history.units)
        placement = Placement(
            final, rules: rules, calendar: house.organisation.calendar, reception: house.organisation.province.settings.onlineReceptionLimit)
        let isSupplemented = history.added.contains { $0.name == CaseEvent.Name.supplemented.rawValue }
        submission = isSupplemented ? try canonicalJSON(final.submission) : filing.content
        state = try final.canonicalText()
        words = DossierWords.of(final.submission.applicant)
        waiting = Progress.Waiting(final)
    }
}

/// How far a series of numbers has come on a day, and where it stood before.
package struct SeriesRise: Sendable, Hashable {
    package let series: String
    package let day: LocalDate
    package let from: Int
    package let to: Int

    package init(series: String, day: LocalDate, from: Int, to: Int) {
        (self.series, self.day, self.from, self.to) = (series, day, from, to)
    }
}

/// Many whole histories with all their statements, so that the one who writes only writes.
package struct HistoryBatch: Sendable {
    let statements: [SQL]
    let series: [SeriesRise]
    let waiting: [Progress.Waiting]

    package init(_ histories: [PreparedHistory], series: [SeriesRise]) {
        statements = DossierStore.inserting(histories) + DossierWordStore.inserting(histories.flatMap(\.wordRows))
        // Always in the same order, so that two who do this wait for each other and not in a circle.
        self.series = series.sorted { ($0.series, $0.day) < ($1.series, $1.day) }
        waiting = histories.compactMap(\.waiting)
    }
}

/// Writes many whole histories in one unit of work: rows, chains, participants, search words and the numbers they used stand
/// as if every command had come by itself. Nobody is told: applicants get no letters, open pages hear nothing.
package struct StoreHistories: Sendable {
    let database: any Database

    package init(database: any Database) {
        self.database = database
    }

    /// - Parameter alongside: what else is to be true with them; done in the same transaction.
    package func callAsFunction(
        _ batch: HistoryBatch, alongside: @escaping @Sendable (any Connection) throws -> Void = { _ in }
    ) async throws {
        try await database.write(.readCommitted) { connection in
            let store = DossierStore(connection)
            for rise in batch.series { try store.raise(rise) }
            for statement in batch.statements { try connection.send(statement) }
            for waiting in batch.waiting { try waiting.queue(connection) }
            try alongside(connection)
        }
    }
}

extension PreparedHistory {
    /// The dossier's row.
    var values: [SQLValue] { DossierStore.insertedValues(dossier, submission: submission, state: state, placement: placement) }

    /// One row for each unit that may see it, and one for the whole province.
    fileprivate var wordRows: [DossierWordStore.Line] {
        let age = -dossier.state.submittedAt.instant().milliseconds
        let name = DossierWords.name(of: dossier.state.submission.applicant)
        return units.union([DossierWordStore.everywhere]).flatMap { unit in
            words.map { DossierWordStore.Line(unit: unit, word: $0, age: age, dossier: dossier.id, name: name) }
        }
    }
}

extension UserError {
    static func seriesTaken(_ rise: SeriesRise) -> UserError {
        UserError(
            code: "dossiers.series_taken", status: 409,
            title: Phrase(
                vi: "Có chương trình khác cũng đang cấp số \(rise.series) của ngày \(rise.day.vietnamese).",
                en: "Somebody else takes numbers of \(rise.series) on \(rise.day.iso) at the same time."),
            advice: Phrase(vi: "Dừng chương trình kia rồi chạy lại.", en: "Stop the other program, then run this one again."))
    }
}
