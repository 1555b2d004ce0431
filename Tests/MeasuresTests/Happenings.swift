// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel
import Testing

@testable import Measures

/// What is to be counted, found out without any counter: every history is walked from its filing.
struct Happenings {
    struct Happening: Hashable {
        let measure: Measure
        let day: LocalDate
        let unit: String
        let procedure: String
        let channel: Int
        let dossier: Identifier
        let code: String
    }

    let all: [Happening]

    init(_ database: any Database) async throws {
        all = try await database.read { connection in
            var (all, current, isAccepted): ([Happening], Identifier?, Bool) = ([], nil, false)
            try connection.forEach(
                """
                /* by hand */ SELECT e.dossier_id, e.name, e.at, d.due_at, d.resolving_unit, d.procedure_code, d.channel, d.code, d.provisional_code
                FROM dossier_events e JOIN dossiers d ON d.id = e.dossier_id ORDER BY e.dossier_id, e.sequence
                """
            ) { row in
                let (dossier, at) = (try row.get(0, as: Identifier.self), LocalDateTime(try row.get(2, as: Instant.self)))
                if dossier != current { (current, isAccepted) = (dossier, false) }
                let due = try row.get(3, as: Instant?.self).map { LocalDateTime($0) }
                guard let measure = Self.measure(try row.get(1), at, due: due, &isAccepted) else { return }
                all.append(
                    Happening(
                        measure: measure, day: at.date, unit: try row.get(4), procedure: try row.get(5), channel: try row.get(6), dossier: dossier,
                        code: try row.get(7, as: String?.self) ?? row.get(8)))
            }
            return all
        }
    }

    private static func measure(_ name: String, _ at: LocalDateTime, due: LocalDateTime?, _ isAccepted: inout Bool) -> Measure? {
        switch name {
        case "submitted": return .filed
        case "accepted":
            isAccepted = true
            return .accepted
        case "rejected": return .rejected
        case "refused": return .refused
        case "withdrawn": return isAccepted ? .withdrawn : .withdrawnAtIntake
        case "expired": return isAccepted ? .lapsed : .lapsedAtIntake
        case "resolved":
            guard let due else { return nil }
            return at > due ? .resolvedLate : at.date < due.date ? .resolvedEarly : .resolvedOnTime
        case "result_returned": return .returned
        case "supplement_requested": return .supplementAsked
        default: return nil
        }
    }

    // MARK: Figures

    /// Those of a question's unit.
    private func within(_ unit: String?) -> [Happening] { unit == nil ? all : all.filter { $0.unit == unit } }

    /// Every line that has something to say, and the figures it should have; nothing is known here of what is overdue.
    func figures(_ question: StatisticsQuestion) -> [String: Figures] {
        var figures: [String: Figures] = [:]
        for one in within(question.unit) where one.day <= question.to {
            if one.day >= question.from {
                figures[one.key(question.by), default: .init()].counts[one.measure] += 1
            } else if question.by != .day {
                figures[one.key(question.by), default: .init()].before[one.measure] += 1
            }
        }
        if question.by == .day {
            for key in figures.keys { figures[key]?.before = counts(question, before: key) }
        }
        return figures.filter { !$0.value.isEmpty }
    }

    private func counts(_ question: StatisticsQuestion, before day: String) -> MeasureCounts {
        within(question.unit).reduce(into: MeasureCounts()) { counts, one in if one.day.iso < day { counts[one.measure] += 1 } }
    }

    /// Dossiers accepted until a day and not ended then.
    func inProcess(at day: LocalDate, unit: String? = nil) -> Set<Identifier> {
        dossiers([.accepted], through: day, unit).subtracting(dossiers(Measure.ended, through: day, unit))
    }

    /// Dossiers filed until a day, neither accepted nor ended then.
    func waiting(at day: LocalDate, unit: String? = nil) -> Set<Identifier> {
        dossiers([.filed], through: day, unit).subtracting(dossiers([.accepted] + Measure.endedAtIntake, through: day, unit))
    }

    private func dossiers(_ measures: [Measure], through day: LocalDate, _ unit: String?) -> Set<Identifier> {
        Set(within(unit).filter { measures.contains($0.measure) && $0.day <= day }.map(\.dossier))
    }

    // MARK: Lists

    /// The codes of dossiers accepted until a day and not ended then, where the question asks.
    func open(_ question: ListingQuestion, atEndOf day: LocalDate) -> [String] {
        let open = inProcess(at: day)
        return all.filter { one in
            one.measure == .accepted && open.contains(one.dossier)
                && question.takes(unit: one.unit, procedure: one.procedure, channel: one.channel)
        }.map(\.code).sorted()
    }

    /// The codes and days a list should show, in any order.
    func listed(_ question: ListingQuestion) -> [String] {
        all.filter { one in
            question.figure.measures?.contains(one.measure) == true && (question.from...question.to).contains(one.day)
                && question.takes(unit: one.unit, procedure: one.procedure, channel: one.channel)
        }.map { "\($0.day.iso) \($0.code)" }.sorted()
    }
}

extension Happenings.Happening {
    fileprivate func key(_ by: StatisticsBy) -> String {
        switch by {
        case .unit: unit
        case .procedure: procedure
        case .channel: String(channel)
        case .day: day.iso
        }
    }
}

extension ListingQuestion {
    func takes(unit: String, procedure: String, channel: Int) -> Bool {
        (self.unit ?? unit) == unit && (self.procedure ?? procedure) == procedure && (self.channel ?? channel) == channel
    }
}
