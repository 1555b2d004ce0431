// SPDX-License-Identifier: Apache-2.0

import Database
import Forms
import Jobs
import Kernel

/// What became of an address somebody typed.
enum AskedAddress: Sendable {
    case codeSent
    case wrong(Phrase)
    /// Codes are letters too: one a minute, five an hour.
    case tooOften
}

enum ConfirmedAddress: Sendable {
    case confirmed
    case wrongCode
    /// Too old, tried too often, or never asked for.
    case over
}

/// An account's address for letters: typed, proved by a code sent there, stopped, taken up again.
struct ConfirmAddress: Sendable {
    static let codeSeconds: Int64 = 30 * 60
    private static let wrongTries = 5

    let database: any Database
    let proofs: AddressProofs
    let now: @Sendable () -> Instant

    /// Sends a code to the address; until it comes back the confirmed address stays.
    func ask(_ typed: String, account: String, language: Language) async throws -> AskedAddress {
        let email: String
        switch EmailAddress.read(typed) {
        case .wrong(let phrase): return .wrong(phrase)
        case .right(let address): email = address
        }
        let (moment, code) = (now(), Self.code())
        let hash = proofs.hash(code: code, account: account)
        return try await database.write { connection in
            let store = ContactStore(connection)
            try store.forgetCodes(before: moment.adding(seconds: -24 * 3600))
            guard try store.codes(account: account, since: moment.adding(seconds: -60)) < 1,
                try store.codes(account: account, since: moment.adding(seconds: -3600)) < 5
            else { return .tooOften }
            var contact = try store.find(account: account) ?? Contact()
            contact.pending = Contact.Pending(email: email, codeHash: hash, sentAt: moment, wrongTries: 0)
            try store.save(contact, account: account, at: moment)
            try store.noteCode(account: account, at: moment)
            try Outbox.enqueue(connection, topic: Letter.topic, payload: Words.letter(to: email, code: code, language), at: moment)
            return .codeSent
        }
    }

    func confirm(code: String, account: String, language: Language) async throws -> ConfirmedAddress {
        let moment = now()
        let hash = proofs.hash(code: code.filter(\.isNumber), account: account)
        return try await database.write { connection in
            let store = ContactStore(connection)
            guard var contact = try store.find(account: account), let pending = contact.pending,
                moment.seconds(since: pending.sentAt) < Self.codeSeconds, pending.wrongTries < Self.wrongTries
            else { return .over }
            guard pending.codeHash == hash else {
                contact.pending = Contact.Pending(
                    email: pending.email, codeHash: pending.codeHash, sentAt: pending.sentAt, wrongTries: pending.wrongTries + 1)
                try store.save(contact, account: account, at: moment)
                return .wrongCode
            }
            (contact.email, contact.language, contact.pending) = (pending.email, language, nil)
            try store.save(contact, account: account, at: moment)
            try store.withdrawRefusal(pending.email)
            return .confirmed
        }
    }

    func stop(_ address: String) async throws {
        let moment = now()
        try await database.write { try ContactStore($0).refuse(address, at: moment) }
    }

    /// Takes letters to the account's confirmed address up again.
    func resume(account: String) async throws {
        try await database.write { connection in
            let store = ContactStore(connection)
            if let email = try store.find(account: account)?.email { try store.withdrawRefusal(email) }
        }
    }

    private static func code() -> String {
        let digits = String(Int.random(in: 0...999_999))
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    private enum Words {
        static let subject = Phrase(vi: "Xác nhận địa chỉ thư điện tử", en: "Confirm your e-mail address")
        static let code = Phrase(vi: "Mã xác nhận: {code}. Mã dùng được trong 30 phút.", en: "Your code: {code}. It is good for 30 minutes.")
        static let ignore = Phrase(
            vi: "Nhập mã này ở trang “Nhận thông báo qua thư điện tử”. Nếu bạn không yêu cầu, xin bỏ qua thư này.",
            en: "Enter it on the page “Notices by e-mail”. If you did not ask for it, ignore this letter.")

        static func letter(to email: String, code: String, _ language: Language) -> Letter {
            Letter(
                to: email, name: nil, language: language, subject: subject, paragraphs: [Self.code.with(["code": code]), ignore],
                link: "/me/contact?code=\(code)")
        }
    }
}
