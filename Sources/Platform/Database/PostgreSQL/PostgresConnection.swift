// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Kernel

/// One connection of libpq, used by one thread at a time, always in pipeline mode: statements whose result nobody waits for
/// travel with the next that somebody does.
final class PostgresConnection: Connection {
    /// An answer that is still to come, in the order of the questions.
    private enum Expected {
        case preparation(text: String, name: String)
        case statement(text: String)
        case sync
    }

    /// What may be sent before answers are read: libpq would wait for a server that waits for it.
    private static let unreadLimit = 64

    let handle: OpaquePointer
    /// True once the server is gone, or says that it goes.
    private(set) var isBroken = false
    /// True when the server itself refused a statement before the last one and went: the last was not begun.
    private var hasEndedBeforeTheLast = false
    /// Warnings since the unit began: one of them says that a commit may not have reached the standby.
    private var warnings = 0
    private var statements = PostgresStatements()
    private var expected: [Expected] = []
    private var firstError: DatabaseError?
    private var committed: [@Sendable () -> Void] = []
    private let announce: @Sendable (_ channel: String, _ payload: String) -> Void

    init(_ handle: OpaquePointer, announce: @escaping @Sendable (_ channel: String, _ payload: String) -> Void) {
        (self.handle, self.announce) = (handle, announce)
        PQenterPipelineMode(handle)
        countWarnings()
    }

    deinit {
        PQfinish(handle)
    }

    var dialect: Dialect { .postgres }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        let result = try run(sql)
        defer { PQclear(result) }
        guard let tag = PQcmdStatus(result), tag[0] != UInt8(ascii: "S"), let count = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: count)) ?? 0
    }

    func send(_ sql: SQL) throws {
        try ask(sql)
        if expected.count >= Self.unreadLimit { PQclear(try answers()) }
    }

    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws {
        let result = try run(sql)
        defer { PQclear(result) }
        for row in 0..<PQntuples(result) {
            guard try body(Row(PostgresRow(result: result, row: row, sql: sql.text))) else { return }
        }
    }

    func afterCommit(_ action: @escaping @Sendable () -> Void) {
        committed.append(action)
    }

    func notify(_ channel: String, _ payload: String) {
        committed.append { [announce] in announce(channel, payload) }
    }

    // MARK: Units of work

    private static let beginRead: SQL = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    private static let beginSerializable: SQL = "BEGIN ISOLATION LEVEL SERIALIZABLE"
    private static let beginReadCommitted: SQL = "BEGIN ISOLATION LEVEL READ COMMITTED"
    private static let commitSQL: SQL = "COMMIT"
    private static let rollbackSQL: SQL = "ROLLBACK"

    /// Runs reads on one state of the database. The end of the transaction is told to the server, but not waited for.
    func snapshot<T>(_ body: (any Connection) throws -> T) throws -> T {
        let value = try unit(Self.beginRead, body) {
            try ask(Self.commitSQL)
            PQpipelineSync(handle)
            expected.append(.sync)
        }
        runAfterCommit()
        return value
    }

    /// Runs a unit of work and commits it.
    func unit<T>(_ isolation: Isolation, _ body: (any Connection) throws -> T) throws -> T {
        let value = try unit(isolation == .serializable ? Self.beginSerializable : Self.beginReadCommitted, body) { try commit() }
        runAfterCommit()
        return value
    }

    /// Begins a transaction that the caller commits or rolls back.
    func begin(_ isolation: Isolation) throws {
        forgetLastUnit()
        try ask(isolation == .serializable ? Self.beginSerializable : Self.beginReadCommitted)
    }

    private func unit<T>(_ begin: SQL, _ body: (any Connection) throws -> T, end: () throws -> Void) throws -> T {
        forgetLastUnit()
        do {
            try ask(begin)
            let value = try body(self)
            if let firstError { throw firstError }
            try end()
            return value
        } catch {
            committed = []
            rollBack()
            throw error
        }
    }

    func commit() throws {
        try ask(Self.commitSQL)
        let result: OpaquePointer
        do {
            result = try answers()
        } catch let error where isBroken {
            if hasEndedBeforeTheLast { throw error }
            throw DatabaseError(.unknownOutcome, "the connection broke during the commit: \(error)")
        }
        defer { PQclear(result) }
        guard PQcmdStatus(result).map({ String(cString: $0) }) == "COMMIT" else {
            throw firstError ?? DatabaseError(.conflict, "the server rolled back instead of committing")
        }
        // A commit that stopped waiting for the standby is reported as done, with a warning.
        guard warnings == 0 else { throw DatabaseError(.unknownOutcome, "the commit may not have reached the standby") }
    }

    func rollBack() {
        guard !isBroken else { return }
        do {
            PQclear(try run(Self.rollbackSQL))
        } catch {
            // Answers to what was sent before come first, with their errors; the next one is the rollback's.
            if !isBroken, !isIdle { isBroken = (try? PQclear(run(Self.rollbackSQL))) == nil }
        }
    }

    private var isIdle: Bool { PQtransactionStatus(handle) == PQTRANS_IDLE }

    private func forgetLastUnit() {
        if !expected.isEmpty { if let result = try? answers() { PQclear(result) } }
        (firstError, warnings, committed) = (nil, 0, [])
        if statements.isFull {
            statements.forgetAll()
            if let result = try? run("DEALLOCATE ALL") { PQclear(result) }
        }
    }

    private func runAfterCommit() {
        for action in takeAfterCommit() { action() }
    }

    /// Hands over the actions of the unit that ended, and forgets them.
    func takeAfterCommit() -> [@Sendable () -> Void] {
        defer { committed = [] }
        return committed
    }

    /// After the transaction was taken back to before the error.
    func forgetError() {
        firstError = nil
    }

    // MARK: Questions and answers

    private func run(_ sql: SQL) throws -> OpaquePointer {
        try ask(sql)
        return try answers()
    }

    /// Hands a statement to libpq, which keeps it until answers are asked for or enough has come together.
    private func ask(_ sql: SQL) throws {
        guard !isBroken else { throw lost(sql.text) }
        let parameters = try PostgresParameters(sql)
        let prepared: PostgresStatements.Prepared
        if let known = statements.statement(for: sql.text, parameters) {
            prepared = known
        } else {
            prepared = statements.add(sql.text, parameters)
            let isSent = PQsendPrepare(handle, prepared.name, sql.text, Int32(prepared.types.count), prepared.types)
            guard isSent == 1 else { throw broken(sql.text) }
            expected.append(.preparation(text: sql.text, name: prepared.name))
        }
        let isSent = parameters.withPointers { values, lengths, formats in
            PQsendQueryPrepared(handle, prepared.name, Int32(parameters.count), values, lengths, formats, 1)
        }
        guard isSent == 1 else { throw broken(sql.text) }
        expected.append(.statement(text: sql.text))
    }

    /// Waits for everything that was asked; the result of the last statement, or the first error of all.
    private func answers() throws -> OpaquePointer {
        guard !isBroken, PQpipelineSync(handle) == 1 else { throw broken(nil) }
        expected.append(.sync)
        var last: OpaquePointer?
        var failure: DatabaseError?
        for (index, answer) in expected.enumerated() {
            guard let result = PQgetResult(handle) else {
                PQclear(last)
                throw failure ?? broken(nil)
            }
            switch take(result, for: answer) {
            case .done:
                PQclear(last)
                last = result
            case .failed(let error):
                hasEndedBeforeTheLast = isBroken && cpostgres_sqlstate(result) != nil && index < expected.count - 2
                PQclear(result)
                failure = failure ?? error
            case .nothing: PQclear(result)
            }
            // Each statement's results end with an empty one.
            if case .sync = answer {} else { PQclear(PQgetResult(handle)) }
            if isBroken || PQstatus(handle) == CONNECTION_BAD {
                PQclear(last)
                isBroken = true
                throw failure ?? broken(nil)
            }
        }
        expected.removeAll(keepingCapacity: true)
        if let failure {
            PQclear(last)
            firstError = firstError ?? failure
            throw failure
        }
        guard let last else { throw broken(nil) }
        return last
    }

    private enum Answer {
        case done
        case failed(DatabaseError)
        case nothing
    }

    private func take(_ result: OpaquePointer, for answer: Expected) -> Answer {
        let status = PQresultStatus(result)
        switch answer {
        case .sync: return .nothing
        case .preparation(let text, let name):
            guard status != PGRES_COMMAND_OK else { return .nothing }
            statements.forget(text, named: name)
            return status == PGRES_PIPELINE_ABORTED ? .nothing : .failed(error(result, text))
        case .statement(let text):
            switch status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return .done
            case PGRES_PIPELINE_ABORTED: return .nothing
            default: return .failed(error(result, text))
            }
        }
    }

    private func error(_ result: OpaquePointer, _ text: String) -> DatabaseError {
        let error = DatabaseError.postgres(result, sql: text)
        if error.kind == .unavailable { isBroken = true }
        // Prepared for tables that have changed meanwhile.
        if error.message.hasSuffix("(0A000)") { statements.forgetAll() }
        return error
    }

    private func broken(_ text: String?) -> DatabaseError {
        isBroken = true
        expected = []
        return lost(text)
    }

    private func lost(_ text: String?) -> DatabaseError {
        DatabaseError(.unavailable, "the connection to the server is lost", sql: text)
    }

    private func countWarnings() {
        // SAFETY: libpq calls the receiver only from within this connection's own calls, while the connection is alive.
        let context = Unmanaged.passUnretained(self).toOpaque()
        PQsetNoticeReceiver(
            handle,
            { context, notice in
                guard let context, let notice, let severity = cpostgres_severity(notice), String(cString: severity) == "WARNING" else { return }
                Unmanaged<PostgresConnection>.fromOpaque(context).takeUnretainedValue().warnings += 1
            }, context)
    }
}
