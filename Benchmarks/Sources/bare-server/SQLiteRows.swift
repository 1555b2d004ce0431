// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Hummingbird

/// The rows of filings in SQLite, by prepared statements on the writer's connection.
final class SQLiteRows: FilingRows {
    private let handle: SQLiteHandle
    private let begin, commit: OpaquePointer
    private let answered, earlier, number, dossier, event, unit, word, job, notice, remember, delta: OpaquePointer

    init(path: String) throws {
        handle = try SQLiteHandle(path: path, writes: true)
        begin = try handle.prepare("BEGIN IMMEDIATE")
        commit = try handle.prepare("COMMIT")
        answered = try handle.prepare("SELECT request_hash, dossier_id FROM idempotency_keys WHERE account = $1 AND key = $2")
        earlier = try handle.prepare("SELECT provisional_code, head_hash, submitted_at FROM dossiers WHERE id = $1")
        number = try handle.prepare(
            """
            INSERT INTO number_series (series, day, last_number) VALUES ($1, $2, 1)
            ON CONFLICT (series, day) DO UPDATE SET last_number = number_series.last_number + 1 RETURNING last_number
            """)
        dossier = try handle.prepare(
            """
            INSERT INTO dossiers (
                id, provisional_code, procedure_code, procedure_version, case_code, procedure_name, status, is_final, receiving_unit,
                resolving_unit, unit, steps, applicant_name, applicant_folded, applicant_account, channel, delivery, submitted_at, danger_at,
                sequence, head_hash, submission, state)
            VALUES ($1, $2, $3, $4, $5, $6, 1, 0, $7, $8, $7, $9, $10, $11, $12, 2, $13, $14, $15, 1, $16, $17, $18)
            """)
        event = try handle.prepare(
            """
            INSERT INTO dossier_events (dossier_id, sequence, name, at, actor_account, actor_name, content, previous_hash, hash)
            VALUES ($1, 1, 'submitted', $2, $3, $4, $5, $6, $7)
            """)
        unit = try handle.prepare("INSERT INTO dossier_units (dossier_id, unit) VALUES ($1, $2)")
        word = try handle.prepare("INSERT INTO dossier_words (unit, word, age, dossier_id, name) VALUES ($1, $2, $3, $4, $5)")
        job = try handle.prepare(
            """
            INSERT INTO jobs (id, topic, dedupe_key, payload, state, run_at, created_at)
            VALUES ($1, 'mail', 'notice-' || $2, $3, 'waiting', $4, $4)
            """)
        notice = try handle.prepare(
            """
            INSERT INTO notices (id, account, title_vi, title_en, body_vi, body_en, link, letter_job, created_at)
            VALUES ($1, $2, 'Hồ sơ đã nộp', 'Dossier filed', $3, $3, $4, $5, $6)
            """)
        remember = try handle.prepare(
            "INSERT INTO idempotency_keys (account, key, request_hash, dossier_id, created_at) VALUES ($1, $2, $3, $4, $5)")
        delta = try handle.prepare(
            """
            INSERT INTO measure_deltas (unit, day, measure, dossier_id, sequence, desk, procedure_code, channel)
            VALUES ($1, $2, 1, $3, 1, $4, $5, 2)
            """)
    }

    func write(_ filings: [Filing], now: Int64, hours: OpeningHours) throws -> [Filed] {
        try handle.finish(begin)
        do {
            let filed = try filings.map { try insert($0, now: now, hours: hours) }
            try handle.finish(commit)
            return filed
        } catch {
            try? handle.run("ROLLBACK")
            throw error
        }
    }

    private func insert(_ filing: Filing, now: Int64, hours: OpeningHours) throws -> Filed {
        if let before = try before(filing) { return before }
        let today = Moment.local(now)
        let code = try provisionalCode(filing.unit, today, nextNumber("DK-" + filing.unit, today.date))
        let texts = FiledTexts(filing, code: code, now: now, hours: hours)
        try insertDossier(filing, texts)
        try insertEvent(filing, texts)
        for place in texts.units {
            bind(unit, 1, texts.filed.id)
            bind(unit, 2, place)
            try handle.finish(unit)
        }
        for place in [""] + texts.units { for found in texts.words { try insertWord(place, found, texts) } }
        try insertNotice(filing, texts)
        bind(remember, 1, filing.account.id)
        bind(remember, 2, filing.key)
        bind(remember, 3, filing.requestHash)
        bind(remember, 4, texts.filed.id)
        bind(remember, 5, now)
        try handle.finish(remember)
        bind(delta, 1, filing.resolvingUnit)
        bind(delta, 2, today.date)
        bind(delta, 3, texts.filed.id)
        bind(delta, 4, filing.unit)
        bind(delta, 5, Procedure.code)
        try handle.finish(delta)
        return texts.filed
    }

    /// What the same request made when it came before.
    private func before(_ filing: Filing) throws -> Filed? {
        defer { sqlite3_reset(answered) }
        bind(answered, 1, filing.account.id)
        bind(answered, 2, filing.key)
        guard sqlite3_step(answered) == SQLITE_ROW else { return nil }
        guard text(answered, 0) == filing.requestHash else { throw HTTPError(.conflict) }
        let id = text(answered, 1)
        defer { sqlite3_reset(earlier) }
        bind(earlier, 1, id)
        guard sqlite3_step(earlier) == SQLITE_ROW else { throw HTTPError(.conflict) }
        return Filed(id: id, code: text(earlier, 0), hash: text(earlier, 1), submittedAt: integer(earlier, 2))
    }

    private func nextNumber(_ series: String, _ day: String) throws -> Int64 {
        defer { sqlite3_reset(number) }
        bind(number, 1, series)
        bind(number, 2, day)
        let code = sqlite3_step(number)
        guard code == SQLITE_ROW else { throw handle.failure(code) }
        let last = integer(number, 0)
        guard sqlite3_step(number) == SQLITE_DONE else { throw handle.failure(code) }
        return last
    }

    private func insertDossier(_ filing: Filing, _ texts: FiledTexts) throws {
        bind(dossier, 1, texts.filed.id)
        bind(dossier, 2, texts.filed.code)
        bind(dossier, 3, Procedure.code)
        bind(dossier, 4, Int64(Procedure.version))
        bind(dossier, 5, Procedure.caseCode)
        bind(dossier, 6, Procedure.name)
        bind(dossier, 7, filing.unit)
        bind(dossier, 8, filing.resolvingUnit)
        bind(dossier, 9, Int64(Procedure.steps))
        bind(dossier, 10, filing.applicant.name)
        bind(dossier, 11, texts.folded)
        bind(dossier, 12, filing.account.id)
        bind(dossier, 13, filing.delivery)
        bind(dossier, 14, texts.filed.submittedAt)
        bind(dossier, 15, texts.danger)
        bind(dossier, 16, texts.filed.hash)
        bind(dossier, 17, texts.content)
        bind(dossier, 18, texts.state)
        try handle.finish(dossier)
    }

    private func insertEvent(_ filing: Filing, _ texts: FiledTexts) throws {
        bind(event, 1, texts.filed.id)
        bind(event, 2, texts.now)
        bind(event, 3, filing.account.id)
        bind(event, 4, filing.account.name)
        bind(event, 5, texts.content)
        bind(event, 6, texts.root)
        bind(event, 7, texts.filed.hash)
        try handle.finish(event)
    }

    private func insertWord(_ place: String, _ found: String, _ texts: FiledTexts) throws {
        bind(word, 1, place)
        bind(word, 2, found)
        bind(word, 3, -texts.now)
        bind(word, 4, texts.filed.id)
        bind(word, 5, texts.folded)
        try handle.finish(word)
    }

    private func insertNotice(_ filing: Filing, _ texts: FiledTexts) throws {
        bind(job, 1, texts.letterID)
        bind(job, 2, texts.noticeID)
        bind(job, 3, texts.letter)
        bind(job, 4, texts.now)
        try handle.finish(job)
        bind(notice, 1, texts.noticeID)
        bind(notice, 2, filing.account.id)
        bind(notice, 3, texts.noticeBody)
        bind(notice, 4, texts.link)
        bind(notice, 5, texts.letterID)
        bind(notice, 6, texts.now)
        try handle.finish(notice)
    }
}
