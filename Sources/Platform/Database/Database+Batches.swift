// SPDX-License-Identifier: Apache-2.0

extension Database {
    /// Units of work one after the other, each of which takes at most `size` of what waits, until one finds less than that or the
    /// task is cancelled. Cut off, it goes on where it was when called again. Several may do it at once if the units bear it.
    /// - Parameter body: how many it took.
    /// - Returns: how many all of them took.
    package func writeInBatches(of size: Int, _ body: @escaping @Sendable (any Connection) throws -> Int) async throws -> Int {
        var total = 0
        while true {
            let taken = try await write(.readCommitted, body)
            total += taken
            if taken < size || Task.isCancelled { return total }
        }
    }
}
