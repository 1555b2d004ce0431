// SPDX-License-Identifier: Apache-2.0

package import Database
import Jobs
package import Kernel

package struct NoticeStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    /// Delivering the same notice again changes nothing.
    func insert(_ notice: Notice, for account: String, id: Identifier, letter: Identifier?, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO notices (id, account, title_vi, title_en, body_vi, body_en, link, letter_job, created_at)
            VALUES (\(id), \(account), \(notice.title.vi), \(notice.title.en), \(notice.body.vi), \(notice.body.en), \(notice.link), \(letter), \(at))
            ON CONFLICT (id) DO NOTHING
            """)
    }

    /// A new notice.
    struct Entry {
        let id: Identifier
        let account: String
        let notice: Notice
        let letter: Identifier?
        let at: Instant

        fileprivate var values: [SQLValue] {
            [
                id.sqlValue, account.sqlValue, notice.title.vi.sqlValue, notice.title.en.sqlValue, notice.body.vi.sqlValue,
                notice.body.en.sqlValue, notice.link.sqlValue, letter.sqlValue, at.sqlValue,
            ]
        }
    }

    func insert(_ entries: [Entry]) throws {
        for rows in entries.inStatements {
            try connection.send(
                """
                INSERT INTO notices (id, account, title_vi, title_en, body_vi, body_en, link, letter_job, created_at)
                VALUES \(SQL.rows(rows, \.values))
                """)
        }
    }

    package func latest(for account: String, limit: Int) throws -> [ReceivedNotice] {
        try connection.all(
            """
            SELECT id, title_vi, title_en, body_vi, body_en, link, created_at, read_at IS NOT NULL
            FROM notices WHERE account = \(account) ORDER BY created_at DESC, id LIMIT \(limit)
            """
        ) { row in
            ReceivedNotice(
                id: try row.get(0),
                notice: Notice(
                    account: account, title: Phrase(vi: try row.get(1), en: try row.get(2)), body: Phrase(vi: try row.get(3), en: try row.get(4)),
                    link: try row.get(5)),
                at: try row.get(6), isRead: try row.get(7))
        }
    }

    package func markRead(account: String, at: Instant) throws {
        try connection.execute("UPDATE notices SET read_at = \(at) WHERE account = \(account) AND read_at IS NULL")
    }

    /// The latest letters about notices of an account, with what became of each; nil where that is no longer kept.
    func letters(for account: String, limit: Int) throws -> [SentLetter] {
        let rows = try connection.all(
            """
            SELECT title_vi, title_en, body_vi, body_en, created_at, letter_job FROM notices
            WHERE account = \(account) AND letter_job IS NOT NULL ORDER BY created_at DESC, id LIMIT \(limit)
            """
        ) { row in
            (
                title: Phrase(vi: try row.get(0), en: try row.get(1)), body: Phrase(vi: try row.get(2), en: try row.get(3)),
                at: try row.get(4, as: Instant.self), job: try row.get(5, as: Identifier.self)
            )
        }
        return try rows.map { SentLetter(title: $0.title, body: $0.body, at: $0.at, job: try JobStore.find(connection, $0.job)) }
    }
}

/// A letter about a notice: when it was asked for and how far it came.
struct SentLetter {
    let title: Phrase
    let body: Phrase
    let at: Instant
    let job: Job?
}
