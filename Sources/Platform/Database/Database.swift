// SPDX-License-Identifier: Apache-2.0

/// A store of rows. Work on it is a synchronous closure, so nothing can wait for anything else inside a transaction.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Reads from one snapshot: whatever is committed meanwhile is not seen.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// A unit of work. It is durable when this returns; if the closure throws, this unit alone is rolled back.
    /// It runs even if the calling task is cancelled meanwhile.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

    /// Finishes what was asked for, then closes the files. Later work is refused.
    func close() async
}
