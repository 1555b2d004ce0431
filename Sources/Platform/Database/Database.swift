// SPDX-License-Identifier: Apache-2.0

/// A store of rows. Work on it is a synchronous closure, so nothing can wait for anything else inside a transaction.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Reads from one snapshot: whatever is committed meanwhile is not seen.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// The same for a few rows found by their keys, where to wake another thread would take longer than to read: it may run on the
    /// calling thread, so it looks at a handful of pages and never walks.
    func lookUp<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// A unit of work. It is durable when this returns; if the closure throws, this unit alone is rolled back.
    /// It runs even if the calling task is cancelled meanwhile, and more than once where others were in its way: what it does
    /// beside the database belongs into `afterCommit`.
    @discardableResult
    func write<T: Sendable>(_ isolation: Isolation, _ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// What units of work tell on a channel from now on, in this process and every other one on the same database. Each
    /// payload comes at least once while the connection stands; a listener that was cut off hears an empty payload.
    func notifications(_ channel: String) -> AsyncStream<String>

    /// Finishes what was asked for, then closes the files. Later work is refused.
    func close() async
}

/// How much a unit of work is kept apart from those beside it. The embedded engine runs one after the other in any case.
package enum Isolation: Sendable, Hashable {
    /// As if it were alone: what it read is still so when it is committed, or it is run again.
    case serializable
    /// For units that many run at once: each statement sees what is committed, so a unit decides on rows it has locked
    /// (`Dialect.forUpdate`) and on what constraints refuse.
    case readCommitted
    /// The same for units that all wait for one row, the number series of a desk for instance: those of one key may run in one
    /// transaction and share its commit, each of them still refused alone.
    case sharing(String)
}

extension Database {
    package func lookUp<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await read(body)
    }

    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await write(.serializable, body)
    }
}
