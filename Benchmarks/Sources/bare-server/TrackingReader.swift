// SPDX-License-Identifier: Apache-2.0

import CSQLite

/// What the public tracking page shows of a dossier.
struct TrackedRow: Sendable {
    let code: String
    let status: Int
    let step: Int?
    let steps: Int
    let submittedAt: Int64
    let acceptedAt: Int64?
    let dueAt: Int64?
    let resolvedAt: Int64?
    let closedAt: Int64?
}

/// The query of the tracking page, prepared on one connection.
/// SAFETY: made and used by one thread of the pool.
final class TrackingReader: @unchecked Sendable {
    private let handle: SQLiteHandle
    private let begin, commit, byCode, byProvisionalCode: OpaquePointer

    init(path: String) throws {
        handle = try SQLiteHandle(path: path, writes: false)
        begin = try handle.prepare("BEGIN")
        commit = try handle.prepare("COMMIT")
        let columns = "COALESCE(code, provisional_code), status, step, steps, submitted_at, accepted_at, due_at, resolved_at, closed_at"
        byCode = try handle.prepare("SELECT \(columns) FROM dossiers WHERE code = $1")
        byProvisionalCode = try handle.prepare("SELECT \(columns) FROM dossiers WHERE provisional_code = $1")
    }

    func row(_ code: String) throws -> TrackedRow? {
        try handle.finish(begin)
        let row = try select(code.hasPrefix("DK-") ? byProvisionalCode : byCode, code)
        try handle.finish(commit)
        return row
    }

    private func select(_ statement: OpaquePointer, _ code: String) throws -> TrackedRow? {
        defer { sqlite3_reset(statement) }
        bind(statement, 1, code)
        switch sqlite3_step(statement) {
        case SQLITE_DONE: return nil
        case SQLITE_ROW:
            return TrackedRow(
                code: text(statement, 0), status: Int(integer(statement, 1)), step: optionalInteger(statement, 2).map { Int($0) },
                steps: Int(integer(statement, 3)), submittedAt: integer(statement, 4), acceptedAt: optionalInteger(statement, 5),
                dueAt: optionalInteger(statement, 6), resolvedAt: optionalInteger(statement, 7), closedAt: optionalInteger(statement, 8))
        case let code: throw handle.failure(code)
        }
    }
}
