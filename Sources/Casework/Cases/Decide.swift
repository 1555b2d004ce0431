// SPDX-License-Identifier: Apache-2.0

import Forms
package import Kernel
import Process
package import WorkingTime

/// What the engine answers: the events that now are true, or why not.
package enum Decision: Hashable, Sendable {
    case events([CaseEvent])
    case refused(Refusal)
}

/// Decides a command on a dossier. Pure: the same state, command and context always give the same answer.
/// - Parameter state: nil before filing.
package func decide(_ state: CaseState?, _ command: CaseCommand, in context: CaseContext) -> Decision {
    do {
        return .events(try lawfulEvents(state, command, context))
    } catch {
        return .refused(error)
    }
}

/// Decides as the actor themself or, where that is not allowed, in the place of a colleague they stand in for; says as whom.
package func decideInAnyCapacity(
    _ state: CaseState?, _ command: CaseCommand, in context: CaseContext
) -> (decision: Decision, context: CaseContext) {
    let attempts = context.actor.capacities.map { actor -> (decision: Decision, context: CaseContext) in
        let own = context.acting(as: actor)
        return (decide(state, command, in: own), own)
    }
    let allowed = attempts.first { if case .events = $0.decision { true } else { false } }
    // What is told is what stands in the way of whoever has the post, not that the actor's own post is another.
    let telling = attempts.first { attempt in
        switch attempt.decision {
        case .refused(.notYourRole), .refused(.assignedToAnother): false
        default: true
        }
    }
    return allowed ?? telling ?? attempts.first ?? (decide(state, command, in: context), context)
}

private func lawfulEvents(_ state: CaseState?, _ command: CaseCommand, _ context: CaseContext) throws(Refusal) -> [CaseEvent] {
    if case .submit(let submission) = command {
        guard state == nil else { throw .alreadyFiled }
        return try file(submission, context)
    }
    guard let state else { throw .notFiled }
    if let expected = context.expectedSequence, expected != state.sequence { throw .changedMeanwhile }
    guard command.kind.lawfulStatuses.contains(state.status) else { throw .notInThisStatus(command.kind, state.status) }
    let desk = Desk(state: state, context: context)
    switch command {
    case .submit: throw .alreadyFiled
    case .accept(let code, let note, let forward): return try desk.accept(code: code, note: note, forward: forward)
    case .reject(let reason, let ground): return try desk.reject(reason: reason, legalGround: ground)
    case .requestSupplement(let items, let reason, let override):
        return try desk.requestSupplement(items: items, reason: reason, override: override)
    case .supplement(let answers, let files, let note): return try desk.supplement(answers: answers, files: files, note: note)
    case .assign(let assignee): return try desk.assign(assignee)
    case .advance(let note, let result): return try desk.advance(note: note, result: result, handingOff: false)
    case .handOff(let note): return try desk.advance(note: note, result: nil, handingOff: true)
    case .consult(let unit, let question, let deadline): return try desk.consult(unit: unit, question: question, deadline: deadline)
    case .answerConsultation(let number, let answer): return try desk.answerConsultation(number: number, answer: answer)
    case .requestPayment(let amount, let purpose): return try desk.requestPayment(amount: amount, purpose: purpose)
    case .confirmPayment(let amount, let reference): return try desk.confirmPayment(amount: amount, reference: reference)
    case .stop(let reason): return try desk.stop(reason: reason)
    case .resume(let reason): return try desk.resume(reason: reason)
    case .extend(let due, let reason): return try desk.extend(to: due, reason: reason)
    case .approve(let note): return try desk.approve(note: note)
    case .sendBack(let reason): return try desk.sendBack(reason: reason)
    case .refuse(let reason, let ground): return try desk.refuse(reason: reason, legalGround: ground)
    case .sign(let note): return try desk.sign(note: note)
    case .number(let number, let result): return try desk.number(documentNumber: number, result: result)
    case .returnResult(let delivery, let receivedBy): return try desk.returnResult(delivery, receivedBy: receivedBy)
    case .withdraw(let reason): return try desk.withdraw(reason: reason)
    case .rate(let score, let comment): return try desk.rate(score: score, comment: comment)
    case .expire: return try desk.expire()
    }
}

/// A filing is taken when its answers and papers are complete; what is wrong is told all at once.
private func file(_ submission: Submission, _ context: CaseContext) throws(Refusal) -> [CaseEvent] {
    var submission = submission
    let today = context.localNow.date
    let check = context.rules.form.check(submission.answers, communes: context.communes, today: today)
    guard check.isClean else { throw .invalidAnswers(check.errors) }
    submission.answers = check.accepted
    // Papers of a walk-in lie on the desk; those of an online filing must come with it.
    if submission.channel == .online {
        let missing = context.rules.missingComponents(of: submission)
        guard missing.isEmpty else { throw .papersMissing(missing) }
    }
    return [.submitted(submission)]
}

extension CaseRules {
    /// Papers the answers make necessary that are not attached, as errors of the file fields `file.<component>`.
    package func missingComponents(of submission: Submission) -> [FieldError] {
        let present = Set(submission.files.map(\.component))
        return requiredComponents.filter { component in
            !present.contains(component.code) && (component.visibleWhen?.holds(submission.answers) ?? true)
        }.map { component in
            FieldError(
                field: "file.\(component.code)",
                message: Phrase(vi: "Hãy đính kèm: \(component.name.vi)", en: "Attach: \(component.name.en)"))
        }
    }

    /// The appointment for a dossier complete at this time; same-day procedures have their own rule.
    package func due(from received: LocalDateTime, calendar: WorkingCalendar) -> DueDate {
        if let sameDay {
            calendar.due(received: received, sameDay: sameDay)
        } else {
            calendar.due(received: received, limit: limit, policy: policy)
        }
    }
}

/// One officer or applicant before one dossier: the guards and verbs share the state and the context.
struct Desk {
    let state: CaseState
    let context: CaseContext

    var actor: Actor { context.actor }
    var rules: CaseRules { context.rules }
    var now: LocalDateTime { context.localNow }

    var step: ProcessStep? {
        guard let index = state.step, rules.process.steps.indices.contains(index) else { return nil }
        return rules.process.steps[index]
    }

    func unit(of step: ProcessStep) -> String {
        let submission = state.submission
        return step.unit.code(
            receiving: step.kind == .return ? submission.returnsAt : submission.receivingUnit, resolving: submission.resolvingUnit)
    }
}
