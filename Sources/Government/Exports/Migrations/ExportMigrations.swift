// SPDX-License-Identifier: Apache-2.0

package import Database

/// Comes after the migrations of `Dossiers`, whose table it adds two indexes to.
package enum ExportMigrations {
    package static let all: [Migration] = [records, periods]

    /// Who took what along; nobody removes a line.
    static let records = Migration(
        name: "exports-0001-records",
        statements: [
            """
            CREATE TABLE exports (
                id {uuid} PRIMARY KEY,
                account {code} NOT NULL,
                name TEXT NOT NULL,
                door {code} NOT NULL CHECK (door IN ('page', 'api', 'command')),
                format {code} NOT NULL CHECK (format IN ('csv', 'jsonl', 'xlsx')),
                filter {json} NOT NULL,
                has_names {boolean} NOT NULL,
                at {instant} NOT NULL,
                ended_at {instant},
                is_complete {boolean} NOT NULL,
                row_count {integer} NOT NULL CHECK (row_count >= 0)
            ) {strict}
            """,
            "CREATE INDEX exports_by_account ON exports (account, id)",
            "{refuse_delete:exports}",
        ])

    /// Rows of a period in their order. What is filed goes to the end of the first index, and what has no result is not in the
    /// second; acceptance is read desk by desk from the index of the logbook.
    static let periods = Migration(
        name: "exports-0002-periods",
        statements: [
            "CREATE INDEX dossiers_by_submission ON dossiers (submitted_at, id)",
            "CREATE INDEX dossiers_by_resolution ON dossiers (resolved_at, id) WHERE resolved_at IS NOT NULL",
        ])
}
