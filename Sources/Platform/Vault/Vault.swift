// SPDX-License-Identifier: Apache-2.0

import Crypto
import Database
import Kernel

/// Files by the hash of their content. What it has answered for survives a power cut; the same content is kept once.
/// Whoever sends a file has it looked at whole, so `AcceptedFiles.maximumBytes` is what each of the `threads` may need.
package struct Vault: Sendable {
    package enum Reception: Hashable, Sendable {
        case stored(StoredFile)
        case refused(FileRefusal)
    }

    let storage: any FileStorage
    let threads: WorkerThreads

    package init(storage: any FileStorage, threads: Int = 2) {
        self.storage = storage
        self.threads = WorkerThreads(name: "vault", count: threads)
    }

    /// Takes a directory on a disk, making it where there is none.
    package init(directory: String, threads: Int = 2) throws {
        self.init(storage: try FolderStorage(directory: directory, threads: threads), threads: threads)
    }

    /// Stores a file somebody sent if the policy takes it.
    package func receive(fileAt path: String, named name: String, accepting policy: AcceptedFiles = .documents) async throws -> Reception {
        let reception: Reception = try await threads.run {
            let file = try DiskFile(reading: path)
            let size = try file.size()
            // Nothing of a file that is too large is read.
            if size > policy.maximumBytes { return .refused(.tooLarge(limit: policy.maximumBytes)) }
            return examine(try file.read(at: 0, count: size), name, policy)
        }
        guard case .stored(let file) = reception else { return reception }
        try await storage.put(.file(path: path, size: file.size), sha256: file.sha256, as: Self.place(file.sha256))
        return reception
    }

    /// Stores bytes somebody sent if the policy takes them.
    package func receive(_ bytes: [UInt8], named name: String, accepting policy: AcceptedFiles = .documents) async throws -> Reception {
        let reception = try await threads.run { examine(bytes, name, policy) }
        guard case .stored(let file) = reception else { return reception }
        try await storage.put(.bytes(bytes), sha256: file.sha256, as: Self.place(file.sha256))
        return reception
    }

    /// Stores what this program made itself.
    package func store(_ bytes: [UInt8]) async throws -> StoredFile {
        let file = try await threads.run { facts(bytes) }
        try await storage.put(.bytes(bytes), sha256: file.sha256, as: Self.place(file.sha256))
        return file
    }

    package func store(fileAt path: String) async throws -> StoredFile {
        let file = try await threads.run {
            let file = try DiskFile(reading: path)
            return facts(try file.read(at: 0, count: try file.size()))
        }
        try await storage.put(.file(path: path, size: file.size), sha256: file.sha256, as: Self.place(file.sha256))
        return file
    }

    private func examine(_ bytes: [UInt8], _ name: String, _ policy: AcceptedFiles) -> Reception {
        let kind = FileKind(content: bytes)
        if let refusal = policy.refusal(of: name, size: bytes.count, kind: kind) { return .refused(refusal) }
        let inspection = FileInspection(bytes, kind: kind)
        if let refusal = inspection.refusal { return .refused(refusal) }
        return .stored(facts(bytes, kind, inspection.pages))
    }

    private func facts(_ bytes: [UInt8]) -> StoredFile {
        let kind = FileKind(content: bytes)
        return facts(bytes, kind, FileInspection(bytes, kind: kind).pages)
    }

    private func facts(_ bytes: [UInt8], _ kind: FileKind, _ pages: Int?) -> StoredFile {
        StoredFile(
            sha256: SHA256.hash(data: bytes).hex, size: bytes.count, kind: kind, isEncrypted: kind == .pdf && isEncryptedPDF(bytes), pages: pages)
    }

    /// `ab/abcdef…`: 256 folders keep each one short.
    static func place(_ hash: String) -> String { "\(hash.prefix(2))/\(hash)" }
}
