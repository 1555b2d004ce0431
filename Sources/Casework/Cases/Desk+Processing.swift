// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process
import WorkingTime

/// The way through the internal process.
extension Desk {
    func assign(_ assignee: Actor) throws(Refusal) -> [CaseEvent] {
        guard let step else { throw .notAcceptedBefore }
        guard assignee.holds(step.role, at: state.unit) || assignee.holds(.head, at: state.unit) else { throw .assigneeOutsideUnit }
        // Anybody who may do the task may take it; giving it to others is for the head.
        let takesIt = assignee.account == actor.account && actor.holds(step.role, at: state.unit) && state.assignee == nil
        if !takesIt { guard actor.holds(.head, at: state.unit) else { throw .notYourRole } }
        return [.assigned(.init(to: Assignee(account: assignee.account, name: assignee.name)))]
    }

    func advance(note: String, result: AttachedFile?, handingOff: Bool) throws(Refusal) -> [CaseEvent] {
        let step = try requireStepHolder()
        switch step.kind {
        case .intake, .examine: break
        case .approve: throw .useOtherCommand(.approve)
        case .sign: throw .useOtherCommand(.sign)
        case .number: throw .useOtherCommand(.number)
        case .return: throw .useOtherCommand(.returnResult)
        }
        guard let index = state.step, rules.process.steps.indices.contains(index + 1) else { throw .stepDoesNotPermit(.advance) }
        if handingOff, unit(of: rules.process.steps[index + 1]) == state.unit { throw .useOtherCommand(.advance) }
        var events: [CaseEvent] = []
        if let result { events.append(.resultDrafted(.init(file: result))) }
        return events + onward(from: index, note: note, due: state.due)
    }

    func approve(note: String) throws(Refusal) -> [CaseEvent] {
        try require(.approve, for: .approve)
        return [.approved(.init(note: note))] + onward(from: state.step ?? 0, note: note, due: state.due)
    }

    func sign(note: String) throws(Refusal) -> [CaseEvent] {
        try require(.sign, for: .sign)
        return [.signed(.init(note: note))] + onward(from: state.step ?? 0, note: note, due: state.due)
    }

    /// Back to whoever examined it last, with the reason.
    func sendBack(reason: String) throws(Refusal) -> [CaseEvent] {
        let step = try requireStepHolder()
        guard step.kind == .approve || step.kind == .sign || step.kind == .number, let index = state.step else { throw .stepDoesNotPermit(.sendBack) }
        try requireReason(reason)
        let target = rules.process.steps[..<index].lastIndex { $0.kind == .examine } ?? rules.process.steps[..<index].lastIndex { $0.kind == .intake }
        guard let target else { throw .stepDoesNotPermit(.sendBack) }
        return [.sentBack(.init(note: reason)), entry(to: target, note: reason)]
    }

    func number(documentNumber: String, result: AttachedFile?) throws(Refusal) -> [CaseEvent] {
        try require(.number, for: .number)
        guard !normalised(documentNumber).isEmpty else { throw .documentNumberRequired }
        guard state.submission.delivery != .online || result != nil || state.result != nil else { throw .resultFileMissing }
        var events: [CaseEvent] = [.numbered(.init(documentNumber: normalised(documentNumber)))]
        if let result { events.append(.resultDrafted(.init(file: result))) }
        return events + onward(from: state.step ?? 0, note: "", due: state.due)
    }

    /// Refusal of the request itself (form 03), inside the time limit.
    func refuse(reason: String, legalGround: String) throws(Refusal) -> [CaseEvent] {
        try requirePermission(.refuse, for: .refuse)
        try requireReason(reason)
        guard !normalised(legalGround).isEmpty else { throw .legalGroundRequired }
        return [.refused(.init(reason: reason, legalGround: legalGround))]
    }

    func consult(unit: String, question: String, deadline: LocalDateTime) throws(Refusal) -> [CaseEvent] {
        try requirePermission(.consult, for: .consult)
        try requireReason(question)
        guard deadline > now else { throw .deadlineInThePast }
        guard !state.consultations.contains(where: { $0.unit == unit && $0.answer == nil }) else { throw .consultationOpen }
        return [.consulted(.init(number: state.consultations.count + 1, unit: unit, question: question, deadline: deadline))]
    }

    func answerConsultation(number: Int, answer: String) throws(Refusal) -> [CaseEvent] {
        guard let consultation = state.consultations.first(where: { $0.number == number }) else { throw .consultationUnknown }
        guard actor.belongs(to: consultation.unit) else { throw .notYourRole }
        guard consultation.answer == nil else { throw .consultationAnswered }
        try requireReason(answer)
        return [.consultationAnswered(.init(number: number, answer: answer))]
    }

    /// Entering a step, with its own due time and, where the unit changes, the hand-over.
    func entry(to index: Int, note: String, from previous: String? = nil) -> CaseEvent {
        let target = rules.process.steps[index]
        let unit = unit(of: target)
        let due = context.calendar.dueMoment(received: now, limit: target.duration, policy: .clock)
        let from = previous ?? state.unit
        return .stepEntered(.init(index: index, step: target.id, unit: unit, handedOffBy: from == unit ? nil : from, due: due, note: note))
    }

    /// The next step; a case that reaches the desk for its return is resolved.
    func onward(from index: Int, note: String, due: DueDate?) -> [CaseEvent] {
        let next = index + 1
        guard rules.process.steps.indices.contains(next) else { return [] }
        let target = rules.process.steps[next]
        var events = [entry(to: next, note: note, from: unit(of: rules.process.steps[index]))]
        if index == 0, startsClock(at: unit(of: target)) {
            events.append(.clockStarted(.init(due: nonTerritorialDue)))
        }
        if target.kind == .return, let due {
            events.append(.resolved(.init(timeliness: .finished(at: now, due: due.due))))
        }
        return events
    }

    /// Received by another commune than the competent one: time runs from when the competent one gets it.
    private func startsClock(at unit: String) -> Bool {
        let isAgencyChain = rules.process.steps.contains { if case .agency = $0.unit { true } else { false } }
        return !isAgencyChain && unit == state.submission.resolvingUnit && unit != state.receivingUnit
    }

    private var nonTerritorialDue: DueDate {
        rules.due(from: now, calendar: context.calendar).explained(
            by: Phrase(
                vi: "Tiếp nhận phi địa giới: thời hạn tính từ khi cơ quan có thẩm quyền nhận hồ sơ.",
                en: "Received outside the territory: time runs from when the competent agency receives the dossier."))
    }
}
