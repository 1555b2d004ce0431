// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel
import Notices
import Web

/// The one unit of work in which filings become dossiers: each is looked up under its key, numbered, chained, stored and
/// remembered, and its applicant told. Every request is there once.
struct FilingUnit {
    let house: DossierHouse
    let connection: any Connection

    func file(_ filings: [TakenFiling]) throws -> [FilingOutcome] {
        let earlier = try answered(filings)
        let fresh = filings.indices.filter { earlier[$0] == nil }
        let dossiers = try begin(fresh.map { filings[$0] })
        var outcomes = earlier
        for (index, dossier) in zip(fresh, dossiers) { outcomes[index] = .filed(dossier) }
        return filings.indices.compactMap { outcomes[$0] }
    }

    /// What requests that came before have become, by the place of the filing.
    private func answered(_ filings: [TakenFiling]) throws -> [Int: FilingOutcome] {
        let store = DossierStore(connection)
        let known = try store.answered(filings.compactMap(\.request?.name))
        guard !known.isEmpty else { return [:] }
        var outcomes: [Int: FilingOutcome] = [:]
        for (index, filing) in filings.enumerated() {
            guard let request = filing.request, let earlier = known[request.name] else { continue }
            guard earlier.requestHash == request.hash, let dossier = try store.find(id: earlier.dossier) else {
                outcomes[index] = .keyReused
                continue
            }
            outcomes[index] = .filedBefore(dossier)
        }
        return outcomes
    }

    private func begin(_ filings: [TakenFiling]) throws -> [Dossier] {
        guard !filings.isEmpty else { return [] }
        let store = DossierStore(connection)
        let histories = try zip(filings, numbers(of: filings)).map { filing, number in try filing.begun(number: number) }
        let prepared = try zip(filings, histories).map { filing, history in
            guard let prepared = try PreparedHistory(history, rules: filing.context.rules, house: house) else {
                throw UnknownEvent(name: CaseEvent.Name.submitted.rawValue)
            }
            return prepared
        }
        try store.insert(prepared)
        try house.tellWitnesses(prepared.map { DossierStep(events: $0.events, dossier: $0.dossier) }, connection)
        try DossierWordStore(connection).add(zip(filings, prepared).flatMap(words))
        try SendNotice(connection)(zip(filings, prepared).compactMap(notice))
        try store.remember(filings.compactMap { filing in filing.request.map { ($0, filing.id, filing.context.now) } })
        for (filing, row) in zip(filings, prepared) {
            try filing.alongside(connection, row.dossier)
            try house.live.publish(LiveNote(row.dossier, units: row.units, by: filing.context.actor), in: connection)
        }
        return prepared.map(\.dossier)
    }

    /// A number for each filing, in their order within each series.
    private func numbers(of filings: [TakenFiling]) throws -> [Int] {
        let wanted = filings.map { DossierStore.Series(name: $0.series, day: $0.day) }
        var last = try DossierStore(connection).take(Dictionary(wanted.map { ($0, 1) }, uniquingKeysWith: +))
        var numbers: [Int] = []
        // The last of a series was taken by the last that wanted one.
        for series in wanted.reversed() {
            guard let number = last[series] else { throw DatabaseError(.other(code: 0), "no number for \(series.name)") }
            numbers.append(number)
            last[series] = number - 1
        }
        return numbers.reversed()
    }

    private func words(_ filing: TakenFiling, _ row: PreparedHistory) -> [DossierWordStore.Line] {
        let (age, name) = (-filing.context.now.milliseconds, DossierWords.name(of: filing.submission.applicant))
        return row.units.union([DossierWordStore.everywhere]).flatMap { unit in
            row.words.map { DossierWordStore.Line(unit: unit, word: $0, age: age, dossier: filing.id, name: name) }
        }
    }

    private func notice(_ filing: TakenFiling, _ row: PreparedHistory) -> (notice: Notice, at: Instant)? {
        let state = row.dossier.state
        return DossierNotice.about(.submitted(state.submission), state, procedureName: filing.procedureName).map { ($0, filing.context.now) }
    }
}
