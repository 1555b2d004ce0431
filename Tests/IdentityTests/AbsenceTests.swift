// SPDX-License-Identifier: Apache-2.0

import Database
import Identity
import Kernel
import Organisation
import Testing

@Suite struct AbsenceTests {
    private static let unit = "H55.238"
    private let database: any Database
    private let head: Identifier
    private let specialist: Identifier
    private let second: Identifier
    private let stranger: Identifier

    init() async throws {
        database = try await openProvince()
        head = try await Self.officer("lanhdao", .head, in: database)
        specialist = try await Self.officer("chuyenvien", .specialist, in: database)
        second = try await Self.officer("chuyenvien2", .specialist, in: database)
        stranger = try await Self.officer("xakhac", .specialist, at: "H55.242", in: database)
    }

    private static func officer(_ name: String, _ role: PostRole, at unit: String = unit, in database: any Database) async throws -> Identifier {
        let account = NewAccount(
            username: name, displayName: name, kind: .officer, password: Secret("giữ kín nhé 2026"),
            posts: [Post(unit: unit, role: role, from: LocalDateTime(t0).date)])
        guard case .created(let id) = try await CreateAccount(database: database, passwords: quickHasher)(account, at: t0) else {
            throw UserError.notFound
        }
        return id
    }

    private func person(_ id: Identifier, daysOn: Int = 0) async throws -> Person {
        try #require(try await FindPerson(database: database)(id, at: t0.adding(seconds: Int64(daysOn) * 86_400)))
    }

    private func plan(_ absent: Identifier, _ substitute: Identifier, from: Int = 1, to: Int = 3) -> PlannedAbsence {
        let today = LocalDateTime(t0).date
        return PlannedAbsence(
            absent: absent, substitute: substitute, unit: Self.unit, from: today.adding(days: from), to: today.adding(days: to))
    }

    private func refusedField(_ outcome: PlanAbsence.Outcome) -> String? {
        if case .refused(let errors) = outcome { errors.first?.field } else { nil }
    }

    @Test func theSubstituteHoldsThePostsWhileItRunsAndNotBeforeOrAfter() async throws {
        let named = try await PlanAbsence(database: database)(plan(specialist, second), by: try await person(specialist), at: t0)
        #expect(refusedField(named) == nil)
        _ = try await PlanAbsence(database: database)(plan(head, specialist, from: 2, to: 2), by: try await person(head), at: t0)
        #expect(try await person(specialist).covers.isEmpty)
        let during = try await person(specialist, daysOn: 2)
        #expect(during.covers.map(\.absentName) == ["lanhdao"])
        #expect(during.holds(.head, at: Self.unit) && !during.ownPosts.contains { $0.role == .head })
        #expect(try await person(specialist, daysOn: 3).covers.isEmpty)
        #expect(try await person(second, daysOn: 3).covers.map(\.absentID) == [specialist])
    }

    @Test func oneNamesAColleagueOfTheSamePostAndTheHeadAnybodyOfTheUnit() async throws {
        let absences = PlanAbsence(database: database)
        #expect(refusedField(try await absences(plan(specialist, head), by: try await person(specialist), at: t0)) == "substitute")
        #expect(refusedField(try await absences(plan(specialist, stranger), by: try await person(specialist), at: t0)) == "substitute")
        #expect(refusedField(try await absences(plan(specialist, specialist), by: try await person(specialist), at: t0)) == "substitute")
        #expect(refusedField(try await absences(plan(specialist, second, from: -1), by: try await person(specialist), at: t0)) == "from")
        #expect(refusedField(try await absences(plan(specialist, second, to: 200), by: try await person(specialist), at: t0)) == "to")
        await #expect(throws: UserError.self) { try await absences(plan(head, specialist), by: try await person(second), at: t0) }
        await #expect(throws: UserError.self) { try await absences(plan(specialist, second), by: try await person(stranger), at: t0) }
        #expect(refusedField(try await absences(plan(specialist, head), by: try await person(head), at: t0)) == nil)
        #expect(refusedField(try await absences(plan(specialist, second), by: try await person(specialist), at: t0)) == "from", "covered already")
    }

    @Test func aSubstituteLendsNothingOnThatTheyWereLent() async throws {
        let absences = PlanAbsence(database: database)
        _ = try await absences(plan(head, specialist, from: 0), by: try await person(head), at: t0)
        _ = try await absences(plan(specialist, second, from: 0), by: try await person(specialist), at: t0)
        let last = try await person(second)
        #expect(last.covers.map(\.absentID) == [specialist] && !last.holds(.head, at: Self.unit))
        await #expect(throws: UserError.self) { try await absences(plan(second, head, from: 5, to: 6), by: try await person(specialist), at: t0) }
    }

    @Test func anAbsenceEndedEarlyLendsNothingMore() async throws {
        let absences = PlanAbsence(database: database)
        _ = try await absences(plan(head, specialist, from: 0), by: try await person(head), at: t0)
        let running = try #require(try await absences.coming(units: [Self.unit], at: t0).first)
        await #expect(throws: UserError.self) { try await absences.end(running.id, by: try await person(second), at: t0) }
        try await absences.end(running.id, by: try await person(head), at: t0)
        #expect(try await person(specialist).covers.isEmpty)
        #expect(try await absences.coming(units: [Self.unit], at: t0).isEmpty)
    }
}
