// SPDX-License-Identifier: Apache-2.0

package import Database
import Identity
import Jobs
package import Kernel

/// Puts notices into their receivers' lists, and letters about them into the outbox where an address is known: all in the
/// caller's transaction, so that none is without the event it tells of.
package struct SendNotice {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    /// - Parameter id: the same id sends nothing a second time.
    package func callAsFunction(_ notice: Notice, at now: Instant, id: Identifier? = nil) throws {
        guard let id else { return try self([(notice, now)]) }
        let letter = try letters(about: [notice]).first ?? nil
        let job = try letter.flatMap { try Outbox.enqueue(connection, topic: Letter.topic, json: $0.json, key: Self.key(id), at: now) }
        guard let account = notice.account else { return }
        try NoticeStore(connection).insert(notice, for: account, id: id, letter: job, at: now)
    }

    /// Many new ones at once.
    package func callAsFunction(_ notices: [(notice: Notice, at: Instant)]) throws {
        var rows: [NoticeStore.Entry] = []
        var jobs: [Outbox.Entry] = []
        for ((notice, at), letter) in zip(notices, try letters(about: notices.map(\.notice))) {
            let id = Identifier.new(at: at)
            let job = letter.map { Outbox.Entry(topic: Letter.topic, json: $0.json, key: Self.key(id), at: at) }
            if let job { jobs.append(job) }
            if let account = notice.account { rows.append(NoticeStore.Entry(id: id, account: account, notice: notice, letter: job?.id, at: at)) }
        }
        try Outbox.enqueue(connection, jobs)
        try NoticeStore(connection).insert(rows)
    }

    private static func key(_ id: Identifier) -> String { "notice-\(id)" }

    /// The letter about each notice, nil where none goes out.
    private func letters(about notices: [Notice]) throws -> [Letter?] {
        let contacts = ContactStore(connection)
        let accounts = Set(notices.compactMap(\.account)).sorted()
        let confirmed = try contacts.find(accounts: accounts)
        let known = try AccountContactStore(connection).find(accounts: accounts.compactMap { Identifier($0) })
        let letters = notices.map { notice in
            letter(notice, notice.account.flatMap { confirmed[$0] }, notice.account.flatMap { Identifier($0) }.flatMap { known[$0] })
        }
        let refused = try contacts.refused(among: Set(letters.compactMap { $0?.to.lowercased() }).sorted())
        return letters.map { letter in letter.flatMap { refused.contains($0.to.lowercased()) ? nil : $0 } }
    }

    private func letter(_ notice: Notice, _ contact: Contact?, _ known: (name: String, email: String?)?) -> Letter? {
        guard let address = contact?.email ?? notice.email.flatMap({ $0.isEmpty ? nil : $0 }) ?? known?.email else { return nil }
        // A name goes only to an address its account has confirmed: whoever types somebody else's address writes nothing there.
        return Letter(
            to: address, name: contact?.email == nil ? nil : known?.name, language: contact?.language, subject: notice.title,
            paragraphs: [notice.body] + (notice.advice.map { [$0] } ?? []), link: notice.link)
    }
}
