// SPDX-License-Identifier: Apache-2.0

import Foundation

@testable import Database

/// A database in a directory of its own, gone after the test.
@discardableResult
func withDatabase<T>(_ body: (SQLiteDatabase) async throws -> T) async throws -> T {
    let database = try SQLiteDatabase.temporary()
    defer { try? FileManager.default.removeItem(atPath: (database.path as NSString).deletingLastPathComponent) }
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
