// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// One handle of the C library, used by one thread at a time.
final class SQLiteConnection: Connection {
    /// `lookup` is a reader that waits for nothing; `copy` is the target of a backup: a plain file without a log of its own.
    enum Role { case writer, reader, lookup, copy }

    /// Pages in the write-ahead log after the last commit of this connection.
    private(set) var pagesInLog = 0
    private let database: OpaquePointer
    private var cache = StatementCache(capacity: 200)
    private var committed: [@Sendable () -> Void] = []
    private let listeners: Listeners?

    init(path: String, role: Role, listeners: Listeners? = nil) throws {
        self.listeners = listeners
        let access = role == .reader || role == .lookup ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle else {
            defer { sqlite3_close_v2(handle) }
            throw DatabaseError.sqlite(handle, sql: "open \(path)")
        }
        database = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, role == .lookup ? 0 : 5000)
        try configure(role)
    }

    deinit {
        cache.removeAll()
        sqlite3_close_v2(database)
    }

    var dialect: Dialect { .sqlite }
    var cachedStatementCount: Int { cache.count }
    var isInTransaction: Bool { sqlite3_get_autocommit(database) == 0 }

    /// True while rows point at others that are not there (yet); such a unit must not be committed.
    var hasUnresolvedForeignKeys: Bool {
        var current: Int32 = 0
        var highest: Int32 = 0
        return sqlite3_db_status(database, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0) == SQLITE_OK && current != 0
    }

    @discardableResult
    func execute(_ sql: SQL) throws -> Int {
        let before = sqlite3_total_changes64(database)
        try scan(sql) { _ in true }
        // The count of changed rows keeps its old value after statements that change none, such as CREATE TABLE.
        return sqlite3_total_changes64(database) == before ? 0 : Int(sqlite3_changes64(database))
    }

    func send(_ sql: SQL) throws {
        try scan(sql) { _ in true }
    }

    func scan(_ sql: SQL, _ body: (borrowing Row) throws -> Bool) throws {
        let statement = try cache.statement(for: sql.text, on: database)
        defer { statement.reset() }
        try statement.bind(sql)
        var wantsMore = true
        while true {
            switch sqlite3_step(statement.handle) {
            case SQLITE_ROW:
                guard wantsMore else { continue }
                wantsMore = try body(Row(SQLiteRow(statement: statement.handle)))
                // A changing statement is run to its end: only there its constraints are checked.
                if !wantsMore, statement.isReadOnly { return }
            case SQLITE_DONE: return
            default: throw DatabaseError.sqlite(database, sql: sql.text)
            }
        }
    }

    func afterCommit(_ action: @escaping @Sendable () -> Void) {
        committed.append(action)
    }

    func notify(_ channel: String, _ payload: String) {
        guard let listeners else { return }
        committed.append { listeners.tell(channel, payload) }
    }

    /// Hands over the actions of the unit that ended, and forgets them.
    func takeAfterCommit() -> [@Sendable () -> Void] {
        guard !committed.isEmpty else { return [] }
        defer { committed = [] }
        return committed
    }

    /// Moves the log into the database file. Waits for readers at most for the time given.
    func checkpoint(_ mode: Int32, waitingMilliseconds: Int32) {
        sqlite3_busy_timeout(database, waitingMilliseconds)
        // A checkpoint that readers kept from finishing is not an error; the next one goes on from there.
        sqlite3_wal_checkpoint_v2(database, nil, mode, nil, nil)
        sqlite3_busy_timeout(database, 5000)
    }

    /// Copies the whole database as it stands into another connection's file.
    func copy(into target: SQLiteConnection) throws {
        guard let backup = sqlite3_backup_init(target.database, "main", database, "main") else {
            throw DatabaseError.sqlite(target.database, sql: "backup")
        }
        let code = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard code == SQLITE_DONE else { throw DatabaseError.sqlite(target.database, sql: "backup") }
    }

    private func configure(_ role: Role) throws {
        // A misspelled column in double quotes must be an error, not a string.
        csqlite_configure(database, SQLITE_DBCONFIG_DQS_DML, 0)
        csqlite_configure(database, SQLITE_DBCONFIG_DQS_DDL, 0)
        csqlite_configure(database, SQLITE_DBCONFIG_DEFENSIVE, 1)
        csqlite_configure(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        if role == .writer {
            guard try value("PRAGMA journal_mode = WAL", as: String.self) == "wal" else {
                throw DatabaseError(.other(code: Int(SQLITE_CANTOPEN)), "the file system does not allow a write-ahead log")
            }
            // In WAL mode FULL syncs the log at each commit: what was acknowledged survives a power cut.
            try execute("PRAGMA synchronous = FULL")
            try execute("PRAGMA foreign_keys = ON")
            try execute("PRAGMA journal_size_limit = 67108864")
            countPages()
        }
        try execute(role == .lookup ? "PRAGMA cache_size = -4000" : "PRAGMA cache_size = -16000")
        try execute("PRAGMA temp_store = MEMORY")
    }

    /// Replaces the automatic checkpoint, which would run before the waiting callers are answered.
    private func countPages() {
        // SAFETY: the hook is called by this connection's own statements only, while the connection is alive.
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            database,
            { context, _, _, pages in
                if let context { Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().pagesInLog = Int(pages) }
                return SQLITE_OK
            }, context)
    }
}
