// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Dossiers
import Identity
import Kernel
import Notices
import Organisation
import Process
import TestDatabases
import Testing

/// Every test refuses statements that no index could answer (`WatchedDatabase`). Here the planners choose by the statistics of a
/// full house, in the walks that happen all day.
@Suite struct PlansAtScaleTests {
    typealias Fixture = HouseFixture

    private static func officer(_ role: PostRole, at unit: String = Fixture.commune) -> Person {
        Person(
            accountID: Identifier(high: 9, low: UInt64(role.rawValue.count)), username: role.rawValue, displayName: role.rawValue, kind: .officer,
            posts: [Post(unit: unit, role: role, from: LocalDate(dayNumber: 0))])
    }

    @Test func theWalksOfADayReadIndexesInAFullHouse() async throws {
        let fixture = try await Fixture()
        let database = try #require(fixture.database as? WatchedDatabase)
        let model = try await fixture.file().id
        let first = fixture.house.now().adding(days: -278)
        try await database.write { try ManyDossiers(connection: $0, model: model, first: first).fill() }
        database.record()
        try await walk(fixture)
        let statements = database.recorded()
        #expect(statements.count > 40)
        for sql in statements {
            let plan = try await database.write { connection in
                let plan = try QueryPlan(of: sql, connection)
                return (fault: plan.fault, lines: plan.lines)
            }
            #expect(plan.fault == nil, "\(sql.text)\n\(plan.lines.joined(separator: "\n"))")
        }
    }

    private func walk(_ fixture: Fixture) async throws {
        let house = fixture.house
        try await queues(house)
        for typed in ["Nguyễn Hoa", "hoa van ng", "nguyen", "0912110000", "DK-H55.238-261116-0001", "17"] {
            for person in [Self.officer(.oneStopOfficer), Self.officer(.auditor, at: "H55")] {
                let page = try await FindDossiers(house: house)(typed, for: person)
                if let next = page.next { _ = try await FindDossiers(house: house)(typed, for: person, after: next) }
            }
        }
        let dossier = try await fixture.file(key: "key")
        let again = try await fixture.file(key: "key")
        #expect(dossier.id == again.id)
        let accepted = try await fixture.act(.accept(code: "", note: "", forward: true), on: dossier, by: Fixture.officer(.oneStopOfficer))
        _ = try await TrackDossier(house: house)(accepted.state.publicCode)
        _ = try await OpenDossier(house: house)(accepted.state.publicCode, for: Self.officer(.specialist))
        let day = LocalDateTime(house.now()).date
        _ = try await ReadLogbook(house: house)(unit: Fixture.commune, day: day, limit: 20)
        _ = try await ReadLogbook(house: house)(unit: Fixture.commune, day: day, after: accepted.state.code, limit: 20)
        let account = Fixture.citizen.account
        let now = house.now()
        _ = try await house.database.write { connection in
            _ = try NoticeStore(connection).latest(for: account, limit: 20)
            try NoticeStore(connection).markRead(account: account, at: now)
            _ = try DossierQueueStore(connection).owned(by: account, before: nil, limit: 20)
            _ = try DossierQueueStore(connection).owned(by: account, before: now, limit: 20)
            _ = try DossierQueueStore(connection).reads(of: dossier.id)
            _ = try DossierStore(connection).events(of: dossier.id)
        }
    }

    private func queues(_ house: DossierHouse) async throws {
        let queue = WorkQueue(house: house)
        for person in [Self.officer(.oneStopOfficer), Self.officer(.specialist), Self.officer(.head)] {
            _ = try await queue.counts(for: person)
            for view in QueueView.allCases {
                let page = try await queue(view, for: person, limit: 20)
                _ = try await queue.procedures(in: view, for: person)
                _ = try await queue.waitingSince(page.rows)
                guard let next = page.next else { continue }
                _ = try await queue(view, for: person, after: next, limit: 20)
                _ = try await queue.neighbours(of: next, in: view, for: person, filter: .none)
            }
        }
    }
}
