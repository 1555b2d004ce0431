// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Kernel
import Vault
import Web

/// Where files lie when not in the data folder.
struct FilesOptions: ParsableArguments {
    @Option(
        help:
            "Where files lie: a folder that is there already, such as a shared disk, or s3://BUCKET/PREFIX (or MOTCUA_FILES); the data folder by default."
    )
    var files: String?

    @Option(help: "Address of the S3-compatible store, https://… (or MOTCUA_S3_ENDPOINT); Amazon's by default.")
    var s3Endpoint: String?

    @Option(help: "Region of the bucket (or MOTCUA_S3_REGION); us-east-1 by default, which most stores of one's own take.")
    var s3Region: String?

    @Option(help: "Whether the bucket stands in the path or before the host's name (or MOTCUA_S3_ADDRESSING): path with --s3-endpoint, else host.")
    var s3Addressing: S3Address.Addressing?

    @Option(help: "File of certificates (PEM) the store's is checked against (or MOTCUA_S3_CA_FILE); the machine's own by default.")
    var s3CAFile: String?

    /// The place the options name.
    func place(data: URL) throws -> FilePlace {
        guard let named = environment(files, "FILES") else { return .folder(data) }
        return try place(named, data: data)
    }

    /// A place named otherwise, in the same store where it is one.
    func place(_ named: String, data: URL) throws -> FilePlace {
        guard named.contains("://") else {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: named, isDirectory: &isFolder), isFolder.boolValue else {
                throw ValidationError("There is no folder \(named) for the files. Is the shared disk mounted?")
            }
            return .folder(URL(filePath: named, directoryHint: .isDirectory))
        }
        do {
            let address = try S3Address(
                location: named, endpoint: environment(s3Endpoint, "S3_ENDPOINT"), region: environment(s3Region, "S3_REGION") ?? "us-east-1",
                addressing: try addressing(), credentials: try credentials(), trustedCertificates: environment(s3CAFile, "S3_CA_FILE"))
            return .bucket(try S3Storage(address, spoolDirectory: data.appending(path: "spool").path, now: { systemNow() }))
        } catch let error as WrongS3Address {
            throw ValidationError(error.description)
        }
    }

    private func addressing() throws -> S3Address.Addressing? {
        guard let text = environment(s3Addressing?.rawValue, "S3_ADDRESSING") else { return nil }
        guard let addressing = S3Address.Addressing(rawValue: text) else {
            throw ValidationError("MOTCUA_S3_ADDRESSING is path or host, not \(text).")
        }
        return addressing
    }

    private func credentials() throws -> S3Credentials {
        guard let key = try secret("S3_ACCESS_KEY"), let secretKey = try secret("S3_SECRET_KEY") else {
            throw ValidationError(
                "The store of the files needs MOTCUA_S3_ACCESS_KEY and MOTCUA_S3_SECRET_KEY, or …_FILE naming files that hold them.")
        }
        return S3Credentials(accessKey: key.reveal(), secretKey: secretKey, sessionToken: try secret("S3_SESSION_TOKEN"))
    }
}

/// A folder or a bucket, with a room for each kind of file in it.
enum FilePlace: Sendable {
    case folder(URL)
    case bucket(S3Storage)

    func room(_ name: String) throws -> any FileStorage {
        switch self {
        case .folder(let folder): try FolderStorage(directory: folder.appending(path: name).path)
        case .bucket(let bucket): bucket.room(name)
        }
    }

    /// - Throws: `VaultError.unavailable` where files could not be read, or with `writing` not be kept.
    func check(writing: Bool) async throws {
        if case .bucket(let bucket) = self { try await bucket.check(writing: writing) }
    }
}

extension S3Address.Addressing: ExpressibleByArgument {}
