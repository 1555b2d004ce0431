// SPDX-License-Identifier: Apache-2.0

package import Database
import Foundation

/// A folder of this machine for bytes on their way in.
package struct Spool: Sendable {
    package let directory: String
    package let threads: WorkerThreads

    /// Takes a directory, making it where there is none, and clears what a killed process left in it.
    package init(directory: String, threads: WorkerThreads) throws {
        (self.directory, self.threads) = (directory, threads)
        try makeFolder(directory)
        removeAbandoned()
    }

    /// An empty file that is removed when nobody holds it any more.
    package func file() async throws -> TemporaryFile {
        try await threads.run { try TemporaryFile(in: self) }
    }

    /// A day old or more: younger ones may belong to another process.
    private func removeAbandoned() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [] {
            let path = "\(directory)/\(name)"
            let age = (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)?.timeIntervalSinceNow ?? 0
            if age < -86_400 { unlink(path) }
        }
    }
}

/// A file that goes with whoever holds it, unless it was moved elsewhere meanwhile.
package final class TemporaryFile: Sendable {
    package let path: String
    let file: DiskFile
    private let threads: WorkerThreads

    /// Blocks, so it belongs on a worker thread.
    init(in spool: Spool) throws {
        path = "\(spool.directory)/\(String(UInt64.random(in: .min ... .max), radix: 36))-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        file = try DiskFile(creating: path)
        threads = spool.threads
    }

    deinit {
        unlink(path)
    }

    package func append(_ bytes: [UInt8]) async throws {
        try await threads.run { [file] in try file.write(bytes) }
    }
}

/// Makes a folder for this user only; true where there was none.
@discardableResult
func makeFolder(_ path: String) throws -> Bool {
    if mkdir(path, 0o700) == 0 {
        try DiskFile.syncDirectory(parentFolder(path))
        return true
    }
    if errno == EEXIST { return false }
    do {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
        throw VaultError.failed(operation: "mkdir \(path)", code: errno)
    }
    return true
}

func parentFolder(_ path: String) -> String {
    let parent = (path as NSString).deletingLastPathComponent
    return parent.isEmpty ? "." : parent
}
