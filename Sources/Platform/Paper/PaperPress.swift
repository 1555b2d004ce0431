// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Turns templates and data into PDF files (PDF/A-2b), by worker processes that live as long as they are needed.
///
/// What people wrote goes to the templates as data and never as markup. `run()` has to be running; papers asked for before
/// wait for it.
package actor PaperPress {
    /// One paper somebody waits for.
    struct Order: Sendable {
        let number: Int
        let request: [UInt8]
        fileprivate(set) var attempts = 0
    }

    let settings: PressSettings
    private var waiting: [Order] = []
    private var answers: [Int: CheckedContinuation<[UInt8], any Error>] = [:]
    private var idle: [(number: Int, worker: CheckedContinuation<Order?, Never>)] = []
    private var lastNumber = 0
    private var isClosed = false

    package init(settings: PressSettings) {
        self.settings = settings
    }

    /// The paper as the bytes of a PDF file.
    /// - Throws: `UserError` 503 where it cannot be made now, `PressError.refused` where the template is wrong.
    package func press(_ template: String, _ data: some Encodable & Sendable) async throws -> [UInt8] {
        let request = Array("\(template) a-2b\n".utf8) + (try JSONEncoder().encode(data))
        do {
            return try await answer(to: request)
        } catch let error as PressError {
            throw error.userError ?? error
        }
    }

    /// Serves until the task is cancelled; then turns away whoever still waits.
    package func run() async {
        // Writing to a worker that has just died must be an error, not our end.
        signal(SIGPIPE, SIG_IGN)
        await withTaskGroup { group in
            for _ in 0..<max(1, settings.workers) { group.addTask { await self.work() } }
        }
        isClosed = true
        for order in waiting { settle(order, .failure(.busy)) }
        waiting = []
    }

    private func work() async {
        while let order = await next() {
            await PressWorker(settings: settings, press: self).serve(from: order)
        }
    }

    // MARK: Orders

    private func answer(to request: [UInt8]) async throws -> [UInt8] {
        guard !settings.worker.isEmpty else { throw PressError.unavailable }
        guard !isClosed, waiting.count < settings.queueLimit else { throw PressError.busy }
        let order = Order(number: newNumber(), request: request)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                answers[order.number] = continuation
                hand(order, first: false)
            }
        } onCancel: {
            Task { await self.abandon(order) }
        }
    }

    /// The next paper to set; nil when the press stops.
    func next() async -> Order? {
        let number = newNumber()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: nil)
                } else if waiting.isEmpty {
                    idle.append((number: number, worker: continuation))
                } else {
                    continuation.resume(returning: waiting.removeFirst())
                }
            }
        } onCancel: {
            Task { await self.dismiss(number) }
        }
    }

    /// Answers who waits for the paper; only the first answer counts.
    func settle(_ order: Order, _ result: Result<[UInt8], PressError>) {
        answers.removeValue(forKey: order.number)?.resume(with: result.mapError { $0 as any Error })
    }

    /// The worker ended with this paper in hand: another one tries it, in case the paper was not to blame. Every worker may
    /// have died while it rested, so there are as many tries more as there are workers.
    func retry(_ order: Order) {
        guard order.attempts < max(1, settings.workers), !isClosed else { return settle(order, .failure(.crashed)) }
        var again = order
        again.attempts += 1
        hand(again, first: true)
    }

    private func hand(_ order: Order, first: Bool) {
        // The one that rested last goes first, so that another process starts only when there is work for it.
        if let free = idle.popLast() {
            free.worker.resume(returning: order)
        } else if first {
            waiting.insert(order, at: 0)
        } else {
            waiting.append(order)
        }
    }

    /// Nobody waits for the paper any more. One that is being set is set to its end, and thrown away.
    private func abandon(_ order: Order) {
        waiting.removeAll { $0.number == order.number }
        answers.removeValue(forKey: order.number)?.resume(throwing: CancellationError())
    }

    private func dismiss(_ number: Int) {
        guard let index = idle.firstIndex(where: { $0.number == number }) else { return }
        idle.remove(at: index).worker.resume(returning: nil)
    }

    private func newNumber() -> Int {
        lastNumber += 1
        return lastNumber
    }
}
