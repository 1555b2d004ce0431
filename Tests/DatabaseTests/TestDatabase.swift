// SPDX-License-Identifier: Apache-2.0

import Foundation

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
