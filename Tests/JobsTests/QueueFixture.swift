// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel
import Logging
import Synchronization
import TestDatabases

@testable import Jobs

/// A queue in a database of its own, with a clock that the test moves.
final class QueueFixture: Sendable {
    let database: any Database
    let clock = TestClock()

    static func with(_ body: (QueueFixture) async throws -> Void) async throws {
        let fixture = QueueFixture(database: try temporaryDatabase())
        do {
            _ = try await Migrator(JobsMigrations.all).migrate(fixture.database)
            try await body(fixture)
            await fixture.database.close()
        } catch {
            await fixture.database.close()
            throw error
        }
    }

    private init(database: any Database) {
        self.database = database
    }

    @discardableResult
    func enqueue(_ topic: String = "work", _ payload: String = "{}", key: String? = nil, in seconds: Int64 = 0) async throws -> Identifier? {
        let now = clock.now
        return try await database.write {
            try Outbox.enqueue($0, topic: topic, json: JSONText(payload), key: key, at: now, runAt: now.adding(seconds: seconds))
        }
    }

    func jobs(_ state: JobState) async throws -> [Job] {
        try await database.read { try JobStore.list($0, state) }
    }

    /// Runs a worker of these handlers until the condition holds.
    func work(
        _ handlers: JobHandlers, concurrency: Int = 4, poll: Double = 0.02, until isDone: () async throws -> Bool
    ) async throws {
        var settings = JobRunner.Settings()
        (settings.concurrency, settings.pollSeconds, settings.drainSeconds) = (concurrency, poll, 0.2)
        let runner = JobRunner(
            database: database, handlers: handlers, settings: settings, now: { self.clock.now },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let task = Task { try await runner.run() }
        for _ in 0..<500 {
            if try await isDone() { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        runner.stop()
        try await task.value
    }
}

/// A clock that stands still until it is told.
final class TestClock: Sendable {
    private let state = Mutex(Instant(milliseconds: 1_795_140_000_000))

    var now: Instant { state.withLock(\.self) }
    func advance(seconds: Int64) { state.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// What handlers did, in order.
final class Diary: Sendable {
    private let list = Mutex<[String]>([])

    func write(_ line: String) { list.withLock { $0.append(line) } }
    var lines: [String] { list.withLock(\.self) }
}

struct PartnerIsDown: Error {}
