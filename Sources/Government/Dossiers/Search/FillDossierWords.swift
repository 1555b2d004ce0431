// SPDX-License-Identifier: Apache-2.0

package import Database

/// Gives dossiers that are older than the search of desks their words, a batch at a time; done once after an update.
package struct FillDossierWords: Sendable {
    private let database: any Database
    private let batch: Int

    package init(database: any Database, batch: Int = 500) {
        (self.database, self.batch) = (database, batch)
    }

    /// The number of dossiers filled in.
    @discardableResult
    package func callAsFunction() async throws -> Int {
        try await database.writeInBatches(of: batch) { [batch] connection in
            let store = DossierWordStore(connection)
            let waiting = try store.withoutWords(limit: batch)
            for dossier in waiting {
                try store.add(dossier.applicant, of: dossier.id, filedAt: dossier.filedAt, for: dossier.units)
                try store.noteFilled(dossier.id)
            }
            return waiting.count
        }
    }
}
