// SPDX-License-Identifier: Apache-2.0

import Database

extension DossierMigrations {
    /// The logbook of a desk and day, in the order of acceptance.
    static let logbook = Migration(
        name: "dossiers-0012-logbook",
        statements: ["CREATE INDEX dossiers_by_acceptance ON dossiers (receiving_unit, accepted_at, code)"])
}
