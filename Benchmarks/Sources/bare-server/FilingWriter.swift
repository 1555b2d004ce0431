// SPDX-License-Identifier: Apache-2.0

import Dispatch
import FoundationEssentials
import Synchronization

/// A filing ready for the writer.
struct Filing: Sendable {
    struct Content: Sendable {
        let head: String
        let tail: String
    }

    let account: Bearers.Account
    let key: String
    let requestHash: String
    let unit: String
    let resolvingUnit: String
    let applicant: String
    let delivery: String
    let content: Content
}

/// What the writer made of it.
struct Filed: Sendable {
    let id: String
    let code: String
    let hash: String
    let submittedAt: Int64
}

/// The one thread that writes. Whatever is waiting goes into one commit, and nobody is answered before it. A filing that
/// fails takes the others of its commit with it: good enough for a benchmark, and as fast as it gets.
final class FilingWriter: Sendable {
    private struct Waiting: Sendable {
        let filing: Filing
        let continuation: CheckedContinuation<Filed, any Error>
    }

    private let waiting = Mutex<[Waiting]>([])
    private let bell = DispatchSemaphore(value: 0)

    init(database: String) throws {
        // SAFETY: made here so that its errors are heard, used by the thread below only.
        nonisolated(unsafe) let rows = try FilingRows(path: database)
        DispatchQueue(label: "writer").async { [self] in
            while true {
                bell.wait()
                let batch = waiting.withLock { waiting in
                    defer { waiting = [] }
                    return waiting
                }
                write(batch, rows)
            }
        }
    }

    func file(_ filing: Filing) async throws -> Filed {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                waiting.append(Waiting(filing: filing, continuation: continuation))
                return waiting.count == 1
            }
            if isFirst { bell.signal() }
        }
    }

    private func write(_ batch: [Waiting], _ rows: FilingRows) {
        do {
            try rows.begin()
            let filed = try batch.map { try rows.insert($0.filing, now: nowInMilliseconds()) }
            try rows.commit()
            for (waiting, filed) in zip(batch, filed) { waiting.continuation.resume(returning: filed) }
        } catch {
            rows.rollback()
            for waiting in batch { waiting.continuation.resume(throwing: error) }
        }
    }
}
