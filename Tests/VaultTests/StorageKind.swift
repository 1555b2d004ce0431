// SPDX-License-Identifier: Apache-2.0

import Foundation
import Kernel

@testable import Vault

/// Every kind of storage keeps the same promises.
enum StorageKind: CaseIterable {
    case folder, bucket

    /// Gives an empty storage and a folder for the test's own files; both go afterwards.
    func run(_ body: (any FileStorage, _ folder: String) async throws -> Void) async throws {
        try await withFolder { folder in
            switch self {
            case .folder: try await body(try FolderStorage(directory: folder + "/storage"), folder)
            case .bucket: try await FakeBucket.run { _, endpoint in try await body(try bucketStorage(endpoint, folder), folder) }
            }
        }
    }
}

func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("vault-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
}

func bucketStorage(_ endpoint: String, _ folder: String, location: String = "s3://papers/province") throws -> S3Storage {
    let address = try S3Address(
        location: location, endpoint: endpoint, region: "us-east-1", addressing: .path,
        credentials: S3Credentials(accessKey: "key", secretKey: Secret("hidden-words")))
    var patience = S3Patience()
    (patience.firstPause, patience.total) = (.milliseconds(1), .seconds(120))
    // A busy machine is no stumble.
    (patience.connect, patience.answer) = (.seconds(60), .seconds(60))
    return try S3Storage(address, spoolDirectory: folder + "/spool", patience: patience, now: { Instant(milliseconds: 1_790_000_000_000) })
}
