// SPDX-License-Identifier: Apache-2.0

import Kernel

extension Vault {
    /// The bytes of a file, or of a part of it; a range beyond its end is cut. A whole file is compared with its hash.
    package func read(_ sha256: String, range: Range<Int>? = nil) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in try await chunks(of: sha256, range: range, size: 4 << 20) { bytes += chunk }
        return bytes
    }

    /// The size of a file, nil when it is not kept.
    package func size(of sha256: String) async throws -> Int? {
        guard Self.isHash(sha256) else { return nil }
        return try await storage.size(of: Self.place(sha256))
    }

    /// The bytes piece by piece, so that a large file needs little memory on its way out. The first piece is there when this returns.
    package func chunks(of sha256: String, range: Range<Int>? = nil, size: Int = 1 << 20) async throws -> FileChunks {
        // Nothing else may become part of a path.
        guard Self.isHash(sha256) else { throw VaultError.missing(sha256) }
        let (name, size) = (Self.place(sha256), max(1, size))
        let wanted = range ?? 0..<Int.max
        guard let part = try await storage.part(of: name, from: wanted.lowerBound, count: min(size, wanted.count)) else {
            throw VaultError.missing(sha256)
        }
        if part.total == 0, sha256 != Self.hashOfNothing { throw VaultError.damaged(sha256) }
        let clamped = wanted.clamped(to: 0..<part.total)
        return FileChunks(
            storage: storage, name: name, sha256: sha256, range: clamped, isWhole: clamped.count == part.total, chunkSize: size, first: part.bytes)
    }

    /// Reads a file again and compares it with its name.
    package func verify(_ sha256: String) async throws {
        for try await _ in try await chunks(of: sha256) {}
    }

    /// Visits every file that is kept, in the order of hashes.
    package func forEach(_ visit: (_ sha256: String, _ size: Int) async throws -> Void) async throws {
        try await storage.list { stored in
            guard let hash = stored.name.split(separator: "/").last.map(String.init), Self.isHash(hash) else { return }
            try await visit(hash, stored.size)
        }
    }

    /// Removes a file for good, when the rules of retention say so. The caller knows that nothing refers to it.
    package func remove(_ sha256: String) async throws {
        guard Self.isHash(sha256) else { return }
        try await storage.remove(Self.place(sha256))
    }

    /// Keeps a copy of another vault's file; false where it was here already.
    package func take(_ sha256: String, size: Int, from other: Vault) async throws -> Bool {
        guard try await self.size(of: sha256) != size else { return false }
        let spooled = try await storage.spool.file()
        for try await chunk in try await other.chunks(of: sha256) { try await spooled.append(chunk) }
        try await storage.put(.spooled(spooled, size: size), sha256: sha256, as: Self.place(sha256))
        return true
    }

    private static let hashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private static func isHash(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
