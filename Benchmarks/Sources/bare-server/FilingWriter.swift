// SPDX-License-Identifier: Apache-2.0

import Dispatch
import FoundationEssentials
import Synchronization

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
    private let hours: OpeningHours

    init(database: Database, hours: OpeningHours) throws {
        self.hours = hours
        // SAFETY: made here so that its errors are heard, used by the thread below only.
        nonisolated(unsafe) let rows = try database.rows()
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

    private func write(_ batch: [Waiting], _ rows: any FilingRows) {
        do {
            let filed = try rows.write(batch.map(\.filing), now: nowInMilliseconds(), hours: hours)
            for (waiting, filed) in zip(batch, filed) { waiting.continuation.resume(returning: filed) }
        } catch {
            for waiting in batch { waiting.continuation.resume(throwing: error) }
        }
    }
}

/// Writes the rows of filings in one transaction.
protocol FilingRows: AnyObject {
    func write(_ filings: [Filing], now: Int64, hours: OpeningHours) throws -> [Filed]
}
