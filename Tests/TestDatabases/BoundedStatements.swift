// SPDX-License-Identifier: Apache-2.0

/// Statements that sort, or read, more than an index hands out, and why that does not grow, or may. Each is a piece of its text.
enum BoundedStatements {
    static func mayReadAll(_ text: String) -> Bool {
        let line = Self.line(text)
        return looks.contains(line) || whole.contains { line.contains($0.piece) }
    }

    static func maySort(_ text: String) -> Bool {
        let line = Self.line(text)
        return (sorts + whole).contains { line.contains($0.piece) }
    }

    private static func line(_ text: String) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }

    /// Whole tables that tests look at; the program asks none of this.
    private static let looks: Set<String> = [
        "SELECT count(*) FROM sessions", "SELECT token_hash FROM sessions", "SELECT last_seen_at FROM sessions", "SELECT sealed FROM held_forms",
    ]

    /// What one dossier, one account, one unit has is little.
    private static let sorts: [(piece: String, reason: String)] = [
        ("FROM dossier_reads WHERE dossier_id =", "the readers of one dossier"),
        ("FROM accounts a WHERE a.disabled_at IS NULL AND", "the people of one unit"),
        ("FROM absences b JOIN accounts a", "the absences of one person or unit"),
        ("FROM posts WHERE account_id =", "the posts of one person"),
        ("FROM api_tokens WHERE account_id =", "the tokens of one account"),
        ("WHERE id IN (SELECT dossier_id FROM dossier_proposals WHERE unit =", "what waits for the head of one unit"),
        ("ORDER BY danger_at, id LIMIT 200 ) near", "two hundred rows of a queue"),
        ("AND applicant_account = $", "the dossiers of one person"),
        ("FROM dossier_words WHERE unit =", "PostgreSQL sorts a range little larger than the window that is asked for"),
        ("ORDER BY 1, 2", "some thousands of jobs, counted"),
        ("GROUP BY key", "some hundred units or procedures"),
    ]

    private static let whole: [(piece: String, reason: String)] = [
        ("sequence FROM dossiers ORDER BY id LIMIT", "the first of an audit, in the order of the key"),
        ("SELECT DISTINCT dossier_id FROM dossier_events e", "an audit reads everything"),
        ("FROM number_series ORDER BY series, day", "an audit reads everything"),
        ("FROM number_series WHERE day >=", "asked once, before a simulation"),
        ("FROM exports WHERE 1 = 1", "the newest, in the order of the key"),
        ("DELETE FROM notice_codes WHERE sent_at <", "codes of the last hours only are kept"),
        ("DELETE FROM sessions WHERE expires_at <=", "once an hour, and sessions are as many as the people of a week"),
        ("INSERT INTO dossiers (id, code,", "SQLite looks for children of several new rows only while a foreign key is open"),
        ("INSERT INTO dossiers_without_", "a migration, once"),
        ("FROM dossiers_without_words", "empty but for the hour after an update"),
        ("FROM dossiers_without_measures", "empty but for the hour after an update"),
        ("due_at IS NOT NULL AND (SELECT p.unit FROM dossier_units p", "what is open now, out of an index that holds nothing else"),
        ("due_at IS NOT NULL AND accepted_at <", "what is open now, out of an index that holds nothing else"),
        ("FROM measure_deltas", "what happened in the last seconds"),
        ("SELECT id FROM dossiers ORDER BY id LIMIT", "the first of an audit, in the order of the key"),
        ("FROM measured_events ORDER BY unit, day, measure, dossier_id, sequence LIMIT", "the first of an audit, in the order of the key"),
        ("FROM measures ORDER BY within, breakdown, grain, start, key LIMIT", "the first of an audit, in the order of the key"),
    ]
}
