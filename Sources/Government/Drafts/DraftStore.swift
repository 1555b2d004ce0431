// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

package struct DraftStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    private static let columns: SQL =
        "id, account, procedure_code, procedure_version, case_code, unit, entries, sequence, created_at, saved_at, filed_as"

    func insert(_ draft: FilingDraft) throws {
        try connection.execute(
            """
            INSERT INTO filing_drafts (id, account, procedure_code, procedure_version, case_code, unit, entries, sequence, created_at, saved_at)
            VALUES (\(draft.id), \(draft.account), \(draft.procedure), \(draft.version), \(draft.caseCode), \(draft.unit),
                \(JSONText(encoding: draft.entries)), \(draft.sequence), \(draft.createdAt), \(draft.savedAt))
            """)
    }

    /// Only an owner finds a draft.
    package func find(_ id: Identifier, of account: String) throws -> FilingDraft? {
        try connection.first("SELECT \(sql: Self.columns) FROM filing_drafts WHERE id = \(id) AND account = \(account)", draft)
    }

    /// The same, to be written over: another device that saves it waits until this unit of work has ended.
    func claim(_ id: Identifier, of account: String) throws -> FilingDraft? {
        try connection.first(
            "SELECT \(Self.columns) FROM filing_drafts WHERE id = \(id) AND account = \(account)\(connection.dialect.forUpdate)", draft)
    }

    /// Those not filed yet, the latest first.
    package func open(of account: String, limit: Int) throws -> [FilingDraft] {
        try connection.all(
            """
            SELECT \(sql: Self.columns) FROM filing_drafts WHERE account = \(account) AND filed_as IS NULL ORDER BY saved_at DESC LIMIT \(limit)
            """, draft)
    }

    /// False when it is filed or gone.
    func save(_ entries: [FilingDraft.Entry], in id: Identifier, at: Instant) throws -> Bool {
        try connection.execute(
            """
            UPDATE filing_drafts SET entries = \(JSONText(encoding: entries)), sequence = sequence + 1, saved_at = \(at), reminders = 0
            WHERE id = \(id) AND filed_as IS NULL
            """) > 0
    }

    /// False when it was saved or filed since.
    func markFiled(_ id: Identifier, at sequence: Int, as dossier: Identifier) throws -> Bool {
        // What was typed lies in the dossier now; a second copy of personal data serves nobody.
        try connection.execute(
            """
            UPDATE filing_drafts SET filed_as = \(dossier), entries = \(JSONText("[]"))
            WHERE id = \(id) AND sequence = \(sequence) AND filed_as IS NULL
            """) > 0
    }

    func delete(_ id: Identifier, of account: String) throws -> Bool {
        try connection.execute("DELETE FROM filing_drafts WHERE id = \(id) AND account = \(account) AND filed_as IS NULL") > 0
    }

    /// Open drafts reminded of so often and not touched since.
    func waiting(reminders: Int, since: Instant, limit: Int) throws -> [FilingDraft] {
        try connection.all(
            """
            SELECT \(sql: Self.columns) FROM filing_drafts WHERE reminders = \(reminders) AND saved_at < \(since) AND filed_as IS NULL
            ORDER BY saved_at LIMIT \(limit)
            """, draft)
    }

    func countReminder(_ id: Identifier) throws {
        try connection.execute("UPDATE filing_drafts SET reminders = reminders + 1 WHERE id = \(id)")
    }

    func deleteUntouched(since: Instant) throws -> Int {
        // The index begins with how often its owner was reminded, which is twice at most.
        try connection.execute("DELETE FROM filing_drafts WHERE reminders IN (0, 1, 2) AND saved_at < \(since) AND filed_as IS NULL")
    }

    private func draft(_ row: borrowing Row) throws -> FilingDraft {
        FilingDraft(
            id: try row.get(0), account: try row.get(1), procedure: try row.get(2), version: try row.get(3), caseCode: try row.get(4),
            unit: try row.get(5), entries: try row.get(6, as: JSONText.self).decoded(as: [FilingDraft.Entry].self), sequence: try row.get(7),
            createdAt: try row.get(8), savedAt: try row.get(9), filedAs: try row.get(10))
    }
}
