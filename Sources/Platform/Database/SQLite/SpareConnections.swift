// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// Connections for reads that are over sooner than a thread would be woken for them. Somebody borrows one and gives it back
/// before waiting for anything, so there are never more out than threads that run tasks.
final class SpareConnections: Sendable {
    // SAFETY: a connection is either in here or with the one who borrowed it.
    private struct Spare: @unchecked Sendable {
        let connection: SQLiteConnection
    }

    private struct State {
        var spares: [Spare]
        var borrowed = 0
        var isClosed = false
    }

    private let state: Mutex<State>

    init(path: String) throws {
        let count = min(ProcessInfo.processInfo.activeProcessorCount, 4)
        state = Mutex(State(spares: try (0..<count).map { _ in Spare(connection: try SQLiteConnection(path: path, role: .lookup)) }))
    }

    /// - Returns: nil when there is none to borrow or the file is locked; then somebody who may wait has to read.
    func borrow<T>(_ body: (SQLiteConnection) throws -> T) throws -> T? {
        guard let spare = take() else { return nil }
        defer { giveBack(spare) }
        do {
            return try body(spare.connection)
        } catch let error as DatabaseError where error.kind == .busy {
            return nil
        }
    }

    /// Nobody can borrow from now on; waits for those who have.
    func close() async {
        state.withLock { state in
            state.isClosed = true
            state.spares = []
        }
        while state.withLock({ $0.borrowed > 0 }) { await Task.yield() }
    }

    private func take() -> Spare? {
        state.withLock { state in
            guard let spare = state.spares.popLast() else { return nil }
            state.borrowed += 1
            return spare
        }
    }

    private func giveBack(_ spare: Spare) {
        state.withLock { state in
            state.borrowed -= 1
            if !state.isClosed { state.spares.append(spare) }
        }
    }
}
