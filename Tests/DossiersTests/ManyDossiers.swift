// SPDX-License-Identifier: Apache-2.0

import Database
import Dossiers
import Kernel

/// Twenty thousand dossiers, most of them closed, so that a planner has something to choose by.
struct ManyDossiers {
    static let count = 20_000
    /// As many as are open; the newest.
    static let open = 1500

    let connection: any Connection
    let model: Identifier
    let first: Instant

    private var numbers: SQL { "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(unsafe: "\(Self.count)"))" }

    private var id: SQL {
        switch connection.dialect {
        case .sqlite: "printf('00000000-0000-7000-8000-%012d', i)"
        case .postgres: "CAST('00000000-0000-7000-8000-' || lpad(CAST(i AS TEXT), 12, '0') AS UUID)"
        }
    }

    /// The moment of a row, one every twenty minutes.
    private var moment: SQL {
        switch connection.dialect {
        case .sqlite: "(\(first.milliseconds) + i * 1200000)"
        case .postgres: "(CAST(\(first) AS TIMESTAMPTZ) + i * INTERVAL '20 minutes')"
        }
    }

    private let unit: SQL = "CASE WHEN i % 3 = 0 THEN 'H55.238' ELSE 'H55.' || (i % 90 + 1) END"
    private var isFinal: SQL { "i <= \(unsafe: "\(Self.count - Self.open)")" }

    func fill() throws {
        try connection.execute(
            """
            /* by hand */ INSERT INTO dossiers (id, code, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final,
                receiving_unit, resolving_unit, unit, step, steps, step_role, assignee, assignee_name, applicant_name, applicant_folded,
                applicant_account, channel, delivery, submitted_at, accepted_at, due_at, original_due_at, danger_at, resolved_at, closed_at,
                sequence, head_hash, submission, state)
            \(numbers)
            SELECT \(id), 'X-' || i, 'DK-X-' || i, m.procedure_code, m.procedure_version, m.case_code, m.procedure_name,
                CASE WHEN \(isFinal) THEN CASE i % 3 WHEN 0 THEN 8 ELSE 10 END ELSE CASE i % 5 WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 4 WHEN 3 THEN 5 ELSE 9 END END,
                \(isFinal), \(unit), \(unit), \(unit), 1, m.steps, CASE i % 2 WHEN 0 THEN 'specialist' ELSE 'oneStopOfficer' END,
                'officer-' || (i % 40), 'Cán bộ', 'Nguyễn Văn Hoa', 'nguyen van hoa', 'citizen-' || (i % 5000), 1, m.delivery, \(moment), \(moment),
                \(moment), \(moment), \(moment), CASE WHEN \(isFinal) THEN \(moment) END, CASE WHEN \(isFinal) THEN \(moment) END, 1, m.head_hash,
                m.submission, m.state
            FROM n, dossiers m WHERE m.id = \(model)
            """)
        try connection.execute("INSERT INTO dossier_units (dossier_id, unit) \(numbers) SELECT \(id), \(unit) FROM n")
        try connection.execute(
            """
            /* by hand */ INSERT INTO dossier_events (dossier_id, sequence, name, at, actor_account, actor_name, content, previous_hash, hash)
            \(numbers) SELECT \(id), 1, 'submitted', \(moment), 'citizen', 'x', '{}', 'x', 'x' FROM n
            """)
        for word in ["'nguyen'", "CASE i % 50 WHEN 0 THEN 'hoa' ELSE 'van' END", "'0912' || (100000 + i)"] as [SQL] {
            for desk in ["''", unit] {
                try connection.execute(
                    """
                    /* by hand */ INSERT INTO dossier_words (unit, word, age, dossier_id, name)
                    \(numbers) SELECT \(desk), \(word), i - 3000000, \(id), 'nguyen van hoa' FROM n
                    """)
            }
        }
        try connection.execute(
            """
            /* by hand */ INSERT INTO dossier_reads (dossier_id, account, name, day, first_at, last_at, times)
            \(numbers) SELECT \(id), 'officer', 'x', '2026-01-01', \(moment), \(moment), 1 FROM n
            """)
        try connection.execute(
            """
            /* by hand */ INSERT INTO notices (id, account, title_vi, title_en, body_vi, body_en, link, created_at)
            \(numbers) SELECT \(id), 'citizen-' || (i % 5000), 'x', 'x', 'x', 'x', '/', \(moment) FROM n
            """)
        try connection.execute(
            """
            INSERT INTO idempotency_keys (account, key, request_hash, dossier_id, created_at)
            \(numbers) SELECT 'citizen-' || (i % 5000), 'key-' || i, 'x', \(id), \(moment) FROM n
            """)
        try connection.execute(
            """
            INSERT INTO accounts (id, username, display_name, kind, language, created_at)
            \(numbers) SELECT \(id), 'citizen-' || i, 'x', 'citizen', 'vi', \(moment) FROM n
            """)
        try connection.execute(
            """
            INSERT INTO notice_contacts (account, email, wrong_tries, changed_at)
            \(numbers) SELECT 'citizen-' || i, 'x@example.vn', 0, \(moment) FROM n
            """)
        try connection.execute("ANALYZE")
    }
}
