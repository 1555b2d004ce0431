// SPDX-License-Identifier: Apache-2.0

import Database

/// The pieces of one file in order. The file stays open, so it reads to its end even if it is removed meanwhile.
package struct FileChunks: AsyncSequence, Sendable {
    let file: DiskFile
    let range: Range<Int>
    let chunkSize: Int
    let threads: WorkerThreads

    /// How many bytes all pieces have together.
    package var count: Int { range.count }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let chunks: FileChunks
        fileprivate var offset: Int

        package mutating func next() async throws -> [UInt8]? {
            guard offset < chunks.range.upperBound else { return nil }
            let (file, start, count) = (chunks.file, offset, Swift.min(chunks.chunkSize, chunks.range.upperBound - offset))
            let bytes = try await chunks.threads.run { try file.read(at: start, count: count) }
            guard bytes.count == count else { throw VaultError.failed(operation: "read", code: 5) }
            offset += count
            return bytes
        }
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(chunks: self, offset: range.lowerBound)
    }
}
