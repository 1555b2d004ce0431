// SPDX-License-Identifier: Apache-2.0

package import Kernel
import WorkingTime

/// An event with when it happened and who caused it.
package struct RecordedEvent: Hashable, Sendable {
    package let sequence: Int
    package let at: Instant
    package let actor: Assignee
    package let event: CaseEvent

    package init(sequence: Int, at: Instant, actor: Assignee, event: CaseEvent) {
        (self.sequence, self.at, self.actor, self.event) = (sequence, at, actor, event)
    }
}

/// The state after one more event. Total: every event ever written can be replayed on the state before it.
/// Nil only for a history that does not begin with a filing.
package func evolve(_ state: CaseState?, _ record: RecordedEvent) -> CaseState? {
    let at = LocalDateTime(record.at)
    if case .submitted(let submission) = record.event {
        var state = CaseState(submission: submission, submittedAt: at, unit: submission.receivingUnit)
        state.sequence = record.sequence
        return state
    }
    guard var state else { return nil }
    state.apply(record.event, at: at, by: record.actor)
    state.sequence = record.sequence
    return state
}

/// Replays a whole history.
package func replay(_ history: [RecordedEvent]) -> CaseState? {
    history.reduce(nil, evolve)
}

extension CaseState {
    fileprivate mutating func apply(_ event: CaseEvent, at: LocalDateTime, by actor: Assignee) {
        switch event {
        case .submitted: break
        case .accepted, .clockStarted, .extended, .stepEntered, .assigned: applyProgress(event, at: at)
        case .supplementRequested, .supplemented, .paymentRequested, .paymentConfirmed, .stopped, .resumed, .expired: applyPause(event, at: at)
        case .consulted, .consultationAnswered: applyConsultation(event)
        case .approved, .sentBack, .signed, .numbered, .resultDrafted: applyDecision(event, by: actor)
        case .rejected, .refused, .resolved, .resultReturned, .withdrawn, .rated: applyClosing(event, at: at)
        }
    }

    private mutating func applyProgress(_ event: CaseEvent, at: LocalDateTime) {
        switch event {
        case .accepted(let content):
            status = .accepted
            code = content.code
            acceptedAt = at
            due = content.due
            originalDue = content.due.due
        case .clockStarted(let content):
            due = content.due
            originalDue = content.due.due
        case .extended(let content):
            due = due.map { $0.replacingDue(content.due, because: extensionNote(content)) }
            extensions += 1
        case .stepEntered(let content):
            if content.index > 0 { status = .processing }
            step = content.index
            unit = content.unit
            stepDue = content.due
            assignee = handlers[content.index]
        case .assigned(let content):
            assignee = content.to
            if let step { handlers[step] = content.to }
        default: break
        }
    }

    private func extensionNote(_ content: CaseEvent.Extended) -> Phrase {
        Phrase(
            vi: "Cơ quan xin lỗi và hẹn lại từ \(content.previous.spoken(.vi)) sang \(content.due.spoken(.vi)): \(content.reason)",
            en: "The agency apologised and re-appointed from \(content.previous.spoken(.en)) to \(content.due.spoken(.en)): \(content.reason)")
    }

    private mutating func applyPause(_ event: CaseEvent, at: LocalDateTime) {
        switch event {
        case .supplementRequested(let content):
            pause = Pause(since: at, returnsTo: status, deadline: content.deadline)
            status = .supplementRequested
            supplementRequests += 1
        case .supplemented(let content):
            if let answers = content.answers { submission.answers = answers }
            submission.files += content.files
            endPause(due: content.due)
        case .paymentRequested(let content):
            pause = Pause(since: at, returnsTo: status, deadline: content.deadline)
            payment = Payment(amount: content.amount, purpose: content.purpose)
            status = .paymentRequired
        case .paymentConfirmed(let content):
            payment?.reference = content.reference
            endPause(due: content.due)
        case .stopped:
            pause = Pause(since: at, returnsTo: status, deadline: nil)
            status = .stopped
        case .resumed(let content):
            endPause(due: content.due)
        case .expired(let content):
            close(as: content.becomes, at: at)
        default: break
        }
    }

    private mutating func endPause(due newDue: DueDate?) {
        status = pause?.returnsTo ?? status
        pause = nil
        if let newDue { due = newDue }
    }

    private mutating func applyConsultation(_ event: CaseEvent) {
        switch event {
        case .consulted(let content):
            consultations.append(
                Consultation(number: content.number, unit: content.unit, question: content.question, deadline: content.deadline, answer: nil))
        case .consultationAnswered(let content):
            if let index = consultations.firstIndex(where: { $0.number == content.number }) { consultations[index].answer = content.answer }
        default: break
        }
    }

    private mutating func applyDecision(_ event: CaseEvent, by actor: Assignee) {
        switch event {
        case .approved: approvedBy = actor
        case .signed: signedBy = actor
        case .sentBack:
            approvedBy = nil
            signedBy = nil
        case .numbered(let content): documentNumber = content.documentNumber
        case .resultDrafted(let content): result = content.file
        default: break
        }
        if let step, case .approved = event { handlers[step] = actor }
    }

    private mutating func applyClosing(_ event: CaseEvent, at: LocalDateTime) {
        switch event {
        case .rejected: close(as: .rejectedAtIntake, at: at)
        case .refused: close(as: .stopped, at: at)
        case .withdrawn: close(as: .withdrawn, at: at)
        case .resolved(let content):
            status = .resolved
            resolvedAt = at
            timeliness = content.timeliness
        case .resultReturned: close(as: .resultReturned, at: at)
        case .rated(let content): rating = content.score
        default: break
        }
    }

    private mutating func close(as final: DossierStatus, at: LocalDateTime) {
        status = final
        isFinal = true
        closedAt = at
        pause = nil
        assignee = nil
    }
}
