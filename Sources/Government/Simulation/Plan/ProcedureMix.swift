// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Organisation
import Process
import WorkingTime

/// One case of a procedure version with all that is looked up of it again and again.
final class SimulatedCase: Sendable {
    let definition: ProcedureDefinition
    let chosen: ProcedureCase
    let rules: CaseRules
    /// File names by component.
    let fileNames: [String: String]
    /// Whether desks of communes examine before the agency does.
    let needsCommuneDesk: Bool
    let isOnTheSpot: Bool
    /// Whether a step lies with an agency that neither receives nor resolves.
    let needsOtherAgency: Bool
    /// What its short answers are about, by question.
    let topics: [String: AnswerTopic]
    /// The running sum of the steps' shares of the whole time.
    let shares: [Double]

    init(_ definition: ProcedureDefinition, _ chosen: ProcedureCase, rules: CaseRules) {
        (self.definition, self.chosen, self.rules, isOnTheSpot) = (definition, chosen, rules, definition.resolvedOnTheSpot)
        fileNames = Dictionary(
            chosen.components.map { component in
                (component.code, folded(component.name.vi).split(separator: " ").prefix(5).joined(separator: "-") + ".pdf")
            }, uniquingKeysWith: { first, _ in first })
        topics = Dictionary(
            chosen.form.questions.filter { $0.question.kind == .shortText }.map { ($0.question.id, AnswerTopic($0.question)) },
            uniquingKeysWith: { first, _ in first })
        needsCommuneDesk = chosen.process.steps.contains { $0.unit == .receiving && $0.kind != .intake && $0.kind != .return }
        needsOtherAgency = chosen.process.steps.contains { if case .agency = $0.unit { true } else { false } }
        let total = max(0.001, chosen.process.steps.reduce(0) { $0 + $1.duration.amount })
        var sum = 0.0
        shares = chosen.process.steps.map { step in
            sum += step.duration.amount / total
            return sum
        }
    }
}

/// Which procedures people ask for on a day, online and at the desk.
struct ProcedureMix: Sendable {
    private let online: Weighted<[SimulatedCase]>
    private let desk: Weighted<[SimulatedCase]>
    /// The procedures of which no version was in force yet, so that their first one stands in.
    let early: [String]

    init(on day: LocalDate, catalogue: SimulatedCatalogue, facts: SimulationFacts) {
        var (online, desk): ([([SimulatedCase], Double)], [([SimulatedCase], Double)]) = ([], [])
        var early: [String] = []
        for versions in catalogue.procedures {
            guard let version = versions.last(where: { $0.definition.isInForce(on: day) }) ?? Self.standIn(versions, day, &early) else { continue }
            let weight = facts.procedures[version.definition.code] ?? 1
            if version.definition.terms(of: .online) != nil {
                online.append((version.cases, weight))
                desk.append((version.cases, weight))
            } else {
                desk.append((version.cases, weight * 2))
            }
        }
        (self.online, self.desk, self.early) = (Weighted(online), Weighted(desk), early)
    }

    private static func standIn(_ versions: [SimulatedCatalogue.Version], _ day: LocalDate, _ early: inout [String]) -> SimulatedCatalogue.Version? {
        guard let first = versions.first, day < first.definition.effectiveFrom else { return nil }
        early.append(first.definition.code)
        return first
    }

    func draw(_ channel: SubmissionChannel, _ chance: inout Chance) -> SimulatedCase? {
        let cases = (channel == .online ? online : desk).draw(&chance) ?? []
        // The first case is the usual one.
        return chance.happens(0.7) ? cases.first : chance.one(of: cases)
    }

    var isEmpty: Bool { desk.elements.isEmpty }
}

/// Every version of every procedure of the province, prepared once.
struct SimulatedCatalogue: Sendable {
    struct Version: Sendable {
        let definition: ProcedureDefinition
        let cases: [SimulatedCase]
    }

    /// By procedure, oldest version first.
    let procedures: [[Version]]

    init(_ house: DossierHouse) throws {
        let definitions = house.procedures.snapshot.definitions
        procedures = try definitions.keys.sorted().map { code in
            try (definitions[code] ?? []).map { definition in
                let cases = try definition.cases.map { chosen in
                    let rules = try house.rules(procedure: code, version: definition.version, caseCode: chosen.code)
                    return SimulatedCase(definition, chosen, rules: rules)
                }
                return Version(definition: definition, cases: cases)
            }
        }
    }

    /// The days on which another version comes into force or one ends.
    func changes(of day: LocalDate) -> Bool {
        procedures.joined().contains { $0.definition.effectiveFrom == day || $0.definition.effectiveTo?.adding(days: 1) == day }
    }
}
