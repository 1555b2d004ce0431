// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Foundation
import Synchronization

/// A unit of work that may share its commit with others of the same key.
struct SharedUnit: Sendable {
    /// What became of it inside the transaction. Its caller hears of it only through `deliver`.
    struct Attempt {
        /// Nil when the unit did what it wanted.
        let failure: (any Error)?
        /// Answers the caller: with the error of the commit, or with the unit's own result when there was none.
        let deliver: @Sendable (_ commitError: (any Error)?) -> Void
    }

    let attempt: @Sendable (PostgresConnection) -> Attempt
    /// Answers the caller when the work could not be done at all.
    let refuse: @Sendable (any Error) -> Void
    /// Until when it may be tried again.
    let deadline: ContinuousClock.Instant
}

/// Units that wait for the same row, a number series for instance, would wait for each other's commits one by one. Those of
/// one key run one after the other in one transaction, each behind a savepoint of its own, and pay for one commit.
final class PostgresShares: Sendable {
    private static let unitLimit = 64
    private let waiting = Mutex<[String: [SharedUnit]]>([:])

    /// True when somebody must be sent to work on the key.
    func add(_ unit: SharedUnit, for key: String) -> Bool {
        waiting.withLock { waiting in
            waiting[key, default: []].append(unit)
            return waiting[key]?.count == 1
        }
    }

    /// After the database was closed.
    func refuseAll(_ key: String) {
        let units = waiting.withLock { $0.removeValue(forKey: key) ?? [] }
        for unit in units { unit.refuse(DatabaseError.closed) }
    }

    /// Works until nobody waits for the key any more.
    func run(_ key: String, on slot: PostgresSlot, _ settings: PostgresDatabase.Settings) {
        while true {
            let units = waiting.withLock { waiting in Array(waiting[key, default: []].prefix(Self.unitLimit)) }
            let again = slot.share(units, settings)
            let isOver = waiting.withLock { waiting in
                waiting[key]?.removeFirst(units.count)
                waiting[key]?.insert(contentsOf: again, at: 0)
                if waiting[key]?.isEmpty ?? true { waiting[key] = nil }
                return waiting[key] == nil
            }
            if isOver { return }
        }
    }
}

extension PostgresSlot {
    /// Runs units in one transaction; returns those that were in somebody's way, or whose connection broke before the commit.
    func share(_ units: [SharedUnit], _ settings: PostgresDatabase.Settings) -> [SharedUnit] {
        let (alive, late) = (units.filter { $0.deadline > .now }, units.filter { $0.deadline <= .now })
        for unit in late { unit.refuse(DatabaseError(.unavailable, "the work could not be done in time")) }
        guard !alive.isEmpty else { return [] }
        do {
            return try connected(until: .now + settings.patience).share(alive)
        } catch {
            for unit in alive { unit.refuse(error) }
            return []
        }
    }
}

extension PostgresConnection {
    private static let savepoint: SQL = "SAVEPOINT unit"
    private static let release: SQL = "RELEASE SAVEPOINT unit"
    private static let undo: SQL = "ROLLBACK TO SAVEPOINT unit"

    /// Runs a unit behind its savepoint, to the end of everything it sent.
    func sharing<T>(_ body: (any Connection) throws -> T) throws -> T {
        try send(Self.savepoint)
        let value = try body(self)
        try execute(Self.release)
        return value
    }

    fileprivate func share(_ units: [SharedUnit]) -> [SharedUnit] {
        var done: [SharedUnit.Attempt] = []
        var again: [SharedUnit] = []
        // Refused for good: their callers know already.
        var refused: Set<Int> = []
        do {
            try begin(.readCommitted)
            for (index, unit) in units.enumerated() {
                let attempt = unit.attempt(self)
                if let failure = attempt.failure {
                    if isBroken { throw failure }
                    try execute(Self.undo)
                    forgetError()
                    if (failure as? DatabaseError)?.kind == .conflict {
                        again.append(unit)
                    } else {
                        refused.insert(index)
                        attempt.deliver(nil)
                    }
                } else {
                    done.append(attempt)
                }
            }
            try commit()
            for attempt in done { attempt.deliver(nil) }
            return again
        } catch {
            rollBack()
            let kind = (error as? DatabaseError)?.kind
            // Nothing was committed: whoever was not refused is tried again.
            if kind == .conflict || kind == .unavailable { return units.indices.filter { !refused.contains($0) }.map { units[$0] } }
            for attempt in done { attempt.deliver(error) }
            return again
        }
    }
}
