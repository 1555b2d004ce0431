// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

@testable import Database

/// A database in a directory of its own, gone after the test.
@discardableResult
func withDatabase<T>(_ body: (SQLiteDatabase) async throws -> T) async throws -> T {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("motcua-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let database = try SQLiteDatabase(path: directory + "/data.sqlite", readers: 2)
    do {
        let result = try await body(database)
        await database.close()
        return result
    } catch {
        await database.close()
        throw error
    }
}

struct Refused: Error, Equatable {}

/// Counts what closures do that may run more than once.
final class Counter: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }

    func next() -> Int {
        value.withLock { value in
            value += 1
            return value
        }
    }
}
