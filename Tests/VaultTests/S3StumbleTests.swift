// SPDX-License-Identifier: Apache-2.0

import Crypto
import Foundation
import Kernel
import Testing

@testable import Vault

/// A store that stumbles is asked again; one that refuses is not, and the operator reads why.
@Suite struct S3StumbleTests {
    private func withBucket(_ body: (FakeBucket, S3Storage) async throws -> Void) async throws {
        try await withFolder { folder in
            try await FakeBucket.run { bucket, endpoint in try await body(bucket, try bucketStorage(endpoint, folder)) }
        }
    }

    private func put(_ text: String, in storage: S3Storage) async throws {
        try await storage.put(.bytes(Array(text.utf8)), sha256: SHA256.hash(data: Data(text.utf8)).hex, as: "x")
    }

    private static let passing: [FakeBucket.Stumble] = [
        .refuses(503, code: "SlowDown"), .refuses(500, code: "InternalError"), .refuses(400, code: "RequestTimeout"), .breaksOff,
    ]

    @Test(arguments: passing.indices)
    func aStumbleIsOvercome(index: Int) async throws {
        try await withBucket { bucket, storage in
            bucket.stumble(Self.passing[index], Self.passing[index])
            try await put("content", in: storage)
            #expect(bucket.requests == Array(repeating: "PUT /papers/province/x", count: 3))
            bucket.stumble(Self.passing[index])
            #expect(try await storage.part(of: "x", from: 0, count: 99)?.bytes == Array("content".utf8))
        }
    }

    @Test func aStoreThatStaysAwayIsAnOutageInWords() async throws {
        try await withBucket { bucket, storage in
            for _ in 0..<9 { bucket.stumble(.refuses(503, code: "SlowDown")) }
            let error = try #require(await error { try await put("content", in: storage) })
            #expect(
                error.description.contains("PUT s3://papers/province/x")
                    && error.description.contains("503 SlowDown: The store says no & why, after 4"))
            #expect(error.userError.status == 503 && error.userError.title.vi.contains("Kho lưu tệp"))
            #expect(bucket.requests.count == 4 && bucket.objects.isEmpty)
        }
    }

    @Test func aRefusalIsNotRepeatedAndTellsNoSecret() async throws {
        try await withBucket { bucket, storage in
            bucket.stumble(.refuses(403, code: "AccessDenied"))
            let error = try #require(await error { try await put("content", in: storage) })
            #expect(error.description.contains("403 AccessDenied") && bucket.requests.count == 1)
            for secret in ["hidden-words", "AWS4-HMAC", "Signature"] { #expect(!error.description.contains(secret)) }
        }
    }

    @Test func aMissingBucketIsNoMissingFile() async throws {
        try await withFolder { folder in
            try await FakeBucket.run { _, endpoint in
                let storage = try bucketStorage(endpoint, folder, location: "s3://elsewhere")
                for attempt in [{ _ = try await storage.part(of: "x", from: 0, count: 1) }, { try await storage.check(writing: false) }] {
                    let error = try #require(await error(attempt))
                    #expect(error.description.contains("NoSuchBucket"))
                }
            }
        }
    }

    @Test func nobodyListeningIsToldAtOnce() async throws {
        try await withFolder { folder in
            let storage = try bucketStorage("http://127.0.0.1:1", folder)
            let error = try #require(await error { try await storage.check(writing: false) })
            #expect(error.description.contains("http://127.0.0.1:1") && error.description.contains("attempts"))
        }
    }

    @Test func theCheckLeavesNothingBehind() async throws {
        try await withBucket { bucket, storage in
            try await storage.check(writing: true)
            #expect(bucket.requests.map { $0.prefix(3) } == ["GET", "PUT", "DEL"] && bucket.objects.isEmpty)
        }
    }

    @Test func bytesAlteredOnTheWayAreNoticedByTheHash() async throws {
        try await withBucket { bucket, storage in
            let vault = Vault(storage: storage)
            let hash = try await vault.store(Array("content".utf8)).sha256
            bucket.stumble(.alters)
            await #expect(throws: VaultError.damaged(hash)) { try await vault.read(hash) }
            #expect(try await vault.read(hash) == Array("content".utf8))
        }
    }

    private func error(_ body: () async throws -> Void) async -> VaultError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? VaultError
        }
    }
}
