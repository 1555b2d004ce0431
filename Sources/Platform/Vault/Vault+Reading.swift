// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database
import Foundation
import Kernel

extension Vault {
    /// The bytes of a file, or of a part of it; a range beyond its end is cut.
    package func read(_ sha256: String, range: Range<Int>? = nil) async throws -> [UInt8] {
        try await threads.run {
            let file = try open(sha256)
            let part = (range ?? 0..<Int.max).clamped(to: 0..<(try file.size()))
            return try file.read(at: part.lowerBound, count: part.count)
        }
    }

    /// The size of a file, nil when it is not kept.
    package func size(of sha256: String) async throws -> Int? {
        try await threads.run {
            do { return try open(sha256).size() } catch VaultError.missing { return nil }
        }
    }

    /// The bytes piece by piece, so that a large file needs little memory on its way out.
    package func chunks(of sha256: String, range: Range<Int>? = nil, size: Int = 64 << 10) async throws -> FileChunks {
        try await threads.run {
            let file = try open(sha256)
            return FileChunks(file: file, range: (range ?? 0..<Int.max).clamped(to: 0..<(try file.size())), chunkSize: max(1, size), threads: threads)
        }
    }

    /// Reads a file again and compares it with its name.
    package func verify(_ sha256: String) async throws {
        try await threads.run {
            let file = try open(sha256)
            var hash = SHA256()
            var offset = 0
            while true {
                let chunk = try file.read(at: offset, count: 1 << 20)
                if chunk.isEmpty { break }
                hash.update(data: chunk)
                offset += chunk.count
            }
            guard hash.finalize().hex == sha256 else { throw VaultError.damaged(sha256) }
        }
    }

    /// Every hash that is kept, in order.
    package func all() async throws -> [String] {
        try await threads.run {
            let folders = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.utf8.count == 2 }
            return try folders.flatMap { try FileManager.default.contentsOfDirectory(atPath: "\(directory)/\($0)") }.sorted()
        }
    }

    /// Removes a file for good, when the rules of retention say so. The caller knows that nothing refers to it.
    package func remove(_ sha256: String) async throws {
        try await threads.run {
            guard Self.isHash(sha256) else { return }
            let (folder, file) = place(sha256)
            guard unlink(file) == 0 else {
                if errno == ENOENT { return }
                throw VaultError.failed(operation: "unlink \(file)", code: errno)
            }
            try DiskFile.syncDirectory(folder)
        }
    }

    private func open(_ sha256: String) throws -> DiskFile {
        // Nothing else may become part of a path.
        guard Self.isHash(sha256) else { throw VaultError.missing(sha256) }
        do {
            return try DiskFile(reading: place(sha256).file)
        } catch VaultError.failed(_, code: ENOENT) {
            throw VaultError.missing(sha256)
        }
    }

    private static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
