// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Kernel
import Synchronization

/// Files in a folder, on a disk of this machine or one that several share.
package struct FolderStorage: FileStorage {
    package let directory: String
    package let spool: Spool
    private let folders = KnownFolders()

    private var threads: WorkerThreads { spool.threads }

    /// Takes a directory, making it where there is none. What is on its way in lies in its folder `incoming`, on the same disk.
    package init(directory: String, threads: Int = 2) throws {
        self.directory = directory
        try makeFolder(directory)
        spool = try Spool(directory: directory + "/incoming", threads: WorkerThreads(name: "files", count: threads))
    }

    func path(_ name: String) -> String { "\(directory)/\(name)" }

    package func put(_ content: StorageContent, sha256: String, as name: String) async throws {
        try await threads.run { try place(content, path(name)) }
    }

    private func place(_ content: StorageContent, _ target: String) throws {
        let folder = parentFolder(target)
        try folders.make(folder)
        // A file cut short by a failing disk is written again.
        if (try? DiskFile(reading: target).size()) != content.size {
            let temporary = try filled(content)
            try temporary.file.sync()
            try DiskFile.checked("rename to \(target)") { rename(temporary.path, target) }
        }
        // Also when it was there: whoever put it there may not have come this far yet.
        try DiskFile.syncDirectory(folder)
    }

    private func filled(_ content: StorageContent) throws -> TemporaryFile {
        if case .spooled(let file, _) = content { return file }
        let temporary = try TemporaryFile(in: spool)
        switch content {
        case .bytes(let bytes): try temporary.file.write(bytes)
        case .file(let path, let size): try DiskFile(reading: path).copy(to: temporary.file, count: size)
        case .spooled: break
        }
        return temporary
    }

    package func part(of name: String, from start: Int, count: Int) async throws -> StoredPart? {
        try await threads.run {
            guard let file = try open(name) else { return nil }
            let total = try file.size()
            return StoredPart(bytes: try file.read(at: start, count: max(0, min(count, total - start))), total: total)
        }
    }

    package func size(of name: String) async throws -> Int? {
        try await threads.run { try open(name)?.size() }
    }

    package func list(_ visit: (StoredName) async throws -> Void) async throws {
        for entry in try await threads.run({ try entries("") }) {
            guard entry.isFolder else {
                try await visit(entry.stored)
                continue
            }
            for inner in try await threads.run({ try entries(entry.stored.name + "/") }) where !inner.isFolder { try await visit(inner.stored) }
        }
    }

    package func remove(_ name: String) async throws {
        try await threads.run {
            let path = path(name)
            guard unlink(path) == 0 else {
                if errno == ENOENT || errno == ENOTDIR { return }
                throw VaultError.failed(operation: "unlink \(path)", code: errno)
            }
            try DiskFile.syncDirectory(parentFolder(path))
        }
    }

    private func open(_ name: String) throws -> DiskFile? {
        do { return try DiskFile(reading: path(name)) } catch VaultError.failed(_, code: ENOENT) { return nil }
    }

    private struct Entry {
        let stored: StoredName
        let isFolder: Bool
    }

    private func entries(_ prefix: String) throws -> [Entry] {
        let folder = path(prefix)
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().compactMap { name in
            guard !prefix.isEmpty || name != "incoming" else { return nil }
            var status = stat()
            // Gone since the folder was read.
            guard stat(folder + name, &status) == 0 else { return nil }
            let modified = Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1000)
            return Entry(
                stored: StoredName(name: prefix + name, size: Int(status.st_size), modified: modified), isFolder: status.st_mode & S_IFMT == S_IFDIR)
        }
    }
}

/// Folders whose names are known to be on the disk.
private final class KnownFolders: Sendable {
    private let paths = Mutex<Set<String>>([])

    /// Another process may have made the folder a moment ago and not waited for the disk yet, so the first look waits for it.
    func make(_ path: String) throws {
        guard !paths.withLock({ $0.contains(path) }) else { return }
        if try !makeFolder(path) { try DiskFile.syncDirectory(parentFolder(path)) }
        paths.withLock { _ = $0.insert(path) }
    }
}
