// SPDX-License-Identifier: Apache-2.0

import Database
import ServiceLifecycle
import Synchronization

/// Whether a balancer should send people to this process: the database answers, and the process is not about to stop.
final class Readiness: Sendable {
    enum Answer: Sendable, Hashable {
        case ready, draining
        /// The database does not answer.
        case cutOff
    }

    private struct State {
        var isDraining = false
        /// The question to the database that is under way; all who ask meanwhile share its answer.
        var question: Task<Bool, Never>?
    }

    private let database: any Database
    private let patience: Duration
    private let state = Mutex(State())

    init(database: any Database, patience: Duration = .seconds(2)) {
        (self.database, self.patience) = (database, patience)
    }

    func drain() { state.withLock { $0.isDraining = true } }

    func answer() async -> Answer {
        if state.withLock({ $0.isDraining }) { return .draining }
        let question = state.withLock { state in
            let question = state.question ?? Task { await self.ask() }
            state.question = question
            return question
        }
        return await Self.value(of: question, within: patience) ? .ready : .cutOff
    }

    /// An empty unit of work begins and ends a transaction: enough to know, and cheap enough to ask often.
    private func ask() async -> Bool {
        let isThere = (try? await database.read { _ in }) != nil
        state.withLock { $0.question = nil }
        return isThere
    }

    /// False when there is no answer in time; the question goes on by itself.
    private static func value(of question: Task<Bool, Never>, within patience: Duration) async -> Bool {
        let (answers, first) = AsyncStream<Bool>.makeStream()
        let asking = Task { first.yield(await question.value) }
        let timer = Task {
            try await Task.sleep(for: patience)
            first.yield(false)
        }
        defer {
            asking.cancel()
            timer.cancel()
        }
        var answer = answers.makeAsyncIterator()
        return await answer.next() ?? false
    }
}

/// Between being asked to stop and stopping: the balancer sees that this process is not ready any more and sends people
/// elsewhere, while those who still come are served.
struct Drain: Service {
    let readiness: Readiness
    let seconds: Int

    func run() async throws {
        try? await gracefulShutdown()
        readiness.drain()
        try? await Task.sleep(for: .seconds(seconds))
    }
}
