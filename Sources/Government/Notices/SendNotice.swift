// SPDX-License-Identifier: Apache-2.0

package import Database
import Identity
import Jobs
package import Kernel

/// Puts a notice into its receiver's list, and a letter about it into the outbox where an address is known: both in the
/// caller's transaction, so that neither is without the event it tells of.
package struct SendNotice {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    /// - Parameter id: the same id sends nothing a second time.
    package func callAsFunction(_ notice: Notice, at now: Instant, id: Identifier? = nil) throws {
        let id = id ?? Identifier.new(at: now)
        let letter = try letter(notice, now)
        let job = try letter.flatMap { try Outbox.enqueue(connection, topic: Letter.topic, payload: $0, key: "notice-\(id)", at: now) }
        guard let account = notice.account else { return }
        try NoticeStore(connection).insert(notice, for: account, id: id, letter: job, at: now)
    }

    private func letter(_ notice: Notice, _ now: Instant) throws -> Letter? {
        let contacts = ContactStore(connection)
        let contact = try notice.account.flatMap { try contacts.find(account: $0) }
        let known = try notice.account.flatMap(Identifier.init).flatMap { try AccountContactStore(connection).find(account: $0) }
        guard let address = contact?.email ?? notice.email.flatMap({ $0.isEmpty ? nil : $0 }) ?? known?.email,
            try !contacts.isRefused(address)
        else { return nil }
        // A name goes only to an address its account has confirmed: whoever types somebody else's address writes nothing there.
        return Letter(
            to: address, name: contact?.email == nil ? nil : known?.name, language: contact?.language, subject: notice.title,
            paragraphs: [notice.body] + (notice.advice.map { [$0] } ?? []), link: notice.link)
    }
}
