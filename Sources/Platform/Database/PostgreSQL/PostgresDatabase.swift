// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Foundation
import Synchronization

/// PostgreSQL past one machine: a few threads with a connection each, made when it is first needed and again when it broke.
package final class PostgresDatabase: Database {
    package struct Settings: Sendable {
        package var connections = 8
        /// How long a unit of work waits for a server, through a failover for instance.
        package var patience = Duration.seconds(15)
        /// How often a unit is run again when others were in its way.
        package var conflictLimit = 20

        package init() {}
    }

    private let work = BlockingQueue<@Sendable (PostgresSlot) -> Void>()
    private let settings: Settings
    private let threadsGone: Countdown
    private let listeners = Listeners()
    private let bulletin: PostgresBulletin
    private let shares = PostgresShares()
    private let afterClose: @Sendable () -> Void

    package convenience init(_ address: PostgresAddress, settings: Settings = Settings()) {
        self.init(address, settings: settings, afterClose: {})
    }

    init(_ address: PostgresAddress, settings: Settings, afterClose: @escaping @Sendable () -> Void) {
        (self.settings, self.afterClose) = (settings, afterClose)
        threadsGone = Countdown(max(1, settings.connections))
        let bulletin = PostgresBulletin(address: address, listeners: listeners)
        self.bulletin = bulletin
        for index in 1...max(1, settings.connections) {
            startThread("database-\(index)") { [work, threadsGone] in
                var slot: PostgresSlot? = PostgresSlot(address: address) { channel, payload in bulletin.announce(channel, payload) }
                while let job = work.next() { if let slot { job(slot) } }
                slot = nil
                threadsGone.arrive()
            }
        }
    }

    deinit {
        work.close()
        bulletin.close()
    }

    package var dialect: Dialect { .postgres }

    package func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        let cancellation = PostgresCancellation()
        return try await withTaskCancellationHandler {
            try await perform { slot, settings in
                slot.attempts(settings, cancellation) { try $0.snapshot(body) }
            }
        } onCancel: {
            cancellation.cancel()
        }
    }

    @discardableResult
    package func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        if case .sharing(let key) = isolation { return try await share(key, body) }
        return try await perform { slot, settings in
            slot.attempts(settings, nil) { try $0.unit(isolation, body) }
        }
    }

    private func share<T: Sendable>(_ key: String, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let unit = SharedUnit(
                attempt: { connection in
                    let result = Result { try connection.sharing(body) }
                    let actions = connection.takeAfterCommit()
                    guard case .failure(let failure) = result else {
                        return .init(failure: nil) { commitError in
                            if let commitError { return continuation.resume(throwing: commitError) }
                            for action in actions { action() }
                            continuation.resume(with: result)
                        }
                    }
                    return .init(failure: failure) { _ in continuation.resume(throwing: failure) }
                },
                refuse: { continuation.resume(throwing: $0) }, deadline: .now + settings.patience)
            guard shares.add(unit, for: key) else { return }
            let isAccepted = work.push { [shares, settings] slot in shares.run(key, on: slot, settings) }
            if !isAccepted { shares.refuseAll(key) }
        }
    }

    package func notifications(_ channel: String) -> AsyncStream<String> {
        bulletin.start()
        return listeners.stream(channel)
    }

    package func close() async {
        work.close()
        await threadsGone.wait()
        bulletin.close()
        await bulletin.waitUntilTold()
        listeners.end()
        afterClose()
    }

    private func perform<T: Sendable>(_ job: @escaping @Sendable (PostgresSlot, Settings) -> Result<T, any Error>) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            let isAccepted = work.push { [settings] slot in continuation.resume(with: job(slot, settings)) }
            if !isAccepted { continuation.resume(throwing: DatabaseError.closed) }
        }
    }
}

/// The place of one thread's connection.
final class PostgresSlot {
    private let address: PostgresAddress
    private let announce: @Sendable (String, String) -> Void
    private var connection: PostgresConnection?

    init(address: PostgresAddress, announce: @escaping @Sendable (String, String) -> Void) {
        (self.address, self.announce) = (address, announce)
    }

    /// Runs work until it is done, refused, or nobody can wait longer. It is run again after a conflict, and after a lost
    /// connection as long as its commit had not begun.
    func attempts<T>(
        _ settings: PostgresDatabase.Settings, _ cancellation: PostgresCancellation?, _ work: (PostgresConnection) throws -> T
    ) -> Result<T, any Error> {
        let deadline = ContinuousClock.now + settings.patience
        var conflicts = 0
        while true {
            do {
                let connection = try connected(until: deadline)
                guard cancellation?.begin(on: connection.handle) ?? true else { throw CancellationError() }
                defer { cancellation?.end() }
                return .success(try work(connection))
            } catch let error as DatabaseError where error.kind == .conflict && conflicts < settings.conflictLimit {
                conflicts += 1
                Thread.sleep(forTimeInterval: Double.random(in: 0...0.004) * Double(conflicts))
            } catch let error as DatabaseError where error.kind == .unavailable && ContinuousClock.now < deadline {
                connection = nil
            } catch {
                if connection?.isBroken ?? false { connection = nil }
                return .failure(cancellation?.isCancelled ?? false ? CancellationError() : error)
            }
        }
    }

    func connected(until deadline: ContinuousClock.Instant) throws -> PostgresConnection {
        if let connection, !connection.isBroken { return connection }
        connection = nil
        var pause = 0.02
        while true {
            do {
                let made = PostgresConnection(try address.connect(), announce: announce)
                connection = made
                return made
            } catch let error as DatabaseError where error.kind == .unavailable {
                guard ContinuousClock.now + .seconds(pause) < deadline else { throw error }
                Thread.sleep(forTimeInterval: pause * Double.random(in: 0.5...1))
                pause = min(pause * 2, 0.5)
            }
        }
    }
}

/// Stops a read nobody waits for any more.
/// SAFETY: the handle for cancelling is made and used with the lock held, and is itself safe to use from any thread.
final class PostgresCancellation: Sendable {
    private struct State: @unchecked Sendable {
        var isCancelled = false
        var running: OpaquePointer?
    }

    private let state = Mutex(State())

    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// False when it was cancelled before it began.
    func begin(on handle: OpaquePointer) -> Bool {
        // SAFETY: the connection is used by the calling thread only.
        nonisolated(unsafe) let handle = handle
        return state.withLock { state in
            if !state.isCancelled { state.running = PQgetCancel(handle) }
            return !state.isCancelled
        }
    }

    func end() {
        state.withLock { state in
            PQfreeCancel(state.running)
            state.running = nil
        }
    }

    func cancel() {
        state.withLock { $0.isCancelled = true }
        // Telling the server means a connection of its own, which blocks.
        startThread("database-cancel") {
            self.state.withLock { state in
                guard let running = state.running else { return }
                var message = [CChar](repeating: 0, count: 256)
                PQcancel(running, &message, Int32(message.count))
            }
        }
    }
}
