// SPDX-License-Identifier: Apache-2.0

import Crypto
import Kernel

/// The pieces of one file in order. Of a whole file the last piece comes only when all of them together have the right hash.
package struct FileChunks: AsyncSequence, Sendable {
    let storage: any FileStorage
    let name: String
    let sha256: String
    let range: Range<Int>
    let isWhole: Bool
    let chunkSize: Int
    /// Read before anything is promised to whoever waits for the file.
    let first: [UInt8]

    /// How many bytes all pieces have together.
    package var count: Int { range.count }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let chunks: FileChunks
        fileprivate var offset: Int
        fileprivate var hash = SHA256()

        package mutating func next() async throws -> [UInt8]? {
            guard offset < chunks.range.upperBound else { return nil }
            let count = Swift.min(chunks.chunkSize, chunks.range.upperBound - offset)
            let bytes = offset == chunks.range.lowerBound ? chunks.first : try await chunks.bytes(from: offset, count: count)
            guard bytes.count == count else { throw VaultError.damaged(chunks.sha256) }
            offset += count
            if chunks.isWhole {
                hash.update(data: bytes)
                if offset == chunks.range.upperBound, hash.finalize().hex != chunks.sha256 { throw VaultError.damaged(chunks.sha256) }
            }
            return bytes
        }
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(chunks: self, offset: range.lowerBound)
    }

    private func bytes(from offset: Int, count: Int) async throws -> [UInt8] {
        guard let part = try await storage.part(of: name, from: offset, count: count) else { throw VaultError.missing(sha256) }
        return part.bytes
    }
}
