// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// Addresses for letters, by account; and those that have refused them.
struct ContactStore {
    let connection: any Connection

    init(_ connection: any Connection) {
        self.connection = connection
    }

    func find(account: String) throws -> Contact? { try find(accounts: [account])[account] }

    /// Of these accounts, those that have one.
    func find(accounts: [String]) throws -> [String: Contact] {
        guard !accounts.isEmpty else { return [:] }
        var contacts: [String: Contact] = [:]
        try connection.forEach(
            """
            SELECT account, email, language, pending_email, code_hash, code_sent_at, wrong_tries
            FROM notice_contacts WHERE account IN \(list: accounts.filledForList)
            """
        ) { row in
            var contact = Contact(email: try row.get(1), language: try row.get(2, as: String?.self).flatMap(Language.init))
            if let email = try row.get(3, as: String?.self), let hash = try row.get(4, as: String?.self),
                let sentAt = try row.get(5, as: Instant?.self)
            {
                contact.pending = Contact.Pending(email: email, codeHash: hash, sentAt: sentAt, wrongTries: try row.get(6))
            }
            contacts[try row.get(0)] = contact
        }
        return contacts
    }

    func save(_ contact: Contact, account: String, at now: Instant) throws {
        let pending = contact.pending
        try connection.execute(
            """
            INSERT INTO notice_contacts (account, email, language, pending_email, code_hash, code_sent_at, wrong_tries, changed_at)
            VALUES (\(account), \(contact.email), \(contact.language?.rawValue), \(pending?.email),
                \(pending?.codeHash), \(pending?.sentAt), \(pending?.wrongTries ?? 0), \(now))
            ON CONFLICT (account) DO UPDATE SET
                email = excluded.email, language = excluded.language, pending_email = excluded.pending_email, code_hash = excluded.code_hash, code_sent_at = excluded.code_sent_at,
                wrong_tries = excluded.wrong_tries, changed_at = excluded.changed_at
            """)
    }

    // MARK: Codes asked for

    func noteCode(account: String, at now: Instant) throws {
        try connection.execute("INSERT INTO notice_codes (account, sent_at) VALUES (\(account), \(now))")
    }

    func codes(account: String, since: Instant) throws -> Int {
        try connection.value("SELECT count(*) FROM notice_codes WHERE account = \(account) AND sent_at > \(since)", as: Int.self) ?? 0
    }

    func forgetCodes(before limit: Instant) throws {
        try connection.execute("DELETE FROM notice_codes WHERE sent_at < \(limit)")
    }

    // MARK: Refusals

    func refuse(_ address: String, at now: Instant) throws {
        try connection.execute(
            "INSERT INTO mail_refusals (address, created_at) VALUES (\(address.lowercased()), \(now)) ON CONFLICT (address) DO NOTHING")
    }

    func withdrawRefusal(_ address: String) throws {
        try connection.execute("DELETE FROM mail_refusals WHERE address = \(address.lowercased())")
    }

    /// Those of these addresses, in small letters, that have refused letters.
    func refused(among addresses: [String]) throws -> Set<String> {
        guard !addresses.isEmpty else { return [] }
        return Set(
            try connection.all("SELECT address FROM mail_refusals WHERE address IN \(list: addresses.filledForList)") { row in try row.get(0) })
    }

    func isRefused(_ address: String) throws -> Bool {
        try connection.value("SELECT 1 FROM mail_refusals WHERE address = \(address.lowercased())", as: Int.self) != nil
    }
}
