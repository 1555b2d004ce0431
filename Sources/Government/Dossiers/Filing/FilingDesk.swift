// SPDX-License-Identifier: Apache-2.0

import Database
import Synchronization

/// Filings that come at the same time go into the database together: one unit of work, one statement for the rows of each
/// table. A filing that comes alone does not wait for others. What one of them does wrong is not the others' fault: then
/// each is written by itself.
final class FilingDesk: Sendable {
    private struct Waiting: Sendable {
        let filing: TakenFiling
        let continuation: CheckedContinuation<FilingOutcome, any Error>
    }

    private struct State {
        var waiting: [Waiting] = []
        var units = 0
    }

    /// While one unit is being committed the next one is made ready.
    private static let unitLimit = 2
    private static let batchLimit = 64

    private let state = Mutex(State())

    func file(_ filing: TakenFiling, in house: DossierHouse) async throws -> FilingOutcome {
        try await withCheckedThrowingContinuation { continuation in
            let begins = state.withLock { state in
                state.waiting.append(Waiting(filing: filing, continuation: continuation))
                guard state.units < Self.unitLimit else { return false }
                state.units += 1
                return true
            }
            if begins { Task { await write(in: house) } }
        }
    }

    private func write(in house: DossierHouse) async {
        while let batch = next() {
            let filings = batch.map(\.filing)
            do {
                let outcomes = try await house.database.write(.readCommitted) { try FilingUnit(house: house, connection: $0).file(filings) }
                for (waiting, outcome) in zip(batch, outcomes) { waiting.continuation.resume(returning: outcome) }
            } catch {
                await each(of: batch, after: error, in: house)
            }
        }
    }

    private func next() -> [Waiting]? {
        state.withLock { state in
            var requests: Set<[String]> = []
            var batch: [Waiting] = []
            // The same request a second time is answered from what the first became, so it cannot be in one unit with it.
            state.waiting.removeAll { waiting in
                let isAlone = waiting.filing.request.map { !requests.contains($0.name) } ?? true
                guard isAlone, batch.count < Self.batchLimit else { return false }
                if let request = waiting.filing.request { requests.insert(request.name) }
                batch.append(waiting)
                return true
            }
            if batch.isEmpty { state.units -= 1 }
            return batch.isEmpty ? nil : batch
        }
    }

    private func each(of batch: [Waiting], after error: any Error, in house: DossierHouse) async {
        let isOneOfMany = batch.count > 1 && mayBeRepeated(error)
        for waiting in batch {
            guard isOneOfMany || isRepeatedElsewhere(error) else {
                waiting.continuation.resume(throwing: error)
                continue
            }
            do {
                waiting.continuation.resume(returning: try await alone(waiting.filing, in: house))
            } catch {
                waiting.continuation.resume(throwing: error)
            }
        }
    }

    private func alone(_ filing: TakenFiling, in house: DossierHouse) async throws -> FilingOutcome {
        do {
            return try await unit(filing, in: house)
        } catch let error where isRepeatedElsewhere(error) {
            return try await unit(filing, in: house)
        }
    }

    private func unit(_ filing: TakenFiling, in house: DossierHouse) async throws -> FilingOutcome {
        let outcomes = try await house.database.write(.readCommitted) { try FilingUnit(house: house, connection: $0).file([filing]) }
        guard let outcome = outcomes.first else { throw DatabaseError(.other(code: 0), "a filing came to nothing") }
        return outcome
    }

    /// Nothing of the unit is there, and something else than the database itself was wrong.
    private func mayBeRepeated(_ error: any Error) -> Bool {
        switch (error as? DatabaseError)?.kind {
        case .unknownOutcome?, .unavailable?, .closed?: false
        default: true
        }
    }

    /// Another process has just answered the same request: now it can be found.
    private func isRepeatedElsewhere(_ error: any Error) -> Bool {
        if case .uniqueViolation? = (error as? DatabaseError)?.kind { true } else { false }
    }
}
