// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Correspondence
import Database
import Dossiers
import Drafts
import Foundation
import Identity
import Jobs
import Kernel
import Notices
import Organisation
import Uploads
import Vault
import Web

/// An installation's database and files, opened; every subcommand starts here.
struct Installation {
    let database: any Database
    let directory: URL

    static let migrations =
        WebMigrations.all + JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + CatalogueMigrations.all
        + NoticeMigrations.all + DossierMigrations.all + DraftMigrations.all + CorrespondenceMigrations.all + UploadMigrations.all

    /// Opens the data folder, making it where there is none, and brings its schema up to date.
    static func open(_ directory: URL) async throws -> Installation {
        let installation = try connect(directory)
        _ = try await installation.migrate()
        return installation
    }

    /// Opens without touching the schema.
    static func connect(_ directory: URL) throws -> Installation {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let database = try SQLiteDatabase(path: directory.appending(path: "motcua.sqlite").path, readers: 3)
        return Installation(database: database, directory: directory)
    }

    /// Opens what must be there already.
    static func existing(_ directory: URL) throws -> Installation {
        guard FileManager.default.fileExists(atPath: directory.appending(path: "motcua.sqlite").path) else { throw NotInitialised() }
        return try connect(directory)
    }

    func migrate() async throws -> [String] {
        let applied = try await Migrator(Self.migrations).migrate(database)
        try await FillDossierWords(database: database)()
        return applied
    }

    func organisation() async throws -> OrganisationDirectory {
        guard let directory = try await OpenOrganisation(database: database)() else { throw NotInitialised() }
        return directory
    }

    /// The dossiers' house with everything it works with.
    func house(publicURL: String, organisation: OrganisationDirectory, procedures: ProcedureDirectory) async throws -> DossierHouse {
        let key = try await SiteKeyStore(database: database).key("file references", now: systemNow())
        return DossierHouse(
            database: database, vault: try Vault(directory: directory.appending(path: "files").path), organisation: organisation,
            procedures: procedures, references: FileReferences(key: key), publicURL: publicURL, now: { systemNow() })
    }
}

/// The database is there, but no province has moved in yet.
struct NotInitialised: Error, CustomStringConvertible {
    let description = "This data folder has no province yet. Run: motcua init --province DIR --data DIR"
}
