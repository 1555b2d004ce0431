// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Identity
import Kernel
import Organisation
import Process

/// What would happen to each chosen dossier, asked of the engine itself; nothing is done yet.
struct BatchPlan {
    struct Line {
        let dossier: Dossier
        let command: CommandKind
        let answer: Answer
    }

    enum Answer {
        /// What follows, in words: the next step and who has it.
        case will(Phrase)
        case cannot(Refusal)
    }

    let action: BatchAction
    let lines: [Line]
    /// Chosen codes that lead to no dossier the person may see.
    let unknown: [String]

    var possible: [Line] { lines.filter { if case .will = $0.answer { true } else { false } } }
    var impossible: [Line] { lines.filter { if case .cannot = $0.answer { true } else { false } } }

    init(_ action: BatchAction, _ codes: [String], _ dossiers: [Dossier], house: DossierHouse, person: Person) {
        self.action = action
        let byCode = Dictionary(dossiers.map { ($0.state.publicCode, $0) }, uniquingKeysWith: { first, _ in first })
        lines = codes.compactMap { code in byCode[code].flatMap { Self.line(action, $0, house, Actor(person)) } }
        unknown = codes.filter { byCode[$0] == nil }
    }

    private static func line(_ action: BatchAction, _ dossier: Dossier, _ house: DossierHouse, _ actor: Actor) -> Line? {
        let submission = dossier.state.submission
        guard let rules = try? house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode) else {
            return nil
        }
        let command = action.command(for: dossier, rules: rules, by: actor)
        switch decideInAnyCapacity(dossier.state, command, in: house.context(for: actor, rules: rules)).decision {
        case .refused(let refusal): return Line(dossier: dossier, command: command.kind, answer: .cannot(refusal))
        case .events(let events): return Line(dossier: dossier, command: command.kind, answer: .will(outcome(events, rules, house)))
        }
    }

    private static func outcome(_ events: [CaseEvent], _ rules: CaseRules, _ house: DossierHouse) -> Phrase {
        for case .stepEntered(let content) in events.reversed() {
            let title = rules.process.step(content.step)?.title ?? Phrase(content.step)
            let unit = house.organisation.name(of: content.unit)
            return Phrase(vi: "→ \(title.vi) (\(unit.vi))", en: "→ \(title.en) (\(unit.en))")
        }
        for case .assigned(let content) in events { return Phrase(vi: "→ giao cho \(content.to.name)", en: "→ given to \(content.to.name)") }
        return Phrase(vi: "→ xong", en: "→ done")
    }
}
