// SPDX-License-Identifier: Apache-2.0

package import Database
package import Kernel
import Organisation

/// An absence as somebody wants it.
package struct PlannedAbsence: Sendable {
    package let absent: Identifier
    package let substitute: Identifier
    package let unit: String
    package let from: LocalDate
    package let to: LocalDate

    package init(absent: Identifier, substitute: Identifier, unit: String, from: LocalDate, to: LocalDate) {
        (self.absent, self.substitute, self.unit, self.from, self.to) = (absent, substitute, unit, from, to)
    }
}

/// Names who stands in for a colleague who will be away. One does it for oneself with a colleague of the same post; the head of
/// the unit may name anybody of the unit, for anybody of it.
package struct PlanAbsence: Sendable {
    private let database: any Database
    /// Longer needs a decision on posts, not a cover.
    private static let longestDays = 90

    package init(database: any Database) {
        self.database = database
    }

    package enum Outcome: Sendable {
        case planned
        case refused([FieldError])
    }

    package func callAsFunction(_ plan: PlannedAbsence, by namer: Person, at now: Instant) async throws -> Outcome {
        let today = LocalDateTime(now).date
        let isHead = namer.ownPosts.contains { $0.unit == plan.unit && $0.role == .head }
        guard namer.accountID == plan.absent || isHead else { throw UserError.forbidden }
        let problems = Self.problems(plan, today: today)
        guard problems.isEmpty else { return .refused(problems) }
        return try await database.write { connection in
            let (accounts, store) = (AccountStore(connection), AbsenceStore(connection))
            guard let absent = try accounts.person(plan.absent, on: today), let substitute = try accounts.person(plan.substitute, on: today)
            else { throw UserError.notFound }
            let lent = Set(absent.ownPosts.filter { $0.unit == plan.unit && $0.role.stepRole != nil }.map(\.role))
            guard !lent.isEmpty else { return .refused([FieldError(field: "absent", message: Words.noPost)]) }
            let own = Set(substitute.ownPosts.filter { $0.unit == plan.unit }.map(\.role))
            guard !own.isEmpty else { return .refused([FieldError(field: "substitute", message: Words.otherUnit)]) }
            guard isHead || !own.isDisjoint(with: lent) else { return .refused([FieldError(field: "substitute", message: Words.otherRole)]) }
            guard try !store.overlaps(plan) else { return .refused([FieldError(field: "from", message: Words.overlap)]) }
            try store.insert(plan, id: Identifier.new(at: now), by: namer, at: now)
            return .planned
        }
    }

    /// Ends one early, or takes one back: the absent person, or the head of the unit.
    package func end(_ id: Identifier, by person: Person, at now: Instant) async throws {
        try await database.write { connection in
            let store = AbsenceStore(connection)
            guard let absence = try store.absence(id) else { throw UserError.notFound }
            let isHead = person.ownPosts.contains { $0.unit == absence.unit && $0.role == .head }
            guard absence.absentID == person.accountID || isHead else { throw UserError.notFound }
            try store.end(id, at: now)
        }
    }

    /// Absences of these units that run or will.
    package func coming(units: [String], at now: Instant) async throws -> [Absence] {
        try await database.read { try AbsenceStore($0).coming(units: units, from: LocalDateTime(now).date, limit: 100) }
    }

    private static func problems(_ plan: PlannedAbsence, today: LocalDate) -> [FieldError] {
        var problems: [FieldError] = []
        if plan.absent == plan.substitute { problems.append(FieldError(field: "substitute", message: Words.oneself)) }
        if plan.from < today { problems.append(FieldError(field: "from", message: Words.past)) }
        if plan.to < plan.from { problems.append(FieldError(field: "to", message: Words.backwards)) }
        if plan.to.dayNumber - plan.from.dayNumber > longestDays { problems.append(FieldError(field: "to", message: Words.tooLong)) }
        return problems
    }

    private enum Words {
        static let oneself = Phrase(vi: "Hãy chọn một người khác.", en: "Choose somebody else.")
        static let past = Phrase(vi: "Ngày bắt đầu không được ở quá khứ.", en: "The first day must not lie in the past.")
        static let backwards = Phrase(vi: "Ngày kết thúc phải từ ngày bắt đầu trở đi.", en: "The last day must not come before the first.")
        static let tooLong = Phrase(vi: "Tối đa 90 ngày.", en: "90 days at most.")
        static let noPost = Phrase(
            vi: "Người này không giữ vị trí xử lý hồ sơ ở đơn vị.", en: "This person holds no post that handles dossiers at the unit.")
        static let otherUnit = Phrase(vi: "Người làm thay phải cùng đơn vị.", en: "The substitute must be of the same unit.")
        static let otherRole = Phrase(
            vi: "Người làm thay phải giữ cùng vị trí; người ở vị trí khác do lãnh đạo đơn vị cử.",
            en: "The substitute must hold the same post; the head of the unit may name somebody of another.")
        static let overlap = Phrase(vi: "Những ngày này đã có người làm thay.", en: "These days are covered already.")
    }
}
