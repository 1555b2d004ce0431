// SPDX-License-Identifier: Apache-2.0

import CSQLite
import Crypto
import FoundationEssentials
import Hummingbird

/// The rows of a filing, by prepared statements on the writer's connection.
final class FilingRows {
    private let handle: SQLiteHandle
    private let beginStatement, commitStatement: OpaquePointer
    private let answered, earlier, number, dossier, event, unit, job, remember: OpaquePointer

    init(path: String) throws {
        handle = try SQLiteHandle(path: path, writes: true)
        beginStatement = try handle.prepare("BEGIN IMMEDIATE")
        commitStatement = try handle.prepare("COMMIT")
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
        unit = try handle.prepare("INSERT INTO dossier_units (dossier_id, unit) VALUES ($1, $2) ON CONFLICT (dossier_id, unit) DO NOTHING")
        job = try handle.prepare(
            "INSERT INTO jobs (id, topic, payload, state, run_at, created_at) VALUES ($1, 'notice', $2, 'waiting', $3, $3)")
        remember = try handle.prepare(
            "INSERT INTO idempotency_keys (account, key, request_hash, dossier_id, created_at) VALUES ($1, $2, $3, $4, $5)")
    }

    func begin() throws { try handle.finish(beginStatement) }
    func commit() throws { try handle.finish(commitStatement) }
    func rollback() { try? handle.run("ROLLBACK") }

    func insert(_ filing: Filing, now: Int64) throws -> Filed {
        if let before = try before(filing) { return before }
        let today = Moment.local(now)
        let id = newIdentifier(at: now)
        let code = try "DK-\(filing.unit)-\(today.compact)-\(padded(nextNumber("DK-" + filing.unit, today.date)))"
        let content = filing.content.head + code + filing.content.tail
        let root = chained(["motcua dossier", id])
        let hash = chained([root, "1", "submitted", String(now), filing.account.id, filing.account.name, content])
        let filed = Filed(id: id, code: code, hash: hash, submittedAt: now - now % 60_000)
        try insertDossier(filing, filed, content)
        try insertEvent(filing, filed, content, root, now)
        for place in Set([filing.unit, filing.resolvingUnit]) {
            bind(unit, 1, id)
            bind(unit, 2, place)
            try handle.finish(unit)
        }
        try insertJob(filing, filed, now)
        bind(remember, 1, filing.account.id)
        bind(remember, 2, filing.key)
        bind(remember, 3, filing.requestHash)
        bind(remember, 4, id)
        bind(remember, 5, now)
        try handle.finish(remember)
        return filed
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

    private func insertDossier(_ filing: Filing, _ filed: Filed, _ content: String) throws {
        let state = """
            {"consultations":[],"extensions":0,"handlers":{},"isFinal":false,"sequence":1,"status":1,\
            "submittedAt":"\(Moment.local(filed.submittedAt).minuteText)","supplementRequests":0,"unit":"\(filing.unit)"}
            """
        bind(dossier, 1, filed.id)
        bind(dossier, 2, filed.code)
        bind(dossier, 3, Procedure.code)
        bind(dossier, 4, Int64(Procedure.version))
        bind(dossier, 5, Procedure.caseCode)
        bind(dossier, 6, Procedure.name)
        bind(dossier, 7, filing.unit)
        bind(dossier, 8, filing.resolvingUnit)
        bind(dossier, 9, Int64(Procedure.steps))
        bind(dossier, 10, filing.applicant)
        bind(dossier, 11, filing.applicant.lowercased())
        bind(dossier, 12, filing.account.id)
        bind(dossier, 13, filing.delivery)
        bind(dossier, 14, filed.submittedAt)
        bind(dossier, 15, filed.submittedAt + 24 * 3_600_000)
        bind(dossier, 16, filed.hash)
        bind(dossier, 17, content)
        bind(dossier, 18, state)
        try handle.finish(dossier)
    }

    private func insertEvent(_ filing: Filing, _ filed: Filed, _ content: String, _ root: String, _ now: Int64) throws {
        bind(event, 1, filed.id)
        bind(event, 2, now)
        bind(event, 3, filing.account.id)
        bind(event, 4, filing.account.name)
        bind(event, 5, content)
        bind(event, 6, root)
        bind(event, 7, filed.hash)
        try handle.finish(event)
    }

    private func insertJob(_ filing: Filing, _ filed: Filed, _ now: Int64) throws {
        let body = "\(Procedure.name) · \(filed.code)"
        bind(job, 1, newIdentifier(at: now))
        bind(
            job, 2,
            """
            {"account":"\(filing.account.id)","body":{"en":"\(body)","vi":"\(body)"},"link":"/me/dossiers/\(filed.code)",\
            "title":{"en":"Dossier filed","vi":"Hồ sơ đã nộp"}}
            """)
        bind(job, 3, now)
        try handle.finish(job)
    }
}

/// SHA-256 over the parts, each after its length.
private func chained(_ parts: [String]) -> String {
    var hasher = SHA256()
    for part in parts {
        hasher.update(data: Data("\(part.utf8.count):".utf8))
        hasher.update(data: Data(part.utf8))
    }
    return hexadecimal(hasher.finalize())
}

/// A UUID of version 7.
private func newIdentifier(at milliseconds: Int64) -> String {
    var bytes = UUID().uuid
    withUnsafeMutableBytes(of: &bytes) { bytes in
        for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index)) }
        bytes[6] = bytes[6] & 0x0F | 0x70
    }
    return UUID(uuid: bytes).uuidString.lowercased()
}

private func padded(_ number: Int64) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
