// SPDX-License-Identifier: Apache-2.0

import Cases
package import Database
package import Kernel

/// Notes, proposals and drafts beside a dossier: what people prepare before the engine hears of it.
package struct DossierNoteStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ text: String, on dossier: Identifier, by account: String, name: String, at now: Instant) throws {
        try connection.execute(
            """
            INSERT INTO dossier_notes (dossier_id, id, at, author, author_name, text)
            VALUES (\(dossier), \(Identifier.new(at: now)), \(now), \(account), \(name), \(text))
            """)
    }

    /// The newest first.
    package func notes(on dossier: Identifier, limit: Int = 50) throws -> [DossierNote] {
        try connection.all(
            "SELECT at, author_name, text FROM dossier_notes WHERE dossier_id = \(dossier) ORDER BY id DESC LIMIT \(limit)"
        ) { row in DossierNote(at: try row.get(0), authorName: try row.get(1), text: try row.get(2)) }
    }

    func save(_ draft: ResultDraft, on dossier: Identifier, by account: String) throws {
        let fields = JSONText(try canonicalJSON(draft.fields))
        try connection.execute(
            """
            INSERT INTO result_drafts (dossier_id, template, fields, at, author, author_name)
            VALUES (\(dossier), \(draft.template), \(fields), \(draft.at), \(account), \(draft.authorName))
            ON CONFLICT (dossier_id) DO UPDATE SET template = excluded.template, fields = excluded.fields, at = excluded.at,
                author = excluded.author, author_name = excluded.author_name
            """)
    }

    package func draft(of dossier: Identifier) throws -> ResultDraft? {
        try connection.first("SELECT template, fields, at, author_name FROM result_drafts WHERE dossier_id = \(dossier)") { row in
            ResultDraft(
                template: try row.get(0), fields: try row.get(1, as: JSONText.self).decoded(as: [String: String].self), at: try row.get(2),
                authorName: try row.get(3))
        }
    }
}
