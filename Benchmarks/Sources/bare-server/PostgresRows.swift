// SPDX-License-Identifier: Apache-2.0

import CPostgres
import Hummingbird

/// The rows of filings in PostgreSQL: two round trips for all that wait, many rows to a statement, all statements prepared.
final class PostgresRows: FilingRows {
    private let handle: PostgresHandle

    init(address: String) throws {
        handle = try PostgresHandle(address: address)
        handle.enterPipeline()
    }

    func write(_ filings: [Filing], now: Int64, hours: OpeningHours) throws -> [Filed] {
        do {
            try handle.send("begin", "BEGIN")
            let today = Moment.local(now)
            let (numbers, isNew) = try numbersAndKeys(filings, today)
            guard isNew else { throw HTTPError(.conflict) }
            var next = numbers
            let texts = filings.map { filing in
                let number = next[filing.unit] ?? 0
                next[filing.unit] = number + 1
                return FiledTexts(filing, code: provisionalCode(filing.unit, today, number), now: now, hours: hours)
            }
            try insert(filings, texts, today)
            try handle.send("commit", "COMMIT")
            _ = try handle.answers()
            return texts.map(\.filed)
        } catch {
            try? handle.send("rollback", "ROLLBACK")
            _ = try? handle.answers()
            throw error
        }
    }

    /// The first number of each desk; and whether no request came before. (One that did is refused here: the load sends none.)
    private func numbersAndKeys(_ filings: [Filing], _ today: Moment) throws -> ([String: Int64], Bool) {
        let wanted = Dictionary(filings.map { ($0.unit, Int64(1)) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
        // One by one: for a list of keys the server would read all of an account's, as long as it takes the table for small.
        for filing in filings {
            try handle.send(
                "answered", "SELECT request_hash, dossier_id FROM idempotency_keys WHERE account = $1 AND key = $2",
                [filing.account.id, filing.key])
        }
        for (unit, count) in wanted {
            try handle.send(
                "number",
                """
                INSERT INTO number_series (series, day, last_number) VALUES ($1, $2, $3)
                ON CONFLICT (series, day) DO UPDATE SET last_number = number_series.last_number + excluded.last_number RETURNING last_number
                """, ["DK-" + unit, today.date, String(count)])
        }
        let answers = try handle.answers()
        let last = answers.suffix(wanted.count).map { Int64($0.first?.first ?? "") ?? 0 }
        let isFresh = answers.dropLast(wanted.count).allSatisfy(\.isEmpty)
        return (Dictionary(uniqueKeysWithValues: zip(wanted, last).map { ($0.key, $1 - $0.value + 1) }), isFresh)
    }

    private func insert(_ filings: [Filing], _ texts: [FiledTexts], _ today: Moment) throws {
        let both = Array(zip(filings, texts))
        try insert(
            "dossiers",
            """
            id, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final, receiving_unit, resolving_unit,
            unit, steps, applicant_name, applicant_folded, applicant_account, channel, delivery, submitted_at, danger_at, sequence, head_hash,
            submission, state
            """,
            both.map { filing, texts in
                [
                    texts.filed.id, texts.filed.code, Procedure.code, String(Procedure.version), Procedure.caseCode, Procedure.name, "1", "f",
                    filing.unit, filing.resolvingUnit, filing.unit, String(Procedure.steps), filing.applicant.name, texts.folded, filing.account.id,
                    "2", filing.delivery, instant(texts.filed.submittedAt), instant(texts.danger), "1", texts.filed.hash, texts.content, texts.state,
                ]
            })
        try insert(
            "dossier_events", "dossier_id, sequence, name, at, actor_account, actor_name, content, previous_hash, hash",
            both.map { filing, texts in
                [
                    texts.filed.id, "1", "submitted", instant(texts.now), filing.account.id, filing.account.name, texts.content, texts.root,
                    texts.filed.hash,
                ]
            })
        try insert("dossier_units", "dossier_id, unit", texts.flatMap { texts in texts.units.map { [texts.filed.id, $0] } })
        let words = texts.flatMap { texts in
            ([""] + texts.units).flatMap { unit in texts.words.map { [unit, $0, String(-texts.now), texts.filed.id, texts.folded] } }
        }
        try insert("dossier_words", "unit, word, age, dossier_id, name", words.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
        try insertNotices(both)
        try insert(
            "measure_deltas", "unit, day, measure, dossier_id, sequence, desk, procedure_code, channel",
            both.map { filing, texts in [filing.resolvingUnit, today.date, "1", texts.filed.id, "1", filing.unit, Procedure.code, "2"] })
        try insert(
            "idempotency_keys", "account, key, request_hash, dossier_id, created_at",
            both.map { filing, texts in [filing.account.id, filing.key, filing.requestHash, texts.filed.id, instant(texts.now)] })
    }

    private func insertNotices(_ both: [(Filing, FiledTexts)]) throws {
        try insert(
            "jobs", "id, topic, dedupe_key, payload, state, run_at, created_at",
            both.map { _, texts in
                [texts.letterID, "mail", "notice-" + texts.noticeID, texts.letter, "waiting", instant(texts.now), instant(texts.now)]
            })
        try insert(
            "notices", "id, account, title_vi, title_en, body_vi, body_en, link, letter_job, created_at",
            both.map { filing, texts in
                [
                    texts.noticeID, filing.account.id, "Hồ sơ đã nộp", "Dossier filed", texts.noticeBody, texts.noticeBody, texts.link,
                    texts.letterID,
                    instant(texts.now),
                ]
            })
    }

    /// Pieces of 32, 8 and 1 rows, so that few statements are prepared.
    private func insert(_ table: String, _ columns: String, _ rows: [[String]]) throws {
        var rows = rows[...]
        while let first = rows.first {
            let size = [32, 8, 1].first { $0 <= rows.count } ?? 1
            try handle.send("\(table)-\(size)", Self.statement(table, columns, width: first.count, size), rows.prefix(size).flatMap { $0 })
            rows = rows.dropFirst(size)
        }
    }

    private static func statement(_ table: String, _ columns: String, width: Int, _ size: Int) -> String {
        let rows = (0..<size).map { row in "(" + (1...width).map { "$\(row * width + $0)" }.joined(separator: ", ") + ")" }
        return "INSERT INTO \(table) (\(columns)) VALUES \(rows.joined(separator: ", "))"
    }

    private func instant(_ milliseconds: Int64) -> String {
        let digits = String(milliseconds % 1000)
        return String(Moment.utc(milliseconds).rfc3339.dropLast()) + "." + String(repeating: "0", count: 3 - digits.count) + digits + "Z"
    }
}
