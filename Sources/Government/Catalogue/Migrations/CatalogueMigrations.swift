// SPDX-License-Identifier: Apache-2.0

package import Database

/// The tables of the catalogue.
package enum CatalogueMigrations {
    package static let all: [Migration] = [create]

    /// One row per version of what a source says about a procedure. The province's own definitions (`pack`) are what can be
    /// filed; the two national sources inform. Rows are never changed but for `in_force`.
    private static let create = Migration(
        name: "catalogue.001-create",
        statements: [
            """
            CREATE TABLE catalogue_entries (
                code {code} NOT NULL,
                source {code} NOT NULL CHECK (source IN ('pack', 'national_list', 'national_detail')),
                version {integer} NOT NULL CHECK (version > 0),
                name TEXT NOT NULL,
                search_text TEXT NOT NULL,
                field TEXT NOT NULL,
                field_code {code},
                levels {code} NOT NULL,
                online_level {code} CHECK (online_level IN ('full', 'partial', 'info')),
                kind {code} CHECK (kind IN ('standard', 'specific', 'internal')),
                announced_by TEXT NOT NULL,
                definition {json} NOT NULL,
                raw_hash {code} NOT NULL,
                in_force {boolean} NOT NULL,
                effective_from {date},
                effective_to {date},
                imported_at {instant} NOT NULL,
                PRIMARY KEY (code, source, version)
            ) {strict}
            """,
            "CREATE UNIQUE INDEX catalogue_entries_in_force ON catalogue_entries (code, source) WHERE in_force",
            """
            CREATE TABLE catalogue_flags (
                code {code} NOT NULL,
                source {code} NOT NULL,
                version {integer} NOT NULL,
                position {integer} NOT NULL,
                kind {code} NOT NULL,
                place TEXT NOT NULL,
                found TEXT NOT NULL,
                PRIMARY KEY (code, source, version, position),
                FOREIGN KEY (code, source, version) REFERENCES catalogue_entries (code, source, version)
            ) {strict}
            """,
            "CREATE INDEX catalogue_flags_by_kind ON catalogue_flags (kind, code)",
            "CREATE TABLE catalogue_words (id {integer} NOT NULL PRIMARY KEY CHECK (id = 1), words {json} NOT NULL) {strict}",
        ])
}
