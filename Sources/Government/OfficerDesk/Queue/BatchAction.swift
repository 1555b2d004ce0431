// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Identity
import Kernel
import Organisation
import Process

/// What can be done with several dossiers at once; for each it becomes a command of its own.
enum BatchAction: String, CaseIterable, Sendable {
    case approve, accept, advance, take

    static let most = 100

    var name: Phrase {
        switch self {
        case .approve: Phrase(vi: "Phê duyệt, ký", en: "Approve or sign")
        case .accept: CommandKind.accept.name
        case .advance: CommandKind.advance.name
        case .take: Phrase(vi: "Nhận việc", en: "Take the task")
        }
    }

    static func offered(in view: QueueView, to person: Person) -> [BatchAction] {
        switch view {
        case .new: return [.accept]
        case .waiting, .toReturn, .proposals: return []
        case .mine, .unit, .dueSoon, .overdue:
            var actions: [BatchAction] = []
            if person.holds(.head) { actions.append(.approve) }
            if person.holds(.specialist) || person.holds(.oneStopOfficer) { actions.append(.advance) }
            if view != .mine, person.posts.contains(where: { $0.role.stepRole != nil }) { actions.append(.take) }
            return actions
        }
    }

    /// The command for one dossier; approving signs where the step asks for a signature.
    func command(for dossier: Dossier, rules: CaseRules, by actor: Actor) -> CaseCommand {
        switch self {
        case .approve: isAtSignature(dossier, rules) ? .sign(note: "") : .approve(note: "")
        case .accept: .accept(code: "", note: "", forward: true)
        case .advance: .advance(note: "", result: nil)
        case .take: .assign(actor)
        }
    }

    private func isAtSignature(_ dossier: Dossier, _ rules: CaseRules) -> Bool {
        dossier.state.step.map { rules.process.steps.indices.contains($0) && rules.process.steps[$0].kind == .sign } ?? false
    }
}
