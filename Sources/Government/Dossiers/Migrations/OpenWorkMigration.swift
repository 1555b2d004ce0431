// SPDX-License-Identifier: Apache-2.0

import Database

extension DossierMigrations {
    /// Queues hold open work only, so their indexes do too: what is closed leaves them, and they stay as small as the work in
    /// hand however many years lie behind. Each holds the column of its condition, or SQLite would go to the table for it.
    static let openWork = Migration(
        name: "dossiers-0013-open-work",
        statements: [
            "DROP INDEX dossiers_by_task",
            "CREATE INDEX dossiers_by_task ON dossiers (unit, step_role, danger_at, id, status, is_final) WHERE NOT is_final",
            "DROP INDEX dossiers_by_desk",
            "CREATE INDEX dossiers_by_desk ON dossiers (receiving_unit, status, danger_at, id, is_final) WHERE NOT is_final",
            "DROP INDEX dossiers_by_assignee",
            "CREATE INDEX dossiers_by_assignee ON dossiers (assignee, danger_at, id, is_final) WHERE NOT is_final",
        ])
}
