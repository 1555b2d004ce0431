// SPDX-License-Identifier: Apache-2.0

import Foundation

extension SQLiteDatabase {
    /// Writes a consistent copy while work goes on. The file appears under its name only when it is complete.
    package func backup(to target: String) async throws {
        let source = path
        try await WorkerThreads(name: "database-backup", count: 1).run {
            let partial = target + ".partial"
            for leftover in [partial, partial + "-wal", partial + "-shm", partial + "-journal"] { unlink(leftover) }
            Self.createPrivateFile(partial)
            try Self.copy(source, to: partial)
            guard rename(partial, target) == 0 else {
                throw DatabaseError(.other(code: Int(errno)), "cannot move the copy to \(target): \(String(cString: strerror(errno)))")
            }
            Self.syncDirectory(of: target)
        }
    }

    /// What is wrong with the file, page by page and reference by reference; empty when it is sound.
    package func integrityCheck() async throws -> [String] {
        let source = path
        return try await WorkerThreads(name: "database-check", count: 1).run {
            let connection = try SQLiteConnection(path: source, role: .reader)
            return try connection.snapshot { connection in
                let pages = try connection.all("PRAGMA integrity_check") { try $0.get(0, as: String.self) }
                let references = try connection.all("PRAGMA foreign_key_check") { row in
                    "row \(try row.get(1, as: Int?.self) ?? 0) of \(try row.get(0, as: String.self)) points to no \(try row.get(2, as: String.self))"
                }
                return pages.filter { $0 != "ok" } + references
            }
        }
    }

    /// Makes the new name survive a power cut, where the file system can say so.
    private static func syncDirectory(of path: String) {
        let directory = (path as NSString).deletingLastPathComponent
        let descriptor = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Foundation.close(descriptor)
    }

    private static func copy(_ source: String, to target: String) throws {
        let from = try SQLiteConnection(path: source, role: .reader)
        let to = try SQLiteConnection(path: target, role: .copy)
        try from.copy(into: to)
    }
}
