// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Identity
import Kernel
import Organisation
import Process
import Testing
import Web

@Suite struct DeskWorkTests {
    typealias Fixture = HouseFixture

    private func person(_ role: PostRole, at unit: String = Fixture.commune, covers: [Cover] = []) -> Person {
        Person(
            accountID: Identifier(high: 9, low: UInt64(role.rawValue.count)), username: role.rawValue, displayName: role.rawValue, kind: .officer,
            posts: [Post(unit: unit, role: role, from: LocalDate(dayNumber: 0))] + covers.flatMap(\.posts), covers: covers)
    }

    @Test func neighboursFollowTheQueueInBothDirections() async throws {
        let fixture = try await Fixture()
        for _ in 0..<3 {
            try await fixture.file()
            fixture.pass(hours: 1)
        }
        let (queue, desk) = (WorkQueue(house: fixture.house), person(.oneStopOfficer))
        let rows = try await queue(.new, for: desk, limit: 10).rows
        let middle = DossierQueueStore.Position(danger: rows[1].danger, id: rows[1].id)
        let (previous, next) = try await queue.neighbours(of: middle, in: .new, for: desk, filter: .none)
        #expect(previous?.code == rows[0].code && next?.code == rows[2].code)
    }

    @Test func tabsCountWithoutCountingEverything() async throws {
        let fixture = try await Fixture()
        for _ in 0..<4 { try await fixture.file() }
        let counts = try await WorkQueue(house: fixture.house).counts(for: person(.oneStopOfficer))
        #expect(counts[.new] == 4 && counts[.toReturn] == 0 && counts[.proposals] == 0)
    }

    @Test func aFilterNarrowsAndNothingElse() async throws {
        let fixture = try await Fixture()
        try await fixture.file()
        let (queue, desk) = (WorkQueue(house: fixture.house), person(.oneStopOfficer))
        #expect(try await queue(.new, for: desk, filter: QueueFilter(procedure: "1.004873"), limit: 10).rows.count == 1)
        #expect(try await queue(.new, for: desk, filter: QueueFilter(procedure: "1.001193"), limit: 10).rows.isEmpty)
        #expect(try await queue(.new, for: desk, filter: QueueFilter(channel: .online), limit: 10).rows.count == 1)
        #expect(try await queue(.new, for: desk, filter: QueueFilter(channel: .inPerson), limit: 10).rows.isEmpty)
        #expect(try await queue(.new, for: desk, filter: QueueFilter(isOnlyMine: true), limit: 10).rows.isEmpty)
        #expect(try await queue.procedures(in: .new, for: desk).map(\.code) == ["1.004873"])
        let rows = try await queue(.new, for: desk, limit: 10).rows
        #expect(try await queue.waitingSince(rows)[rows[0].id] == fixture.house.now())
    }

    @Test func aProposalGoesToTheHeadAndEndsWithTheRequest() async throws {
        let fixture = try await Fixture()
        let fresh = try await fixture.file()
        let (desk, head) = (person(.oneStopOfficer), person(.head))
        let write = WriteNote(house: fixture.house)
        await #expect(throws: UserError.self) { try await write.propose(items: ["Ảnh"], reason: "Mờ", on: fresh, by: desk) }
        var dossier = try await fixture.act(
            .requestSupplement(items: ["A"], reason: "B", override: nil), on: fresh, by: Fixture.officer(.oneStopOfficer))
        dossier = try await fixture.act(.supplement(answers: nil, files: [], note: "Đã nộp"), on: dossier, by: Fixture.citizen)
        try await write.propose(items: ["Ảnh"], reason: "Mờ", on: dossier, by: desk)
        let queue = WorkQueue(house: fixture.house)
        #expect(try await queue(.proposals, for: head, limit: 10).rows.map(\.id) == [dossier.id])
        #expect(try await queue(.proposals, for: person(.head, at: "H55.201"), limit: 10).rows.isEmpty)
        try await fixture.act(.requestSupplement(items: ["Ảnh"], reason: "Mờ", override: "Cần"), on: dossier, by: Fixture.officer(.head))
        #expect(try await queue(.proposals, for: head, limit: 10).rows.isEmpty)
    }

    @Test func notesAreKeptAsWrittenAndForThoseWithAPost() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let write = WriteNote(house: fixture.house)
        try await write("  Đã gọi <b>điện</b> ", on: dossier, by: person(.specialist))
        await #expect(throws: UserError.self) { try await write(" \n", on: dossier, by: person(.specialist)) }
        await #expect(throws: UserError.self) { try await write("x", on: dossier, by: person(.auditor, at: "H55")) }
        let notes = try await fixture.database.read { try DossierNoteStore($0).notes(on: dossier.id) }
        #expect(notes.map(\.text) == ["Đã gọi <b>điện</b>"])
        try await write.draft(template: "letter", fields: ["subject": "Một"], on: dossier, by: person(.specialist))
        try await write.draft(template: "letter", fields: ["subject": "Hai"], on: dossier, by: person(.specialist))
        #expect(try await fixture.database.read { try DossierNoteStore($0).draft(of: dossier.id) }?.fields == ["subject": "Hai"])
    }

    @Test func theHistoryNamesTheSubstituteAndTheAbsent() async throws {
        let fixture = try await Fixture()
        let dossier = try await fixture.file()
        let post = Post(unit: Fixture.commune, role: .oneStopOfficer, from: LocalDate(dayNumber: 0), to: LocalDate(dayNumber: 99_999))
        let cover = Cover(absentID: Identifier(high: 3, low: 3), absentName: "Trần Minh Châu", posts: [post])
        let substitute = person(.specialist, covers: [cover])
        #expect(try await WorkQueue(house: fixture.house)(.new, for: substitute, limit: 10).rows.count == 1)
        try await fixture.act(.accept(code: "", note: "", forward: true), on: dossier, by: Actor(substitute))
        let events = try await fixture.database.read { try DossierStore($0).events(of: dossier.id) }
        #expect(events.last?.actor.name == "specialist (thay Trần Minh Châu)")
        #expect(events.last?.actor.account == substitute.accountID.description)
        #expect(try await VerifyHistory(house: fixture.house)().damage.filter { $0.kind != .paperMissing } == [])
    }

    @Test func desksHearOfWhatWasCommittedAndOfNothingElse() async throws {
        let fixture = try await Fixture()
        let heard = fixture.database.notifications(LiveHub.channel)
        let dossier = try await fixture.file()
        #expect(try await isNews(heard, fixture))
        _ = try? await fixture.act(.reject(reason: "", legalGround: ""), on: dossier, by: Fixture.officer(.oneStopOfficer))
        #expect(try await !isNews(heard, fixture), "a refused command is no news")
        #expect(LiveTopic.queues(of: person(.head)).contains(LiveTopic.unit(Fixture.commune)))
    }

    /// Whether anything was told since this was asked before.
    private func isNews(_ heard: AsyncStream<String>, _ fixture: Fixture) async throws -> Bool {
        try await fixture.database.write { try $0.notify(LiveHub.channel, "now") }
        var count = 0
        for await note in heard {
            if note == "now" { break }
            count += 1
        }
        return count > 0
    }
}
