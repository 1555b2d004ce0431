// SPDX-License-Identifier: Apache-2.0

package import Hummingbird
import Kernel
import NIOCore

extension Request {
    /// The body as it arrives, for protocols that are neither form nor JSON. It can be read once; a sender that breaks off
    /// gives a `UserError` after the pieces that came.
    package func forEachPiece(_ context: WebContext, _ take: ([UInt8]) async throws -> Void) async throws {
        try claimBody(context)
        var isWhole = false
        defer { if !isWhole { context.visit.with { $0.bodyWasCut = true } } }
        do {
            for try await piece in body {
                do { try await take(Array(piece.readableBytesView)) } catch { throw NotTaken(reason: error) }
            }
        } catch let error as NotTaken {
            throw error.reason
        } catch {
            throw readable(error)
        }
        isWhole = true
    }
}

/// The fault is the taker's, not the line's.
private struct NotTaken: Error {
    let reason: any Error
}
