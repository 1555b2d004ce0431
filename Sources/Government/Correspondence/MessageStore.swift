// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

/// Messages by dossier, and how many of them wait for the office.
package struct MessageStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    func insert(_ message: Message, on dossier: Identifier) throws {
        try connection.execute(
            """
            INSERT INTO dossier_messages (id, dossier_id, author_account, author_name, from_office, text, created_at)
            VALUES (\(message.id), \(dossier), \(message.authorAccount), \(message.authorName), \(message.isFromOffice), \(message.text), \(message.at))
            """)
    }

    /// The newest messages of a dossier, oldest of them first.
    package func thread(of dossier: Identifier, limit: Int) throws -> [Message] {
        try messages("dossier_id = \(dossier)", limit: limit).reversed()
    }

    /// What somebody wrote on a dossier since a moment, newest first.
    func written(by account: String, on dossier: Identifier, since: Instant, limit: Int) throws -> [Message] {
        try messages("dossier_id = \(dossier) AND author_account = \(account) AND created_at > \(since)", limit: limit)
    }

    private func messages(_ condition: SQL, limit: Int) throws -> [Message] {
        try connection.all(
            """
            SELECT id, author_account, author_name, from_office, text, created_at, read_at
            FROM dossier_messages WHERE \(sql: condition) ORDER BY created_at DESC, id DESC LIMIT \(limit)
            """
        ) { row in
            Message(
                id: try row.get(0), authorAccount: try row.get(1), authorName: try row.get(2), isFromOffice: try row.get(3), text: try row.get(4),
                at: try row.get(5), readAt: try row.get(6))
        }
    }

    func count(by account: String, since: Instant) throws -> Int {
        try connection.value(
            "SELECT count(*) FROM dossier_messages WHERE author_account = \(account) AND created_at > \(since)", as: Int.self) ?? 0
    }

    /// Since when the applicant has had an unread message of the office; nil when they have read everything.
    func waitsForApplicant(_ dossier: Identifier) throws -> Instant? {
        try connection.value(
            """
            SELECT created_at FROM dossier_messages
            WHERE dossier_id = \(dossier) AND read_at IS NULL AND from_office = \(true) ORDER BY created_at DESC, id DESC LIMIT 1
            """, as: Instant.self)
    }

    func markRead(of dossier: Identifier, fromOffice: Bool, at now: Instant) throws {
        try connection.execute(
            """
            UPDATE dossier_messages SET read_at = \(now)
            WHERE dossier_id = \(dossier) AND read_at IS NULL AND from_office = \(fromOffice)
            """)
    }

    /// How many messages of the applicant nobody of the office has opened, for the dossiers of a page of a queue.
    package func unreadForOffice(dossierIDs: [Identifier]) throws -> [Identifier: Int] {
        guard !dossierIDs.isEmpty else { return [:] }
        let rows = try connection.all(
            """
            SELECT dossier_id, count(*) FROM dossier_messages
            WHERE dossier_id IN \(list: dossierIDs) AND read_at IS NULL AND from_office = \(false) GROUP BY dossier_id
            """
        ) { row in (try row.get(0, as: Identifier.self), try row.get(1, as: Int.self)) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
