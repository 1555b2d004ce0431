// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Correspondence
import Database
import Dossiers
import Drafts
import Exports
import Foundation
import Identity
import Jobs
import Kernel
import Measures
import Notices
import Organisation
import Uploads
import Vault
import Web

/// An installation's database and files, opened; every subcommand starts here.
struct Installation {
    let database: any Database
    let directory: URL
    let files: FilePlace

    static let migrations =
        WebMigrations.all + JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + CatalogueMigrations.all
        + NoticeMigrations.all + DossierMigrations.all + DraftMigrations.all + CorrespondenceMigrations.all + UploadMigrations.all
        + ExportMigrations.all + MeasureMigrations.all

    /// Opens the database and the data folder, making them where there are none, and brings the schema up to date.
    static func open(_ options: DataOptions) async throws -> Installation {
        let installation = try connect(options)
        try await installation.refuseIfMoved()
        _ = try await installation.migrate()
        return installation
    }

    /// Opens without touching the schema.
    static func connect(_ options: DataOptions) throws -> Installation {
        let directory = options.directory
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let files = try options.files.place(data: directory)
        if let address = try options.postgres() {
            var settings = PostgresDatabase.Settings()
            settings.connections = try options.connections()
            return Installation(database: PostgresDatabase(address, settings: settings), directory: directory, files: files)
        }
        let database = try SQLiteDatabase(path: options.embeddedPath, readers: 3)
        return Installation(database: database, directory: directory, files: files)
    }

    /// Opens what must be there already.
    static func existing(_ options: DataOptions) async throws -> Installation {
        if try options.postgres() == nil, !FileManager.default.fileExists(atPath: options.embeddedPath) {
            throw NotInitialised()
        }
        let installation = try connect(options)
        guard try await installation.database.read({ try $0.hasTable("provinces") }) else { throw NotInitialised() }
        try await installation.refuseIfMoved()
        return installation
    }

    private func refuseIfMoved() async throws {
        if let moved = try await database.read({ try Moved($0) }) { throw MovedAway(moved: moved) }
    }

    func migrate() async throws -> [String] {
        try await Migrator(Self.migrations).migrate(database)
    }

    /// Gives dossiers that are older than the search or the figures what these need. Goes on where it was cut off.
    func fillIn() async throws {
        try await FillDossierWords(database: database)()
        try await FillMeasures(database: database)()
    }

    func organisation() async throws -> OrganisationDirectory {
        guard let directory = try await OpenOrganisation(database: database)() else { throw NotInitialised() }
        return directory
    }

    /// The dossiers' house with everything it works with.
    func house(publicURL: String, organisation: OrganisationDirectory, procedures: ProcedureDirectory) async throws -> DossierHouse {
        let key = try await SiteKeyStore(database: database).key("file references", now: systemNow())
        return DossierHouse(
            database: database, vault: Vault(storage: try files.room("files")), organisation: organisation,
            procedures: procedures, references: FileReferences(key: key), publicURL: publicURL, now: { systemNow() },
            witnesses: [MeasureWitness()])
    }
}

/// The database is there, but no province has moved in yet.
struct NotInitialised: Error, CustomStringConvertible {
    let description = "This data folder has no province yet. Run: motcua init --province DIR --data DIR"
}

/// The embedded database is not the one to work in any more.
struct MovedAway: Error, CustomStringConvertible {
    let moved: Moved

    var description: String {
        moved.isWhole
            ? "This installation has moved to \(moved.target). Name it with --database, or give the move up with motcua move --abandon."
            : "A move of this installation to \(moved.target) is not finished. Run motcua move --to again, or motcua move --abandon."
    }
}
