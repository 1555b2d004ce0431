// SPDX-License-Identifier: Apache-2.0

import Database
import Foundation
import Identity
import Jobs
import Kernel
import Notices
import Organisation
import Synchronization
import TestDatabases
import Testing

@testable import Drafts

/// Drafts on a real database, with a clock the test moves.
@Suite struct DraftTests {
    private let database: any Database
    private let clock = Clock()

    private final class Clock: Sendable {
        let moment = Mutex(Instant(milliseconds: 1_795_000_000_000))
        var now: Instant { moment.withLock { $0 } }
        func pass(days: Int) { moment.withLock { $0 = $0.adding(days: days) } }
    }

    init() async throws {
        database = try temporaryDatabase()
        _ = try await Migrator(
            JobsMigrations.all + OrganisationMigrations.all + IdentityMigrations.all + NoticeMigrations.all + DraftMigrations.all
        ).migrate(database)
    }

    private func begin() async throws -> FilingDraft {
        try await BeginDraft(database: database, now: { [clock] in clock.now })(
            account: "account-1", procedure: "1.001193", version: 1, caseCode: "1.001193.01", unit: "H55.238", entries: [])
    }

    private func save(_ draft: FilingDraft, _ step: String, _ value: String) async throws -> SaveDraft.Saved {
        try await SaveDraft(database: database, now: { [clock] in clock.now })(
            draft.id, of: draft.account, fields: { $0.hasPrefix(step) }, merge: { _ in [.init(name: step + ".name", value: value)] })
    }

    @Test func stepsSavedFromTwoDevicesAreBothKept() async throws {
        let draft = try await begin()
        _ = try await save(draft, "child", "An")
        let saved = try await save(draft, "mother", "Hà")
        #expect(saved.before.entries.map(\.value) == ["An"])
        #expect(saved.draft.entries.map(\.value) == ["An", "Hà"])
        #expect(saved.draft.sequence == 3)
    }

    @Test func savingTheSameAgainChangesNothing() async throws {
        let draft = try await begin()
        let first = try await save(draft, "child", "An")
        let again = try await save(draft, "child", "An")
        #expect(again.draft == first.draft)
    }

    @Test func onlyTheOwnerFindsIt() async throws {
        let draft = try await begin()
        #expect(try await database.read { try DraftStore($0).find(draft.id, of: "account-2") } == nil)
        await #expect(throws: UserError.self) { try await DiscardDraft(database: database)(draft.id, of: "account-2") }
        try await DiscardDraft(database: database)(draft.id, of: "account-1")
        #expect(try await database.read { try DraftStore($0).find(draft.id, of: "account-1") } == nil)
    }

    @Test func aFiledDraftKeepsNothingAndTakesNothing() async throws {
        let draft = try await begin()
        _ = try await save(draft, "child", "An")
        let dossier = Identifier.new(at: clock.now)
        #expect(try await database.write { try DraftStore($0).markFiled(draft.id, at: 1, as: dossier) } == false)
        #expect(try await database.write { try DraftStore($0).markFiled(draft.id, at: 2, as: dossier) })
        let filed = try await database.read { try DraftStore($0).find(draft.id, of: "account-1") }
        #expect(filed?.filedAs == dossier)
        #expect(filed?.entries == [])
        await #expect(throws: UserError.self) { try await save(draft, "child", "Bình") }
        #expect(try await database.read { try DraftStore($0).open(of: "account-1", limit: 10) } == [])
    }

    @Test func itsOwnerIsRemindedTwiceAndItGoesAfterAMonth() async throws {
        let draft = try await begin()
        let remind = RemindDrafts(database: database, now: { [clock] in clock.now })
        func run(after days: Int) async throws -> [Int] {
            clock.pass(days: days)
            let (reminded, discarded) = try await remind()
            return [reminded, discarded]
        }
        #expect(try await run(after: 2) == [0, 0])
        #expect(try await run(after: 2) == [1, 0])
        #expect(try await run(after: 1) == [0, 0])
        #expect(try await run(after: 24) == [1, 0])
        #expect(try await run(after: 2) == [0, 1])
        let notices = try await database.read { try NoticeStore($0).latest(for: "account-1", limit: 10) }
        #expect(notices.count == 2)
        #expect(notices.allSatisfy { $0.notice.link == "/drafts/\(draft.id)/review" })
    }

    @Test func nobodyHoardsDrafts() async throws {
        for _ in 0..<BeginDraft.maximumOpen { _ = try await begin() }
        await #expect(throws: UserError.self) { try await begin() }
    }
}
