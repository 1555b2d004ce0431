// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// A unit of work waiting for the writer.
struct WriteUnit: Sendable {
    /// Runs the work inside the open transaction.
    let attempt: @Sendable (SQLiteConnection) -> WriteAttempt
    /// Answers the caller when the work could not even begin.
    let refuse: @Sendable (any Error) -> Void
}

/// What became of a unit inside the transaction. Its caller hears of it only through `deliver`.
struct WriteAttempt {
    let hasFailed: Bool
    /// Answers the caller: with the error of the commit, or with the unit's own result when there was none.
    let deliver: @Sendable (_ commitError: (any Error)?) -> Void
}

/// The writer: units that are waiting share one transaction, so that many callers pay for one sync of the disk.
/// Each is rolled back alone when it fails, and none is answered before the commit.
struct GroupCommit {
    private static let unitLimit = 256
    private static let timeLimit = Duration.milliseconds(20)
    /// In pages of 4 KiB: when the log is copied into the file, and when readers are asked to let go of it.
    private static let checkpointStep = 1000
    private static let logLimit = 16_384

    private let connection: SQLiteConnection
    private let units: BlockingQueue<WriteUnit>
    private var nextCheckpoint = checkpointStep

    init(connection: SQLiteConnection, units: BlockingQueue<WriteUnit>) {
        (self.connection, self.units) = (connection, units)
    }

    /// Works until the queue is closed and empty.
    mutating func run() {
        while let unit = units.next() {
            commit(startingWith: unit)
            checkpointIfNeeded()
        }
        connection.checkpoint(SQLITE_CHECKPOINT_TRUNCATE, waitingMilliseconds: 1000)
    }

    private func commit(startingWith first: WriteUnit) {
        var done: [WriteAttempt] = []
        let end = ContinuousClock.now + Self.timeLimit
        var next: WriteUnit? = first
        while let unit = next {
            perform(unit, after: &done)
            // Units that arrived meanwhile join, within bounds that keep the first caller's wait short.
            next = done.count < Self.unitLimit && ContinuousClock.now < end ? units.nextIfAny() : nil
        }
        var failure: (any Error)?
        if connection.isInTransaction {
            do {
                try connection.execute("COMMIT")
            } catch {
                failure = error
                rollback()
            }
        }
        for attempt in done { attempt.deliver(failure) }
    }

    private func perform(_ unit: WriteUnit, after done: inout [WriteAttempt]) {
        // The first unit has nothing before it to lose, so it needs no savepoint.
        let isFirst = done.isEmpty
        do {
            if !connection.isInTransaction { try connection.execute("BEGIN IMMEDIATE") }
            if !isFirst { try connection.execute("SAVEPOINT unit") }
        } catch {
            return unit.refuse(error)
        }
        let attempt = unit.attempt(connection)
        guard connection.isInTransaction else {
            // A full disk, say, makes SQLite roll back everything at once: the units before are lost with this one.
            let lost = DatabaseError(.other(code: Int(SQLITE_ABORT)), "the shared transaction was rolled back")
            for earlier in done { earlier.deliver(lost) }
            done = []
            return attempt.deliver(lost)
        }
        do {
            if attempt.hasFailed { try undo(isFirst) } else if !isFirst { try connection.execute("RELEASE unit") }
        } catch {
            rollback()
            for earlier in done { earlier.deliver(error) }
            done = []
            return attempt.deliver(error)
        }
        if attempt.hasFailed { attempt.deliver(nil) } else { done.append(attempt) }
    }

    private func undo(_ isFirst: Bool) throws {
        if isFirst {
            try connection.execute("ROLLBACK")
        } else {
            try connection.execute("ROLLBACK TO unit")
            try connection.execute("RELEASE unit")
        }
    }

    private func rollback() {
        // Where SQLite has rolled back by itself there is nothing left to do.
        if connection.isInTransaction { _ = try? connection.execute("ROLLBACK") }
    }

    private mutating func checkpointIfNeeded() {
        let pages = connection.pagesInLog
        if pages < Self.checkpointStep { nextCheckpoint = Self.checkpointStep }
        guard pages >= nextCheckpoint else { return }
        nextCheckpoint = pages + Self.checkpointStep
        if pages < Self.logLimit {
            connection.checkpoint(SQLITE_CHECKPOINT_PASSIVE, waitingMilliseconds: 0)
        } else {
            connection.checkpoint(SQLITE_CHECKPOINT_RESTART, waitingMilliseconds: 250)
        }
    }
}
