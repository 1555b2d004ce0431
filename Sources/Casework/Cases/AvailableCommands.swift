// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process
import WorkingTime

/// The commands an actor could give now, asked of the engine itself with harmless examples: what a page offers is what the
/// engine will take.
package func availableCommands(_ state: CaseState, in context: CaseContext) -> Set<CommandKind> {
    let contexts = context.actor.capacities.map(context.acting)
    return Set(
        CommandKind.allCases.filter { kind in
            contexts.contains { own in
                guard let command = example(of: kind, state, own) else { return false }
                if case .events = decide(state, command, in: own) { return true }
                return false
            }
        })
}

/// Whether a supplement request now needs the head of the unit: it was asked before, or the time for asking is over.
package func supplementNeedsHead(_ state: CaseState, in context: CaseContext) -> Bool {
    Desk(state: state, context: context).supplementNeedsHead
}

/// Whether the actor would ask for a supplement but only the head of the unit may: what can be proposed.
package func mayProposeSupplement(_ state: CaseState, in context: CaseContext) -> Bool {
    let command = CaseCommand.requestSupplement(items: ["?"], reason: "?", override: nil)
    return context.actor.capacities.contains { actor in
        switch decide(state, command, in: context.acting(as: actor)) {
        case .refused(.secondSupplementNeedsHead), .refused(.supplementWindowClosed): true
        default: false
        }
    }
}

private let exampleFile = AttachedFile(component: "", name: "", sha256: "", size: 0, mediaType: "")

private func example(of kind: CommandKind, _ state: CaseState, _ context: CaseContext) -> CaseCommand? {
    let later = (state.due?.due ?? context.localNow).nextWeek
    let needsHead = Desk(state: state, context: context).supplementNeedsHead
    let override = context.actor.holds(.head, at: state.unit) && needsHead ? "?" : nil
    switch kind {
    case .submit: return nil
    case .accept: return .accept(code: "?", note: "", forward: false)
    case .reject: return .reject(reason: "?", legalGround: "?")
    case .requestSupplement: return .requestSupplement(items: ["?"], reason: "?", override: override)
    case .supplement: return .supplement(answers: nil, files: [], note: "?")
    case .assign: return .assign(assignable(state, context))
    case .advance: return .advance(note: "", result: nil)
    case .consult: return .consult(unit: "?", question: "?", deadline: context.localNow.nextWeek)
    case .answerConsultation:
        let open = state.consultations.first { $0.answer == nil && context.actor.belongs(to: $0.unit) }
        return open.map { .answerConsultation(number: $0.number, answer: "?") }
    case .handOff: return .handOff(note: "")
    case .requestPayment: return .requestPayment(amount: Money(dong: 1), purpose: "?")
    case .confirmPayment: return state.payment.map { .confirmPayment(amount: $0.amount, reference: "?") }
    case .stop: return .stop(reason: "?")
    case .resume: return .resume(reason: "?")
    case .extend: return .extend(due: later, reason: "?")
    case .approve: return .approve(note: "")
    case .sendBack: return .sendBack(reason: "?")
    case .refuse: return .refuse(reason: "?", legalGround: "?")
    case .sign: return .sign(note: "")
    case .number: return .number(documentNumber: "?", result: exampleFile)
    case .returnResult: return .returnResult(context.actor.kind == .applicant ? .online : .desk, receivedBy: "?")
    case .withdraw: return .withdraw(reason: "?")
    case .rate: return .rate(score: 5, comment: "")
    case .expire: return .expire
    }
}

/// The actor himself where he may take the task, else somebody the unit could have.
private func assignable(_ state: CaseState, _ context: CaseContext) -> Actor {
    guard let index = state.step, context.rules.process.steps.indices.contains(index) else { return context.actor }
    let role = context.rules.process.steps[index].role
    if context.actor.holds(role, at: state.unit) { return context.actor }
    return Actor(account: "?", name: "?", kind: .officer, posts: [Actor.Post(unit: state.unit, role: role)])
}

extension LocalDateTime {
    fileprivate var nextWeek: LocalDateTime { LocalDateTime(date: date.adding(days: 7), minuteOfDay: minuteOfDay) }
}
