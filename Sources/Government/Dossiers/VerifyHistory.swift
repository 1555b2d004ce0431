// SPDX-License-Identifier: Apache-2.0

import Cases
package import Database
import Kernel

/// A place where rows and history do not agree, named so that somebody can go and look.
package struct Damage: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        case hashMismatch = "hash_mismatch"
        case chainBroken = "chain_broken"
        case sequenceGap = "sequence_gap"
        case unreadableEvent = "unreadable_event"
        case noEvents = "no_events"
        case stateDiffers = "state_differs"
        case headDiffers = "head_differs"
        case columnDiffers = "column_differs"
        case seriesDiffers = "series_differs"
        case unreadableRow = "unreadable_row"
    }

    package let kind: Kind
    package let dossier: String
    package let sequence: Int?
    package let detail: String

    package var description: String {
        let place = sequence.map { " event \($0)" } ?? ""
        return "\(kind.rawValue) \(dossier)\(place): \(detail)"
    }
}

package struct Verification: Sendable {
    package var dossiers = 0
    package var events = 0
    package var damage: [Damage] = []
}

/// Replays every dossier from its events, checks every hash, and compares the rows with what the history says.
package struct VerifyHistory: Sendable {
    let database: any Database
    let batch = 200

    package init(database: any Database) {
        self.database = database
    }

    package func callAsFunction(progress: @Sendable (Int) -> Void = { _ in }) async throws -> Verification {
        var result = Verification()
        var after = ""
        while true {
            let last = after
            let (part, next) = try await database.read { [batch] connection in
                try Self.check(DossierAuditStore(connection), after: last, limit: batch)
            }
            result.dossiers += part.dossiers
            result.events += part.events
            result.damage += part.damage
            guard let next else { break }
            after = next
            progress(result.dossiers)
        }
        result.damage += try await database.read { try Self.checkSeries(DossierAuditStore($0)) }
        return result
    }

    private static func check(_ store: DossierAuditStore, after: String, limit: Int) throws -> (Verification, next: String?) {
        var part = Verification()
        let rows = try store.rows(after: after, limit: limit)
        for row in rows {
            let events = try store.events(of: row.id)
            part.dossiers += 1
            part.events += events.count
            part.damage += check(row, events)
        }
        return (part, rows.count == limit ? rows.last?.id : nil)
    }

    private static func check(_ row: AuditedRow, _ events: [StoredEvent]) -> [Damage] {
        func damage(_ kind: Damage.Kind, _ sequence: Int? = nil, _ detail: String) -> Damage {
            Damage(kind: kind, dossier: row.code, sequence: sequence, detail: detail)
        }
        guard let id = Identifier(row.id), !events.isEmpty else { return [damage(.noEvents, nil, "no history")] }
        var found: [Damage] = []
        var previous = EventChain.root(of: id)
        var state: CaseState?
        for (index, event) in events.enumerated() {
            if event.sequence != index + 1 { found.append(damage(.sequenceGap, event.sequence, "expected event \(index + 1)")) }
            if event.previousHash != previous { found.append(damage(.chainBroken, event.sequence, "does not continue the event before")) }
            if EventChain.expectedHash(of: event) != event.hash { found.append(damage(.hashMismatch, event.sequence, "\(event.name) was altered")) }
            previous = event.hash
            do {
                state = evolve(state, try event.record())
            } catch {
                found.append(damage(.unreadableEvent, event.sequence, "\(event.name) cannot be read"))
            }
        }
        if previous != row.headHash { found.append(damage(.headDiffers, nil, "the row points to another newest event")) }
        return found + compare(row, state)
    }

    private static func compare(_ row: AuditedRow, _ replayed: CaseState?) -> [Damage] {
        func damage(_ kind: Damage.Kind, _ detail: String) -> Damage { Damage(kind: kind, dossier: row.code, sequence: nil, detail: detail) }
        guard let stored = row.state else { return [damage(.unreadableRow, "the state cannot be read")] }
        guard let replayed else { return [damage(.stateDiffers, "the history gives no state")] }
        var found: [Damage] = []
        if stored != replayed { found.append(damage(.stateDiffers, "row says \(stored.status), history says \(replayed.status)")) }
        for (column, value, expected) in row.columns(for: replayed) where value != expected {
            found.append(damage(.columnDiffers, "\(column) is \(value), history says \(expected)"))
        }
        return found
    }

    /// Every number given is on a dossier, and no dossier has a number that was not given.
    private static func checkSeries(_ store: DossierAuditStore) throws -> [Damage] {
        try store.series().compactMap { series in
            let used = try store.numbersUsed(series: series.name, day: series.day)
            guard used.count != series.last || used.highest != series.last else { return nil }
            return Damage(
                kind: .seriesDiffers, dossier: "\(series.name)-\(series.day)", sequence: nil,
                detail: "series stands at \(series.last), \(used.count) dossiers carry numbers up to \(used.highest)")
        }
    }
}
