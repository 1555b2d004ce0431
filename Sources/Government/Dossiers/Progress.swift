// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Jobs
import Kernel
import Notices
import Organisation

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
        for unit in Set([submission.receivingUnit, submission.resolvingUnit]) { try store.addParticipant(unit, to: id) }
        try follow(event, state)
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
            try admitParticipants(event, dossier.id)
            try follow(event, state)
        }
        return after
    }

    private func placement(_ state: CaseState) -> Placement {
        Placement(
            state, rules: context.rules, calendar: context.calendar, reception: house.organisation.province.settings.onlineReceptionLimit)
    }

    private func admitParticipants(_ event: CaseEvent, _ dossier: Identifier) throws {
        switch event {
        case .stepEntered(let content): try store.addParticipant(content.unit, to: dossier)
        case .consulted(let content): try store.addParticipant(content.unit, to: dossier)
        default: break
        }
    }

    /// What other rooms must do about an event, as rows of the outbox in the same transaction.
    private func follow(_ event: CaseEvent, _ state: CaseState) throws {
        if let notice = DossierNotice.about(event, state, procedureName: procedureName) {
            try Outbox.enqueue(store.connection, topic: Notice.topic, payload: notice, at: context.now)
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
