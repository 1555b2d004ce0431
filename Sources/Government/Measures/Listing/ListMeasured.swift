// SPDX-License-Identifier: Apache-2.0

import Database
package import Dossiers
import Kernel

/// The dossiers behind a figure, a page at a time: those that may be seen of as many as the figure says.
package struct ListMeasured: Sendable {
    private let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Parameter after: `next` of the page before.
    /// - Throws: `UserError` when that is none.
    package func callAsFunction(
        _ question: ListingQuestion, visibleTo access: DossierAccess, after: String? = nil, limit: Int = 50
    ) async throws -> ListingPage {
        let position = try after.map { text in
            guard let position = ListingPosition(text), position.isOf(question) else { throw UserError.wrongPlace }
            return position
        }
        // A list reads what was counted; the last seconds are counted first.
        try await FoldMeasures(database: house.database)()
        let now = house.now()
        let entries = try await house.database.read { connection -> [ListingStore.Entry] in
            let store = ListingStore(connection, question, access)
            if let measures = question.figure.measures {
                return try Self.counted(measures, store, after: position, limit: limit + 1)
            }
            return try Self.stood(store, at: now, after: position, limit: limit + 1)
        }
        let shown = entries.prefix(limit)
        return ListingPage(rows: shown.map(\.dossier), next: entries.count > limit ? shown.last?.position.text : nil)
    }

    /// What still stands comes first, then what has ended since.
    private static func stood(_ store: ListingStore, at now: Instant, after position: ListingPosition?, limit: Int) throws -> [ListingStore.Entry] {
        var entries: [ListingStore.Entry] = []
        var end: (at: Instant, dossier: Identifier)?
        switch position {
        case .ended(let at, let dossier)?: end = (at, dossier)
        case .standing(let due, let dossier)?: entries = try store.standing(at: now, after: (due, dossier), limit: limit)
        default: entries = try store.standing(at: now, after: nil, limit: limit)
        }
        guard entries.count < limit else { return entries }
        return entries + (try store.ended(before: now, after: end, limit: limit - entries.count))
    }

    private static let cellsAtOnce = 60

    private static func counted(
        _ measures: [Measure], _ store: ListingStore, after position: ListingPosition?, limit: Int
    ) throws -> [ListingStore.Entry] {
        var entries: [ListingStore.Entry] = []
        var (first, last): (ListingCell?, ListingPosition?) = (nil, position)
        if case .counted(let cell, _, _, _)? = position { first = cell }
        while true {
            let cells = try store.cells(measures, from: first, limit: cellsAtOnce)
            for (cell, counts) in cells {
                for measure in measures where counts[measure] > 0 {
                    var after: (dossier: Identifier, sequence: Int)?
                    if case .counted(let lastCell, let lastMeasure, let dossier, let sequence)? = last, lastCell == cell {
                        if measure.rawValue < lastMeasure.rawValue { continue }
                        if measure == lastMeasure { after = (dossier, sequence) }
                    }
                    entries += try store.dossiers(cell, measure, after: after, limit: limit - entries.count)
                    if entries.count >= limit { return entries }
                }
            }
            guard cells.count == cellsAtOnce, let end = cells.last else { return entries }
            // The next begins with the one this ended with, all of which is here.
            (first, last) = (end.cell, .counted(end.cell, measure: .supplementAsked, dossier: .last, sequence: .max))
        }
    }
}

extension ListingPosition {
    fileprivate func isOf(_ question: ListingQuestion) -> Bool {
        switch self {
        case .counted: question.figure.measures != nil
        case .standing: question.figure.measures == nil
        case .ended: question.wereOpenAtEndOf != nil
        }
    }
}

extension Identifier {
    /// After every other.
    fileprivate static let last = Identifier(high: .max, low: .max)
}

extension UserError {
    static let wrongPlace = UserError.badRequest(
        "wrong_cursor", Phrase(vi: "after không đúng", en: "after is not valid"),
        advice: Phrase(vi: "Dùng giá trị next của trang trước.", en: "Use the value next of the page before."))
}
