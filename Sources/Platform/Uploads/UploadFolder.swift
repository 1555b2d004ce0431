// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel

/// Where the bytes of unfinished uploads lie, each under its identifier.
struct UploadFolder: Sendable {
    let directory: String
    let threads: WorkerThreads

    init(directory: String) throws {
        self.directory = directory
        threads = WorkerThreads(name: "uploads", count: 2)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func path(_ id: Identifier) -> String { "\(directory)/\(id)" }

    /// Makes the empty file, so that its name survives a power cut before anything is promised.
    func create(_ id: Identifier) async throws {
        try await threads.run { [directory] in
            _ = try PartialFile(path(id), flags: O_WRONLY | O_CREAT | O_EXCL)
            try PartialFile(directory, flags: O_RDONLY).sync()
        }
    }

    func open(_ id: Identifier) async throws -> PartialFile {
        try await threads.run { try PartialFile(path(id), flags: O_WRONLY) }
    }

    func exists(_ id: Identifier) async throws -> Bool {
        try await threads.run { FileManager.default.fileExists(atPath: path(id)) }
    }

    func remove(_ ids: [String]) async throws {
        try await threads.run { [directory] in
            for id in ids { unlink("\(directory)/\(id)") }
        }
    }

    /// Files nobody has written to for two days have no row any more, whatever went wrong.
    func removeAbandoned() async throws {
        try await threads.run { [directory] in
            for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
                let path = "\(directory)/\(name)"
                let age = (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)?.timeIntervalSinceNow ?? 0
                if age < -172_800 { unlink(path) }
            }
        }
    }
}

/// The file of an unfinished upload, closed when nobody holds it. Every call may block, so it belongs on a worker thread.
final class PartialFile: Sendable {
    private let descriptor: Int32

    init(_ path: String, flags: Int32) throws {
        let descriptor = Foundation.open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DiskError(doing: "open", number: errno) }
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    func write(_ bytes: [UInt8], at offset: Int) throws {
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = pwrite(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written, off_t(offset + written))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw DiskError(doing: "write", number: errno) }
                written += count
            }
        }
    }

    /// Waits until the disk has it.
    func sync() throws {
        while fsync(descriptor) != 0 {
            guard errno == EINTR else { throw DiskError(doing: "fsync", number: errno) }
        }
    }
}

/// What the operating system refused, and why.
struct DiskError: Error {
    let doing: String
    let number: Int32
}
