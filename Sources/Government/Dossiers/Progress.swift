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

    func begin(id: Identifier, submission: Submission) throws -> Dossier {
        let event = CaseEvent.submitted(submission)
        let sealed = try EventChain.seal(event, sequence: 1, at: context.now, actor: context.actor.assignee, after: EventChain.root(of: id))
        let record = RecordedEvent(sequence: 1, at: context.now, actor: context.actor.assignee, event: event)
        guard let state = evolve(nil, record) else { throw UnknownEvent(name: event.name.rawValue) }
        let dossier = Dossier(id: id, state: state, headHash: sealed.hash, procedureName: procedureName)
        try store.insert(dossier, submission: sealed.content, placement: placement(state))
        try store.append(sealed, to: id)
        let units = Set([submission.receivingUnit, submission.resolvingUnit])
        for unit in units { try store.addParticipant(unit, to: id) }
        try words.add(submission.applicant, of: id, filedAt: context.now, for: units.union([DossierWordStore.everywhere]))
        try follow(event, state)
        tell(of: dossier, units: units)
        return dossier
    }

    /// Nil when the dossier is no longer as it was when the decision was made.
    func append(_ events: [CaseEvent], to dossier: Dossier) throws -> Dossier? {
        var state = dossier.state
        var head = dossier.headHash
        var sealed: [StoredEvent] = []
        for event in events {
            let record = RecordedEvent(sequence: state.sequence + 1, at: context.now, actor: context.actor.assignee, event: event)
            let stored = try EventChain.seal(event, sequence: record.sequence, at: record.at, actor: record.actor, after: head)
            guard let next = evolve(state, record) else { throw UnknownEvent(name: event.name.rawValue) }
            (state, head) = (next, stored.hash)
            sealed.append(stored)
        }
        let after = Dossier(id: dossier.id, state: state, headHash: head, procedureName: dossier.procedureName)
        guard try store.update(after, placement: placement(state), from: dossier) else { return nil }
        for event in sealed { try store.append(event, to: dossier.id) }
        for event in events {
            try admitParticipants(event, dossier.id, state)
            try follow(event, state)
        }
        if DossierProposalStore.isSettled(by: events) { try DossierProposalStore(store.connection).remove(of: dossier.id) }
        tell(of: after, units: [state.receivingUnit, dossier.state.unit, state.unit], besides: [dossier.state.assignee, state.assignee])
        return after
    }

    private func placement(_ state: CaseState) -> Placement {
        Placement(
            state, rules: context.rules, calendar: context.calendar, reception: house.organisation.province.settings.onlineReceptionLimit)
    }

    private var words: DossierWordStore { DossierWordStore(store.connection) }

    /// Once it stands, the desks concerned hear of it.
    private func tell(of dossier: Dossier, units: Set<String>, besides accounts: [Assignee?] = []) {
        let note = LiveNote(
            dossier, units: units, accounts: accounts.compactMap { $0?.account }, by: context.actor)
        let live = house.live
        store.connection.afterCommit { live.publish(note) }
    }

    private func admitParticipants(_ event: CaseEvent, _ dossier: Identifier, _ state: CaseState) throws {
        switch event {
        case .stepEntered(let content): try admit(content.unit, dossier, state)
        case .consulted(let content): try admit(content.unit, dossier, state)
        default: break
        }
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
        if let deadline = waitingDeadline(event) {
            let waiting = ExpireWaiting.Payload(provisionalCode: state.submission.provisionalCode, sequence: state.sequence)
            try Outbox.enqueue(store.connection, topic: ExpireWaiting.topic, payload: waiting, at: context.now, runAt: deadline.instant())
        }
    }

    private func waitingDeadline(_ event: CaseEvent) -> LocalDateTime? {
        switch event {
        case .supplementRequested(let content): content.deadline
        case .paymentRequested(let content): content.deadline
        default: nil
        }
    }
}
