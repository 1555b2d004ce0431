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

    /// A word of a dossier as one unit finds it, with the whole folded name, so that a second word is looked for where the
    /// first was found.
    struct Line: Comparable {
        let unit: String
        let word: String
        let age: Int64
        let dossier: Identifier
        let name: String

        static func < (left: Self, right: Self) -> Bool {
            (left.unit, left.word, left.age, left.dossier) < (right.unit, right.word, right.age, right.dossier)
        }
    }

    private static let linesPerStatement = 25

    package func add(_ applicant: Applicant, of dossier: Identifier, filedAt: Instant, for units: Set<String>) throws {
        let (words, name) = (DossierWords.of(applicant), DossierWords.name(of: applicant))
        let lines = units.flatMap { unit in words.map { Line(unit: unit, word: $0, age: -filedAt.milliseconds, dossier: dossier, name: name) } }
        for statement in Self.inserting(lines, unlessThere: true) { try connection.send(statement) }
    }

    /// Of dossiers that are new and have none yet.
    func add(_ lines: [Line]) throws {
        for statement in Self.inserting(lines) { try connection.send(statement) }
    }

    /// In the order of the table, so that neighbours are written together. To look first whether a line is there costs PostgreSQL
    /// a second search of the index for each.
    static func inserting(_ lines: [Line], unlessThere: Bool = false) -> [SQL] {
        let lines = lines.sorted()
        return stride(from: 0, to: lines.count, by: linesPerStatement).map { start in
            inserting(lines[start..<min(start + linesPerStatement, lines.count)], unlessThere: unlessThere)
        }
    }

    private static func inserting(_ lines: ArraySlice<Line>, unlessThere: Bool) -> SQL {
        var sql = SQL.Interpolation(literalCapacity: 128, interpolationCount: lines.count * 5)
        sql.appendLiteral("INSERT INTO dossier_words (unit, word, age, dossier_id, name) VALUES ")
        for (index, line) in lines.enumerated() {
            sql.appendLiteral(index == 0 ? "(" : "), (")
            sql.appendInterpolation(line.unit)
            sql.appendLiteral(", ")
            sql.appendInterpolation(line.word)
            sql.appendLiteral(", ")
            sql.appendInterpolation(line.age)
            sql.appendLiteral(", ")
            sql.appendInterpolation(line.dossier)
            sql.appendLiteral(", ")
            sql.appendInterpolation(line.name)
        }
        sql.appendLiteral(")")
        if unlessThere { sql.appendLiteral(" ON CONFLICT (unit, word, age, dossier_id, name) DO NOTHING") }
        return SQL(stringInterpolation: sql)
    }

    /// Where one looks next: after this word, age and dossier.
    package struct Position: Sendable, Hashable {
        let word: String
        let age: Int64
        let id: String
    }

    /// How many places there are where words begin so, up to a limit.
    func count(_ words: Range<String>, unit: String, atMost limit: Int) throws -> Int {
        // In the order of the index, or a server would rather read the table for a word that many have.
        let places: SQL = """
            SELECT 1 FROM dossier_words WHERE unit = \(unit) AND word >= \(words.lowerBound) AND word < \(words.upperBound)
            ORDER BY word, age, dossier_id LIMIT \(limit)
            """
        return try connection.value("SELECT count(*) FROM (\(places)) found", as: Int.self) ?? 0
    }

    /// Places in the index where words begin so, in its order: by word, and of each word the newest first. Only those whose name
    /// has words that begin like each of `names`.
    func places(
        _ words: Range<String>, unit: String, after: Position?, through last: Position? = nil, names: [String] = [], limit: Int, skip: Int = 0
    ) throws -> [Position] {
        // Of two bounds on one side the embedded engine would use the wrong one, so each side has one.
        let first: SQL = after.map { "(word, age, dossier_id) > (\($0.word), \($0.age), \($0.id))" } ?? "word >= \(words.lowerBound)"
        let end: SQL = last.map { "(word, age, dossier_id) <= (\($0.word), \($0.age), \($0.id))" } ?? "word < \(words.upperBound)"
        let others: [SQL] = names.map { "AND (' ' || name) LIKE \("% \($0)%")" }
        return try connection.all(
            """
            SELECT word, age, dossier_id FROM dossier_words
            WHERE unit = \(unit) AND \(first) AND \(end) \(others.joined(separator: " "))
            ORDER BY word, age, dossier_id LIMIT \(limit) OFFSET \(skip)
            """
        ) { row in Position(word: try row.get(0), age: try row.get(1), id: try row.get(2)) }
    }

    /// The different words that begin so, found by leaps, and of each the age of its newest place but so many; nil where it
    /// has fewer.
    func reaches(_ words: Range<String>, unit: String, atMost limit: Int, places: Int) throws -> [Int64?] {
        try connection.all(
            """
            WITH RECURSIVE leap(number, word) AS (
                SELECT 1, (SELECT word FROM dossier_words
                    WHERE unit = \(unit) AND word >= \(words.lowerBound) AND word < \(words.upperBound) ORDER BY word LIMIT 1)
                UNION ALL
                SELECT number + 1, (SELECT d.word FROM dossier_words d
                    WHERE d.unit = \(unit) AND d.word > leap.word AND d.word < \(words.upperBound) ORDER BY d.word LIMIT 1)
                FROM leap WHERE leap.word IS NOT NULL AND number < \(limit)
            )
            SELECT (SELECT d.age FROM dossier_words d WHERE d.unit = \(unit) AND d.word = leap.word ORDER BY d.age LIMIT 1 OFFSET \(places - 1))
            FROM leap WHERE leap.word IS NOT NULL
            """
        ) { row in try row.get(0) }
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
