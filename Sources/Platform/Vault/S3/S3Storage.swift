// SPDX-License-Identifier: Apache-2.0

import Database
package import Kernel
import NIOHTTP1

/// Files as objects of a bucket, each under its name behind a prefix.
package struct S3Storage: FileStorage {
    package let spool: Spool
    private let client: S3Client
    private let prefix: String

    /// - Parameter spoolDirectory: a folder of this machine for what is on its way in.
    package init(
        _ address: S3Address, spoolDirectory: String, patience: S3Patience = S3Patience(), now: @escaping @Sendable () -> Instant
    ) throws {
        spool = try Spool(directory: spoolDirectory, threads: WorkerThreads(name: "spool", count: 2))
        prefix = address.prefix
        client = try S3Client(address, patience: patience, now: now)
    }

    private init(spool: Spool, client: S3Client, prefix: String) {
        (self.spool, self.client, self.prefix) = (spool, client, prefix)
    }

    /// A part of the same bucket with names of its own.
    package func room(_ name: String) -> S3Storage {
        S3Storage(spool: spool, client: client, prefix: "\(prefix)\(name)/")
    }

    /// Whether the bucket is there and lets us in; with `writing`, whether it takes something too.
    /// - Throws: `VaultError.unavailable` in words for an operator.
    package func check(writing: Bool) async throws {
        _ = try await client.require(S3Call(method: .GET, query: [("list-type", "2"), ("max-keys", "1"), ("prefix", prefix)]))
        guard writing else { return }
        let name = "check-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try await put(.bytes([]), sha256: S3Signature.emptyPayload, as: name)
        try await remove(name)
    }

    package func put(_ content: StorageContent, sha256: String, as name: String) async throws {
        let source: S3Body.Source =
            switch content {
            case .bytes(let bytes): .bytes(bytes)
            case .file(let path, let size): .file(FileBuffers(spool: spool, path: path, size: size))
            case .spooled(let file, let size): .file(FileBuffers(spool: spool, path: file.path, size: size))
            }
        // The hash is signed, so the store refuses what was altered on the way.
        let body = S3Body(source: source, size: content.size, sha256: sha256)
        _ = try await client.require(
            S3Call(method: .PUT, key: prefix + name, headers: [("content-type", "application/octet-stream")], body: body))
        // A spooled file must not go before it is sent.
        withExtendedLifetime(content) {}
    }

    package func part(of name: String, from start: Int, count: Int) async throws -> StoredPart? {
        let count = max(1, min(count, 64 << 20))
        let call = S3Call(
            method: .GET, key: prefix + name, headers: [("range", "bytes=\(start)-\(start + count - 1)")], answerLimit: max(count, 1 << 16))
        let answer = try await client.require(call, or: 404, 416)
        switch answer.status {
        case 404: return nil
        // Nothing lies there: an empty object, or a position behind the end.
        case 416: return try await size(of: name).map { StoredPart(bytes: [], total: $0) }
        case 206:
            guard let total = answer.headers.first(name: "content-range")?.split(separator: "/").last.flatMap({ Int($0) }) else { break }
            return StoredPart(bytes: answer.body, total: total)
        default:
            // A store that does not know ranges, or an object that fits into one.
            if start == 0 { return StoredPart(bytes: answer.body, total: answer.body.count) }
        }
        throw VaultError.unavailable("\(call.words(client.address)): an answer without the range asked for")
    }

    package func size(of name: String) async throws -> Int? {
        let call = S3Call(method: .HEAD, key: prefix + name)
        let answer = try await client.require(call, or: 404)
        if answer.status == 404 { return nil }
        guard let size = answer.headers.first(name: "content-length").flatMap({ Int($0) }) else {
            throw VaultError.unavailable("\(call.words(client.address)): an answer without a length")
        }
        return size
    }

    package func list(_ visit: (StoredName) async throws -> Void) async throws {
        var next: String?
        repeat {
            var call = S3Call(method: .GET, query: [("list-type", "2"), ("prefix", prefix)], answerLimit: 4 << 20)
            if let next { call.query.append(("continuation-token", next)) }
            let answer = try await client.require(call)
            guard let page = S3Listing(String(decoding: answer.body, as: UTF8.self)) else {
                throw VaultError.unavailable("\(call.words(client.address)): an answer that is no list")
            }
            for object in page.objects {
                try await visit(StoredName(name: String(object.name.dropFirst(prefix.count)), size: object.size, modified: object.modified))
            }
            next = page.next
        } while next != nil
    }

    package func remove(_ name: String) async throws {
        _ = try await client.require(S3Call(method: .DELETE, key: prefix + name), or: 404)
    }
}
