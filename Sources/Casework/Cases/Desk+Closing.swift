// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process
import WorkingTime

/// Money, stops, extensions, and the ends a dossier can have.
extension Desk {
    func requestPayment(amount: Money, purpose: String) throws(Refusal) -> [CaseEvent] {
        try requirePermission(.requestPayment, for: .requestPayment)
        guard amount > .zero else { throw .paymentAmountInvalid }
        try requireReason(purpose)
        let deadline = context.calendar.dueMoment(received: now, limit: rules.supplementLimit, policy: .endOfDay)
        return [.paymentRequested(.init(amount: amount, purpose: purpose, deadline: deadline))]
    }

    /// A bank's message, or the desk's cashier; the amount must be the one asked for.
    func confirmPayment(amount: Money, reference: String) throws(Refusal) -> [CaseEvent] {
        if actor.kind != .system {
            let mayTakeMoney = actor.holds(.oneStopOfficer, at: state.receivingUnit) || actor.belongs(to: state.unit)
            guard actor.kind == .officer, mayTakeMoney else { throw .notYourRole }
        }
        guard let payment = state.payment, let due = state.due, let pause = state.pause else { throw .notAcceptedBefore }
        guard amount == payment.amount else { throw .paymentAmountDiffers(expected: payment.amount) }
        try requireReason(reference)
        let shifted = context.calendar.shifted(
            due: due, pausedFrom: pause.since, until: now, policy: rules.policy, unit: rules.limit.unit, ground: PauseGround.payment)
        return [.paymentConfirmed(.init(amount: amount, reference: reference, due: shifted))]
    }

    func stop(reason: String) throws(Refusal) -> [CaseEvent] {
        if !actor.holds(.head, at: state.unit) { try requirePermission(.stop, for: .stop) }
        try requireReason(reason)
        return [.stopped(.init(reason: reason))]
    }

    func resume(reason: String) throws(Refusal) -> [CaseEvent] {
        guard !state.isFinal else { throw .refusedForGood }
        if !actor.holds(.head, at: state.unit) { try requireStepHolder() }
        try requireReason(reason)
        guard let due = state.due, let pause = state.pause else { throw .notAcceptedBefore }
        let shifted = context.calendar.shifted(
            due: due, pausedFrom: pause.since, until: now, policy: rules.policy, unit: rules.limit.unit, ground: PauseGround.stop)
        return [.resumed(.init(reason: reason, due: shifted))]
    }

    /// Apology and one new date, at least a day before the old one passes (NĐ 61/2018 Đ19.9).
    func extend(to newDue: LocalDateTime, reason: String) throws(Refusal) -> [CaseEvent] {
        try requireHead()
        try requireReason(reason)
        guard state.extensions == 0 else { throw .extendedAlready }
        guard let due = state.due?.due else { throw .notAcceptedBefore }
        guard now <= LocalDateTime(date: due.date.adding(days: -1), minuteOfDay: due.minuteOfDay) else { throw .extensionTooLate }
        guard newDue > due else { throw .extensionNotLater }
        return [.extended(.init(due: newDue, previous: due, reason: reason))]
    }

    func returnResult(_ delivery: ResultDelivery, receivedBy: String) throws(Refusal) -> [CaseEvent] {
        if actor.kind == .applicant {
            try requireOwner()
            guard delivery == .online, state.submission.delivery == .online, state.result != nil else { throw .wrongDelivery }
        } else {
            guard actor.holds(.oneStopOfficer, at: state.submission.returnsAt) else { throw .notYourRole }
            guard !normalised(receivedBy).isEmpty else { throw .receiverRequired }
        }
        return [.resultReturned(.init(delivery: delivery, receivedBy: normalised(receivedBy)))]
    }

    /// Possible as long as no decision stands (TT 03/2025 Đ7).
    func withdraw(reason: String) throws(Refusal) -> [CaseEvent] {
        try requireOwnerOrReception()
        guard !decisionStands else { throw .resultExists }
        try requireReason(reason)
        return [.withdrawn(.init(reason: reason, legalGround: ""))]
    }

    /// Signed, numbered, or approved where the process asks for no signature after the approval.
    private var decisionStands: Bool {
        let approvalDecides = !rules.process.steps.contains { $0.kind == .sign }
        return state.signedBy != nil || state.documentNumber != nil || (approvalDecides && state.approvedBy != nil)
    }

    func rate(score: Int, comment: String) throws(Refusal) -> [CaseEvent] {
        try requireOwner()
        guard (1...5).contains(score) else { throw .ratingOutOfRange }
        guard state.rating == nil else { throw .alreadyRated }
        return [.rated(.init(score: score, comment: comment))]
    }
}
