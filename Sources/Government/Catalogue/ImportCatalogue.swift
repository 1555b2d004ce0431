// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Takes files of published procedures into the catalogue: lists, details, or both in any order. What is already there with
/// the same bytes is left alone; a changed record becomes a new version beside the old one.
package struct ImportCatalogue: Sendable {
    private let database: any Database
    private let now: Instant

    package init(database: any Database, now: Instant) {
        (self.database, self.now) = (database, now)
    }

    package func callAsFunction(_ paths: [String]) async throws -> CatalogueImportReport {
        let known = try await database.read { connection in try CatalogueStore(connection: connection).versions() }
        var run = CatalogueImportRun(known: known, now: now)
        for path in paths {
            var reader = try CatalogueFileReader(path: path)
            while let line = try reader.next() {
                try run.take(line, of: path)
                if run.waiting.count >= Self.batch { try await save(&run) }
            }
        }
        try await save(&run)
        // Once, at the end: servers read the whole catalogue anew.
        try await database.write { try $0.notify(ProcedureDirectory.channel, "imported") }
        let cross = try await database.read { connection in try CatalogueStore(connection: connection).crossFlags() }
        run.countCross(cross)
        return run.report
    }

    /// Few enough to leave the writer free for others meanwhile.
    private static let batch = 250

    private func save(_ run: inout CatalogueImportRun) async throws {
        let versions = run.waiting
        guard !versions.isEmpty else { return }
        run.waiting = []
        try await database.write { connection in
            let store = CatalogueStore(connection: connection)
            for version in versions { try store.add(version) }
        }
    }
}
