// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Foundation

/// The embedded engine: one writer thread, a few reader threads, one file. Open a file once in a process.
package final class SQLiteDatabase: Database {
    package let path: String
    private let directoryToRemove: String?
    private let reads = BlockingQueue<@Sendable (SQLiteConnection) -> Void>()
    private let writes = BlockingQueue<WriteUnit>()
    private let lookups: SpareConnections
    private let listeners: Listeners
    private let readersGone: Countdown
    private let writerGone = Countdown(1)

    /// Opens the file, creating it where there is none, for this user only. (Readers share a file with the writer, so a
    /// database in memory is none; tests take `temporary()`.)
    package convenience init(path: String, readers: Int = 3) throws {
        try self.init(path: path, readers: readers, removing: nil)
    }

    private init(path: String, readers: Int, removing directory: String?) throws {
        self.path = path
        directoryToRemove = directory
        let listeners = Listeners()
        self.listeners = listeners
        readersGone = Countdown(max(1, readers))
        Self.createPrivateFile(path)
        // SAFETY: each connection is handed to one thread here and used nowhere else.
        nonisolated(unsafe) let writer = try SQLiteConnection(path: path, role: .writer, listeners: listeners)
        for index in 1...max(1, readers) {
            nonisolated(unsafe) var reader: SQLiteConnection? = try SQLiteConnection(path: path, role: .reader)
            startThread("database-reader-\(index)") { [reads, readersGone] in
                while let job = reads.next() { if let reader { job(reader) } }
                reader = nil
                readersGone.arrive()
            }
        }
        lookups = try SpareConnections(path: path)
        startThread("database-writer") { [writes, writerGone] in
            Self.write(writes, writer)
            writerGone.arrive()
        }
    }

    deinit {
        reads.close()
        writes.close()
        removeDirectory()
    }

    /// A database of its own in a new directory, for tests and trials; both are gone when it is closed.
    package static func temporary(readers: Int = 2) throws -> SQLiteDatabase {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("motcua-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        return try SQLiteDatabase(path: directory + "/data.sqlite", readers: readers, removing: directory)
    }

    package var dialect: Dialect { .sqlite }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isAccepted = reads.push { connection in
                continuation.resume(with: Result { try connection.snapshot(body) })
            }
            if !isAccepted { continuation.resume(throwing: DatabaseError.closed) }
        }
    }

    package func lookUp<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        if let found = try lookups.borrow({ try $0.snapshot(body) }) { return found }
        return try await read(body)
    }

    @discardableResult
    package func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let unit = WriteUnit(
                attempt: { connection in
                    let result = Result { try connection.unit(body) }
                    let actions = connection.takeAfterCommit()
                    return WriteAttempt(hasFailed: result.isFailure) { commitError in
                        if let commitError, !result.isFailure { return continuation.resume(throwing: commitError) }
                        if !result.isFailure { for action in actions { action() } }
                        continuation.resume(with: result)
                    }
                },
                refuse: { continuation.resume(throwing: $0) })
            if !writes.push(unit) { continuation.resume(throwing: DatabaseError.closed) }
        }
    }

    package func notifications(_ channel: String) -> AsyncStream<String> {
        listeners.stream(channel)
    }

    package func close() async {
        listeners.end()
        await lookups.close()
        reads.close()
        await readersGone.wait()
        writes.close()
        await writerGone.wait()
        removeDirectory()
    }

    private func removeDirectory() {
        if let directoryToRemove { try? FileManager.default.removeItem(atPath: directoryToRemove) }
    }

    private static func write(_ units: BlockingQueue<WriteUnit>, _ connection: consuming SQLiteConnection) {
        var writer = GroupCommit(connection: connection, units: units)
        writer.run()
    }

    /// The log and its index take their permissions from the file.
    static func createPrivateFile(_ path: String) {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        if descriptor >= 0 { Foundation.close(descriptor) }
    }
}

extension SQLiteConnection {
    private static let begin: SQL = "BEGIN"
    private static let commit: SQL = "COMMIT"

    /// Runs reads on one state of the database.
    func snapshot<T>(_ body: (any Connection) throws -> T) throws -> T {
        try execute(Self.begin)
        do {
            let value = try body(self)
            try execute(Self.commit)
            for action in takeAfterCommit() { action() }
            return value
        } catch {
            _ = takeAfterCommit()
            if isInTransaction { _ = try? execute("ROLLBACK") }
            throw error
        }
    }

    /// Runs one unit of work; a deferred foreign key it leaves open is its own failure, not the whole commit's.
    fileprivate func unit<T>(_ body: (any Connection) throws -> T) throws -> T {
        let value = try body(self)
        if hasUnresolvedForeignKeys { throw DatabaseError(.foreignKeyViolation, "FOREIGN KEY constraint failed") }
        return value
    }
}

extension Result {
    fileprivate var isFailure: Bool {
        if case .failure = self { true } else { false }
    }
}
