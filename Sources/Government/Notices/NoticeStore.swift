// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel

package struct NoticeStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    /// Delivering the same job again changes nothing: the notice has the job's id.
    package func insert(_ notice: Notice, id: String, at: Instant) throws {
        try connection.execute(
            """
            INSERT INTO notices (id, account, title_vi, title_en, body_vi, body_en, link, created_at)
            VALUES (\(id), \(notice.account), \(notice.title.vi), \(notice.title.en), \(notice.body.vi), \(notice.body.en), \(notice.link), \(at))
            ON CONFLICT (id) DO NOTHING
            """)
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
}
