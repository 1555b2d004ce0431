// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Foundation
import Synchronization

/// Carries notifications between processes: a connection that listens and tells, on a thread of its own. Units of work do not
/// tell by themselves, because PostgreSQL commits units that notify one after the other.
final class PostgresBulletin: Sendable {
    private struct State {
        var isStarted = false
        var closedAt: ContinuousClock.Instant?
        var outgoing: [String] = []
        /// The same, to see at once what is told already.
        var told: Set<String> = []
    }

    /// Separates channel and payload on the one channel of the server that is used.
    private static let separator: Character = "\u{1F}"
    private static let outgoingLimit = 10_000

    private let address: PostgresAddress
    private let listeners: Listeners
    private let state = Mutex(State())
    private let bell = Bell()
    private let threadGone = Countdown(1)
    /// How long a process that ends tries to tell what it has not told yet.
    private static let lastPatience = Duration.seconds(3)

    init(address: PostgresAddress, listeners: Listeners) {
        (self.address, self.listeners) = (address, listeners)
    }

    func start() {
        let isFirst = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted && state.closedAt == nil
        }
        if isFirst { startThread("database-bulletin") { self.run() } }
    }

    /// Tells listeners here at once, and those elsewhere as soon as the connection has it.
    func announce(_ channel: String, _ payload: String) {
        listeners.tell(channel, payload)
        let isFirst = state.withLock { state in
            // The same told twice is told once.
            let line = "\(channel)\(Self.separator)\(payload)"
            if state.outgoing.count < Self.outgoingLimit, state.told.insert(line).inserted { state.outgoing.append(line) }
            return state.outgoing.count == 1
        }
        start()
        if isFirst { bell.ring() }
    }

    func close() {
        state.withLock { $0.closedAt = $0.closedAt ?? ContinuousClock.now }
        bell.ring()
    }

    /// Returns when what was announced before the end is told, or cannot be.
    func waitUntilTold() async {
        if state.withLock({ $0.isStarted }) { await threadGone.wait() }
    }

    private var isClosed: Bool { state.withLock { $0.closedAt != nil } }
    private var goesOn: Bool {
        state.withLock { state in
            guard let closedAt = state.closedAt else { return true }
            return !state.outgoing.isEmpty && ContinuousClock.now - closedAt < Self.lastPatience
        }
    }

    private func run() {
        defer { threadGone.arrive() }
        var isFirst = true
        while goesOn {
            if let handle = try? address.connect() {
                // Nobody can say what was missed while there was no connection.
                if !isFirst { listeners.tellOfGap() }
                isFirst = false
                serve(handle)
                PQfinish(handle)
            }
            if goesOn { Thread.sleep(forTimeInterval: 0.2) }
        }
    }

    /// Until the connection breaks or everything is over.
    private func serve(_ handle: OpaquePointer) {
        guard let channel = Self.listen(handle) else { return }
        while PQstatus(handle) == CONNECTION_OK {
            guard tell(handle, channel) else { return }
            if isClosed { return }
            bell.wait(orReadable: PQsocket(handle))
            guard PQconsumeInput(handle) == 1 else { return }
            while let notification = PQnotifies(handle) {
                defer { PQfreemem(notification) }
                // What this process told its listeners have heard already.
                if notification.pointee.be_pid == PQbackendPID(handle) { continue }
                let line = String(cString: notification.pointee.extra)
                guard let end = line.firstIndex(of: Self.separator) else { continue }
                listeners.tell(String(line[..<end]), String(line[line.index(after: end)...]))
            }
        }
    }

    /// One channel of the server for each installation in the database.
    private static func listen(_ handle: OpaquePointer) -> String? {
        let name = PQexec(handle, "SELECT 'motcua_' || current_schema()")
        defer { PQclear(name) }
        guard PQresultStatus(name) == PGRES_TUPLES_OK, let channel = PQgetvalue(name, 0, 0).map({ String(cString: $0) }) else { return nil }
        let result = PQexec(handle, "LISTEN \"\(channel)\"")
        defer { PQclear(result) }
        return PQresultStatus(result) == PGRES_COMMAND_OK ? channel : nil
    }

    /// Sends what waits, all of it in one round trip; what could not be sent waits on.
    private func tell(_ handle: OpaquePointer, _ channel: String) -> Bool {
        let lines = state.withLock { state in
            defer { (state.outgoing, state.told) = ([], []) }
            return state.outgoing
        }
        guard !lines.isEmpty else { return true }
        let array = "{" + lines.map { "\"" + $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }.joined(separator: ",") + "}"
        let isSent = channel.withCString { channel in
            array.withCString { array in
                let values: [UnsafePointer<CChar>?] = [channel, array]
                let result = PQexecParams(handle, "SELECT pg_notify($1, line) FROM unnest($2::text[]) AS line", 2, nil, values, nil, nil, 0)
                defer { PQclear(result) }
                return PQresultStatus(result) == PGRES_TUPLES_OK
            }
        }
        if !isSent { state.withLock { $0.outgoing.insert(contentsOf: lines, at: 0) } }
        return isSent
    }
}

/// Wakes a thread that waits for a socket.
private final class Bell: Sendable {
    private let reading: Int32
    private let writing: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (reading, writing) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(reading)
        close(writing)
    }

    func ring() {
        var byte: UInt8 = 1
        _ = write(writing, &byte, 1)
    }

    /// At most ten seconds, so that a dead connection is noticed.
    func wait(orReadable socket: Int32) {
        var places = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0), pollfd(fd: socket, events: Int16(POLLIN), revents: 0)]
        _ = poll(&places, 2, 10_000)
        var buffer = [UInt8](repeating: 0, count: 64)
        while read(reading, &buffer, buffer.count) > 0 {}
    }
}
