// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A few threads for calls that block: files, C libraries. Tasks wait for them without holding a thread of their own.
package final class WorkerThreads: Sendable {
    private let jobs = BlockingQueue<@Sendable () -> Void>()

    package init(name: String, count: Int) {
        for index in 1...max(1, count) {
            startThread("\(name)-\(index)") { [jobs] in
                while let job = jobs.next() { job() }
            }
        }
    }

    deinit {
        jobs.close()
    }

    /// Runs the closure on one of the threads. It runs even if the calling task is cancelled meanwhile.
    package func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            // The queue closes only when nobody holds this object, so the push cannot be refused here.
            _ = jobs.push { continuation.resume(with: Result { try body() }) }
        }
    }
}

/// Starts a thread that lives as long as its closure.
func startThread(_ name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.stackSize = 4 << 20
    thread.start()
}
