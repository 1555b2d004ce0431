// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Identity
import Kernel
import Organisation
import TestDatabases

/// Friday, 20/11/2026, 09:00 in Việt Nam.
let t0 = Instant(milliseconds: 1_795_140_000_000)

/// Cheap enough to hash hundreds of passwords in a test.
let quickHasher = PasswordHasher(cost: ScryptCost(logarithm: 4, blockSize: 1, parallelism: 1), threads: 2)

/// The project's folder, found from this file.
let projectFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
let packFolder = projectFolder.appending(path: "Provinces/ThaiNguyen").path

/// A database with the tables of this context and the units of the real pack.
func openDatabase() async throws -> any Database {
    let database = try temporaryDatabase()
    _ = try await Migrator(OrganisationMigrations.all + IdentityMigrations.all).migrate(database)
    return database
}

func openProvince() async throws -> any Database {
    let database = try await openDatabase()
    _ = try await InstallProvince(database: database)(try ProvincePack.load(packFolder), at: t0)
    return database
}

/// A citizen whose password is `giữ kín nhé 2026`.
func openCitizen(_ username: String = "congdan", number: String? = "019190000000", in database: any Database) async throws -> Identifier {
    let account = NewAccount(
        username: username, displayName: "Nguyễn Thị Thu Hà", kind: .citizen, password: Secret("giữ kín nhé 2026"), personalIDNumber: number)
    guard case .created(let id) = try await CreateAccount(database: database, passwords: quickHasher)(account, at: t0) else {
        throw UserError.notFound
    }
    return id
}
