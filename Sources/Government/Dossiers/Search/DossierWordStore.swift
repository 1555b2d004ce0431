// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Database
package import Kernel

/// The table behind the search of desks.
package struct DossierWordStore {
    let connection: any Connection

    /// The unit under which the whole province searches.
    package static let everywhere = ""

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    package func add(_ applicant: Applicant, of dossier: Identifier, filedAt: Instant, for units: Set<String>) throws {
        for unit in units.sorted() {
            for word in DossierWords.of(applicant) {
                try connection.execute(
                    """
                    INSERT INTO dossier_words (unit, word, age, dossier_id)
                    VALUES (\(unit), \(word), \(-filedAt.milliseconds), \(dossier)) ON CONFLICT (unit, word, age, dossier_id) DO NOTHING
                    """)
            }
        }
    }

    /// How many dossiers of the unit have a word that begins so, counted no further than to the limit.
    func count(_ words: Range<String>, unit: String, upTo limit: Int) throws -> Int {
        try connection.value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM dossier_words WHERE unit = \(unit) AND word >= \(words.lowerBound) AND word < \(words.upperBound) LIMIT \(limit)
            ) counted
            """, as: Int.self) ?? 0
    }

    /// Where one looks next: after this word, age and dossier.
    package struct Position: Sendable, Hashable {
        let word: String
        let age: Int64
        let id: String
    }

    struct Hit: Sendable {
        let position: Position
        let unit: String
    }

    /// The next places in the index where words begin so, by word and then newest first.
    func hits(_ words: Range<String>, unit: String, after: Position?, limit: Int) throws -> [Hit] {
        let beyond: SQL = after.map { "AND (word, age, dossier_id) > (\($0.word), \($0.age), \($0.id))" } ?? ""
        return try connection.all(
            """
            SELECT word, age, dossier_id FROM dossier_words
            WHERE unit = \(unit) AND word >= \(words.lowerBound) AND word < \(words.upperBound) \(sql: beyond)
            ORDER BY word, age, dossier_id LIMIT \(limit)
            """
        ) { row in Hit(position: Position(word: try row.get(0), age: try row.get(1), id: try row.get(2)), unit: unit) }
    }

    // MARK: Dossiers older than the table

    /// The next that have no words yet.
    func withoutWords(limit: Int) throws -> [(id: Identifier, filedAt: Instant, applicant: Applicant, units: Set<String>)] {
        let rows = try connection.all(
            """
            SELECT d.id, d.submitted_at, d.submission FROM dossiers_without_words w JOIN dossiers d ON d.id = w.dossier_id
            ORDER BY w.dossier_id LIMIT \(limit)
            """
        ) { row in (try row.get(0, as: Identifier.self), try row.get(1, as: Instant.self), try row.get(2, as: JSONText.self)) }
        return try rows.map { id, filedAt, text in
            let units = try connection.all("SELECT unit FROM dossier_units WHERE dossier_id = \(id)") { row in try row.get(0, as: String.self) }
            return (id, filedAt, try text.decoded(as: Submission.self).applicant, Set(units + [Self.everywhere]))
        }
    }

    func noteFilled(_ dossier: Identifier) throws {
        try connection.execute("DELETE FROM dossiers_without_words WHERE dossier_id = \(dossier)")
    }
}
