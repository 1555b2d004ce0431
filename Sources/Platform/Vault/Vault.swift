// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database
import Foundation
import Kernel

/// Files by the hash of their content. What it has answered for survives a power cut; the same content is kept once.
/// A file passes through memory whole, so `AcceptedFiles.maximumBytes` is also what one costs.
package struct Vault: Sendable {
    package enum Reception: Hashable, Sendable {
        case stored(StoredFile)
        case refused(FileRefusal)
    }

    let directory: String
    let threads: WorkerThreads

    /// Takes a directory on a local disk, making it where there is none.
    package init(directory: String, threads: Int = 2) throws {
        self.directory = directory
        self.threads = WorkerThreads(name: "vault", count: threads)
        try Self.makeDirectory(directory)
        try Self.makeDirectory(incoming)
        removeAbandoned()
    }

    /// Stores a file somebody sent if the policy takes it.
    package func receive(fileAt path: String, named name: String, accepting policy: AcceptedFiles = .documents) async throws -> Reception {
        try await threads.run {
            let file = try DiskFile(reading: path)
            let size = try file.size()
            // Nothing of a file that is too large is read.
            if size > policy.maximumBytes { return .refused(.tooLarge(limit: policy.maximumBytes)) }
            return try receive(try file.read(at: 0, count: size), name, policy)
        }
    }

    /// Stores bytes somebody sent if the policy takes them.
    package func receive(_ bytes: [UInt8], named name: String, accepting policy: AcceptedFiles = .documents) async throws -> Reception {
        try await threads.run { try receive(bytes, name, policy) }
    }

    /// Stores what this program made itself.
    package func store(_ bytes: [UInt8]) async throws -> StoredFile {
        try await threads.run { try keepOwn(bytes) }
    }

    package func store(fileAt path: String) async throws -> StoredFile {
        try await threads.run {
            let file = try DiskFile(reading: path)
            return try keepOwn(try file.read(at: 0, count: try file.size()))
        }
    }

    private func receive(_ bytes: [UInt8], _ name: String, _ policy: AcceptedFiles) throws -> Reception {
        let kind = FileKind(content: bytes)
        if let refusal = policy.refusal(of: name, size: bytes.count, kind: kind) { return .refused(refusal) }
        let inspection = FileInspection(bytes, kind: kind)
        if let refusal = inspection.refusal { return .refused(refusal) }
        return .stored(try keep(bytes, kind, inspection.pages))
    }

    private func keepOwn(_ bytes: [UInt8]) throws -> StoredFile {
        let kind = FileKind(content: bytes)
        return try keep(bytes, kind, FileInspection(bytes, kind: kind).pages)
    }

    private func keep(_ bytes: [UInt8], _ kind: FileKind, _ pages: Int?) throws -> StoredFile {
        let hash = SHA256.hash(data: bytes).hex
        let (folder, target) = place(hash)
        try Self.makeDirectory(folder)
        // A file cut short by a failing disk is written again.
        if (try? DiskFile(reading: target).size()) != bytes.count {
            let temporary = "\(incoming)/\(UUID().uuidString)"
            do {
                let file = try DiskFile(creating: temporary)
                try file.write(bytes)
                try file.sync()
                try DiskFile.checked("rename to \(target)") { rename(temporary, target) }
            } catch {
                unlink(temporary)
                throw error
            }
        }
        // Also when it was there: whoever put it there may not have come this far yet.
        try DiskFile.syncDirectory(folder)
        return StoredFile(sha256: hash, size: bytes.count, kind: kind, isEncrypted: kind == .pdf && isEncryptedPDF(bytes), pages: pages)
    }

    private var incoming: String { directory + "/incoming" }

    /// `ab/abcdef…`: 256 folders keep each one short.
    func place(_ hash: String) -> (folder: String, file: String) {
        let folder = "\(directory)/\(hash.prefix(2))"
        return (folder, "\(folder)/\(hash)")
    }

    private static func makeDirectory(_ path: String) throws {
        if mkdir(path, 0o700) == 0 {
            let parent = (path as NSString).deletingLastPathComponent
            try DiskFile.syncDirectory(parent.isEmpty ? "." : parent)
        } else if errno != EEXIST {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    /// What a killed process left half written a day ago or more; younger ones may belong to another process.
    private func removeAbandoned() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] {
            let path = "\(incoming)/\(name)"
            let age = (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)?.timeIntervalSinceNow ?? 0
            if age < -86_400 { unlink(path) }
        }
    }
}
