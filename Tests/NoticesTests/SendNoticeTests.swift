// SPDX-License-Identifier: Apache-2.0

import Database
import Identity
import Jobs
import Kernel
import Organisation
import Synchronization
import TestDatabases
import Testing

@testable import Notices

@Suite struct SendNoticeTests {
    private static let now = Instant(milliseconds: 1_795_140_000_000)
    private static let account = Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
    private static let proofs = AddressProofs(key: Secret(Array(repeating: 7, count: 32)))

    private func database() async throws -> any Database {
        let database = try temporaryDatabase()
        _ = try await Migrator(JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + NoticeMigrations.all).migrate(database)
        return database
    }

    private func notice(email: String? = nil, account: Identifier? = account) -> Notice {
        Notice(account: account?.description, title: Phrase("t"), body: Phrase("b"), link: "/me", email: email)
    }

    private func letters(_ database: any Database) async throws -> [Letter] {
        try await database.read { try JobStore.list($0, .waiting, topic: Letter.topic).map { try $0.payload.decoded(as: Letter.self) } }
    }

    @Test func withoutAnAddressThereIsANoticeAndNoLetter() async throws {
        let database = try await database()
        try await database.write { try SendNotice($0)(self.notice(), at: Self.now) }
        #expect(try await letters(database).isEmpty)
        #expect(try await database.read { try NoticeStore($0).latest(for: Self.account.description, limit: 5) }.count == 1)
    }

    @Test func theAddressOfTheMatterIsUsedWithoutAName() async throws {
        let database = try await database()
        try await database.write { try SendNotice($0)(self.notice(email: "hoa@example.vn"), at: Self.now) }
        let letter = try #require(try await letters(database).first)
        #expect(letter.to == "hoa@example.vn" && letter.name == nil && letter.language == nil)
    }

    @Test func whoHasNoAccountGetsALetterAndNoListEntry() async throws {
        let database = try await database()
        try await database.write { try SendNotice($0)(self.notice(email: "hoa@example.vn", account: nil), at: Self.now) }
        #expect(try await letters(database).count == 1)
    }

    @Test func theSameNoticeIsSentOnce() async throws {
        let database = try await database()
        let id = Identifier.new(at: Self.now)
        for _ in 0..<3 { try await database.write { try SendNotice($0)(self.notice(email: "hoa@example.vn"), at: Self.now, id: id) } }
        #expect(try await letters(database).count == 1)
        #expect(try await database.read { try NoticeStore($0).latest(for: Self.account.description, limit: 5) }.count == 1)
    }

    @Test func aTransactionThatFailsTellsNobody() async throws {
        struct Refused: Error {}
        let database = try await database()
        await #expect(throws: Refused.self) {
            try await database.write { connection in
                try SendNotice(connection)(self.notice(email: "hoa@example.vn"), at: Self.now)
                throw Refused()
            }
        }
        #expect(try await letters(database).isEmpty)
    }

    @Test func aConfirmedAddressComesFirstAndARefusedOneGetsNothing() async throws {
        let database = try await database()
        let confirm = ConfirmAddress(database: database, proofs: Self.proofs, now: { Self.now })
        guard case .codeSent = try await confirm.ask("Toi@Example.vn", account: Self.account.description, language: .en) else {
            Issue.record("no code was sent")
            return
        }
        let code = try #require(try await letters(database).first?.link.split(separator: "=").last)
        guard case .confirmed = try await confirm.confirm(code: String(code), account: Self.account.description, language: .en) else {
            Issue.record("the code was not taken")
            return
        }
        try await database.write { try SendNotice($0)(self.notice(email: "khac@example.vn"), at: Self.now) }
        let letter = try #require(try await letters(database).first { $0.link == "/me" })
        #expect(letter.to == "Toi@example.vn" && letter.language == .en)
        try await confirm.stop("toi@example.vn")
        try await database.write { try SendNotice($0)(self.notice(), at: Self.now) }
        #expect(try await letters(database).count == 2)
    }

    @Test func aCodeIsGoodForHalfAnHourAndFiveTries() async throws {
        let database = try await database()
        let clock = Mutex(Self.now)
        let confirm = ConfirmAddress(database: database, proofs: Self.proofs, now: { clock.withLock { $0 } })
        let account = Self.account.description
        _ = try await confirm.ask("toi@example.vn", account: account, language: .vi)
        guard case .tooOften = try await confirm.ask("toi@example.vn", account: account, language: .vi) else {
            Issue.record("two codes within a minute")
            return
        }
        let code = String(try #require(try await letters(database).first?.link.split(separator: "=").last))
        clock.withLock { $0 = Self.now.adding(seconds: 30 * 60) }
        guard case .over = try await confirm.confirm(code: code, account: account, language: .vi) else {
            Issue.record("an old code was taken")
            return
        }
    }

    @Test func aLetterIsWrittenAsAnEncoderWritesIt() throws {
        for (name, language) in [(nil, nil), ("Hoà \"A\"", Language.vi), (nil, .en)] as [(String?, Language?)] {
            let letter = Letter(
                to: "hoa@example.vn", name: name, language: language, subject: Phrase(vi: "Hồ sơ \\ \n", en: "Dossier"),
                paragraphs: [Phrase("a"), Phrase(vi: "b", en: "c")], link: "/me/dossiers/1")
            let encoded = try JSONText(encoding: letter)
            #expect(letter.json == encoded)
        }
    }

    @Test func manyNoticesAtOnceAreWhatEachWouldBe() async throws {
        let (one, many) = (try await database(), try await database())
        for database in [one, many] { try await database.write { try ContactStore($0).refuse("no@example.vn", at: Self.now) } }
        let other = Identifier(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002)
        let notices = [
            notice(), notice(email: "hoa@example.vn"), notice(email: "No@example.vn"), notice(email: "an@example.vn", account: other),
            notice(email: "x@example.vn", account: nil), notice(email: "", account: nil),
        ]
        for notice in notices { try await one.write { try SendNotice($0)(notice, at: Self.now) } }
        try await many.write { try SendNotice($0)(notices.map { (notice: $0, at: Self.now) }) }
        let written = try await (letters(one), letters(many))
        #expect(written.0.map(\.to).sorted() == written.1.map(\.to).sorted())
        #expect(written.1.count == 3)
        for account in [Self.account, other] {
            let list = try await one.read { try NoticeStore($0).latest(for: account.description, limit: 10).count }
            #expect(try await many.read { try NoticeStore($0).latest(for: account.description, limit: 10).count } == list)
        }
    }
}
