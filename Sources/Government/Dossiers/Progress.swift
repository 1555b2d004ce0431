// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Jobs
import Kernel
import Notices
import Organisation
import Web

/// Writes what was decided: events onto the chain, the state beside them, and what must follow into the outbox.
/// Everything in the caller's transaction.
struct Progress {
    let house: DossierHouse
    let store: DossierStore
    let context: CaseContext
    let procedureName: String

    /// Nil when the dossier is no longer as it was when the decision was made.
    func append(_ events: [CaseEvent], to dossier: Dossier) throws -> Dossier? {
        var history = DossierHistory(continuing: dossier)
        for event in events { try history.append(event, at: context.now, by: context.actor.assignee) }
        guard let after = history.dossier else { return nil }
        let state = after.state
        guard try store.update(after, placement: placement(state), from: dossier) else { return nil }
        try store.append(history.added, to: dossier.id)
        try house.tellWitnesses([DossierStep(events: history.added, dossier: after)], store.connection)
        for unit in history.units.sorted() { try admit(unit, dossier.id, state) }
        for event in events { try follow(event, state) }
        if DossierProposalStore.isSettled(by: events) { try DossierProposalStore(store.connection).remove(of: dossier.id) }
        try tell(of: after, units: [state.receivingUnit, dossier.state.unit, state.unit], besides: [dossier.state.assignee, state.assignee])
        return after
    }

    private func placement(_ state: CaseState) -> Placement {
        Placement(
            state, rules: context.rules, calendar: context.calendar, reception: house.organisation.province.settings.onlineReceptionLimit)
    }

    private var words: DossierWordStore { DossierWordStore(store.connection) }

    /// Once it stands, the desks concerned hear of it.
    private func tell(of dossier: Dossier, units: Set<String>, besides accounts: [Assignee?] = []) throws {
        let note = LiveNote(
            dossier, units: units, accounts: accounts.compactMap { $0?.account }, by: context.actor)
        try house.live.publish(note, in: store.connection)
    }

    /// A unit the dossier comes to may see it, and finds it.
    private func admit(_ unit: String, _ dossier: Identifier, _ state: CaseState) throws {
        guard try store.addParticipant(unit, to: dossier) else { return }
        try words.add(state.submission.applicant, of: dossier, filedAt: state.submittedAt.instant(), for: [unit])
    }

    /// What other rooms must do about an event, as rows of the outbox in the same transaction.
    private func follow(_ event: CaseEvent, _ state: CaseState) throws {
        if let notice = DossierNotice.about(event, state, procedureName: procedureName) {
            try SendNotice(store.connection)(notice, at: context.now)
        }
        switch event {
        case .supplementRequested, .paymentRequested: try Waiting(state)?.queue(store.connection, at: context.now)
        default: break
        }
    }

    /// A wait for the applicant that ends by itself.
    struct Waiting: Sendable {
        let payload: ExpireWaiting.Payload
        let since: Instant
        let deadline: Instant

        /// Nil for a dossier that does not wait for its applicant.
        init?(_ state: CaseState) {
            guard let pause = state.pause, let deadline = pause.deadline else { return nil }
            payload = ExpireWaiting.Payload(provisionalCode: state.submission.provisionalCode, sequence: state.sequence)
            (since, self.deadline) = (pause.since.instant(), deadline.instant())
        }

        func queue(_ connection: any Connection, at now: Instant? = nil) throws {
            try Outbox.enqueue(connection, topic: ExpireWaiting.topic, payload: payload, at: now ?? since, runAt: deadline)
        }
    }
}
