// SPDX-License-Identifier: Apache-2.0

package import Cases
import Database
import Kernel
import Process

package enum ActionOutcome: Sendable {
    case done(Dossier)
    case refused(Refusal)
    case unknownDossier
}

/// Carries out one command on one dossier: the state is read, decided on and written in one transaction, so that of two
/// officers who act at once the second hears that something has changed.
package struct ActOnDossier: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Parameter seen: the number of events the actor had seen; nil to act on whatever stands now.
    package func callAsFunction(_ command: CaseCommand, on code: String, by actor: Actor, seen: Int? = nil) async throws -> ActionOutcome {
        try await house.database.write(.readCommitted) { [house] connection -> ActionOutcome in
            let store = DossierStore(connection)
            guard let dossier = try store.claim(code: code) else { return .unknownDossier }
            let submission = dossier.state.submission
            let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
            let (decision, context) = decideInAnyCapacity(
                dossier.state, command, in: house.context(for: actor, rules: rules, expecting: seen))
            switch decision {
            case .refused(let refusal):
                return .refused(refusal)
            case .events(var events):
                if case .accept = command { events = try numbered(events, submission, store, context) }
                let progress = Progress(house: house, store: store, context: context, procedureName: dossier.procedureName)
                guard let after = try progress.append(events, to: dossier) else { return .refused(.changedMeanwhile) }
                return .done(after)
            }
        }
    }

    /// Acceptance takes the next number of the receiving unit and day; only once it is certain that it is accepted.
    private func numbered(_ events: [CaseEvent], _ submission: Submission, _ store: DossierStore, _ context: CaseContext) throws -> [CaseEvent] {
        let today = LocalDateTime(context.now).date
        let number = try store.nextNumber(series: submission.receivingUnit, on: today)
        let code = DossierCode.official(unit: submission.receivingUnit, day: today, number: number)
        return events.map { event in
            guard case .accepted(let content) = event else { return event }
            return .accepted(content.numbered(code))
        }
    }
}
