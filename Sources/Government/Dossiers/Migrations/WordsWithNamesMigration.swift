// SPDX-License-Identifier: Apache-2.0

import Database

extension DossierMigrations {
    /// Beside each word stands the whole folded name, in the key so that an index alone answers: a search for two common words
    /// looks at a range of the index and at no row that is not shown. `FillDossierWords` fills the table again.
    static let wordsWithNames = Migration(
        name: "dossiers-0014-words-with-names", stage: .contract,
        statements: [
            "DROP TABLE dossier_words",
            """
            CREATE TABLE dossier_words (
                unit {code} NOT NULL,
                word {code} NOT NULL,
                age {integer} NOT NULL,
                dossier_id {uuid} NOT NULL,
                name {code} NOT NULL,
                PRIMARY KEY (unit, word, age, dossier_id, name)
            ) {clustered}
            """,
            """
            INSERT INTO dossiers_without_words (dossier_id)
            SELECT id FROM dossiers d WHERE NOT EXISTS (SELECT 1 FROM dossiers_without_words w WHERE w.dossier_id = d.id)
            """,
        ])
}
