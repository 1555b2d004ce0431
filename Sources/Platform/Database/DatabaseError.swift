// SPDX-License-Identifier: Apache-2.0

/// What the database refused, sorted by what a caller can do about it. Carries no bound values, so it may be logged.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
    package enum Kind: Hashable, Sendable {
        /// `table.column, table.column`, or the name of an index over expressions.
        case uniqueViolation(constraint: String)
        case checkViolation
        case foreignKeyViolation
        case notNullViolation
        /// Another process held the database for too long; the same work may succeed later.
        case busy
        /// Units side by side were in each other's way; the driver runs them again, so a caller sees it only after many tries.
        case conflict
        /// No server was to be reached in time; nothing was done.
        case unavailable
        /// The connection broke while the unit was being committed: it may have been done or not. Whoever asks again must do
        /// so in a way that does it once.
        case unknownOutcome
        /// The work was stopped because nobody waited for it any more.
        case cancelled
        /// A column did not hold what the program expected.
        case decoding
        /// Text with a NUL character: PostgreSQL cannot store it, so neither engine takes it.
        case invalidText
        /// The database was closed before the work began.
        case closed
        case other(code: Int)
        /// What PostgreSQL says by its own five characters, `42P01`.
        case sqlState(String)
    }

    package let kind: Kind
    package let message: String
    /// The statement, with parameters as `$1`.
    package let sql: String?

    package init(_ kind: Kind, _ message: String, sql: String? = nil) {
        (self.kind, self.message, self.sql) = (kind, message, sql)
    }

    package var description: String {
        sql.map { "\(message) [\(kind)] in: \($0)" } ?? "\(message) [\(kind)]"
    }

    /// True for a unique violation of these columns, `"accounts.username"`.
    package func violatesUnique(_ columns: String) -> Bool {
        kind == .uniqueViolation(constraint: columns)
    }

    /// True when the same work may succeed a little later.
    package var isTemporary: Bool {
        switch kind {
        case .busy, .conflict, .unavailable, .unknownOutcome: true
        default: false
        }
    }

    static let closed = DatabaseError(.closed, "the database is closed")
}
