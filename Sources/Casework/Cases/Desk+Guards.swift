// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process

/// Who may act, and what a command must carry.
extension Desk {
    /// The one-stop officer of the desk where the dossier was filed.
    func requireReceptionOfficer() throws(Refusal) {
        guard actor.holds(.oneStopOfficer, at: state.receivingUnit) else { throw .notYourRole }
    }

    /// Somebody who holds the post the current step is for; when it is assigned, only that person.
    @discardableResult
    func requireStepHolder() throws(Refusal) -> ProcessStep {
        guard let step else { throw .notAcceptedBefore }
        if let assignee = state.assignee {
            guard actor.answers(for: assignee) else {
                // Without any post at the unit it is not a colleague's task but none of theirs.
                if actor.belongs(to: state.unit) { throw .assignedToAnother(assignee.name) }
                throw .notYourRole
            }
            return step
        }
        guard actor.holds(step.role, at: state.unit) else { throw .notYourRole }
        return step
    }

    func requireHead() throws(Refusal) {
        guard actor.holds(.head, at: state.unit) || actor.holds(.head, at: state.submission.resolvingUnit) else { throw .notYourRole }
    }

    func requireOwner() throws(Refusal) {
        guard actor.kind == .applicant, let owner = state.submission.applicant.account, owner == actor.account else { throw .notYourDossier }
    }

    /// The owner online, or the desk that received it for somebody who came in person.
    func requireOwnerOrReception() throws(Refusal) {
        if actor.kind == .applicant { try requireOwner() } else { try requireReceptionOfficer() }
    }

    func require(_ kind: StepKind, for command: CommandKind) throws(Refusal) {
        let step = try requireStepHolder()
        guard step.kind == kind else { throw .stepDoesNotPermit(command) }
    }

    func requirePermission(_ act: StepAct, for command: CommandKind) throws(Refusal) {
        let step = try requireStepHolder()
        guard step.permits.contains(act) else { throw .stepDoesNotPermit(command) }
    }

    func requireReason(_ reason: String) throws(Refusal) {
        guard !normalised(reason).isEmpty else { throw .reasonRequired }
    }
}
