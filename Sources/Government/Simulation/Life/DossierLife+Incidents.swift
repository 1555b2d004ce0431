// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Kernel
import Organisation
import Process
import WorkingTime

/// What comes between the steps.
extension DossierLife {
    /// Lets happen what may happen at this step.
    mutating func meet(_ step: ProcessStep, _ walk: inout Walk) throws {
        if step.kind == .examine {
            if walk.take(.withdrawal) { return try withdrawEarly() }
            if walk.take(.assignment) { try assign(step) }
            if try mayAsk(step), walk.take(.supplement) { try askDuringWork(step, &walk) }
            if !isOver, step.permits.contains(.consult), walk.take(.consultation) { try consult(step) }
            if !isOver, step.permits.contains(.stop), walk.take(.stop) { try stop(step, &walk) }
            if !isOver, walk.take(.apology) { try apologise() }
            if !isOver, step.permits.contains(.refuse), walk.take(.refusal) { try refuse(step) }
        }
        if !isOver, step.permits.contains(.requestPayment), try !state.isFinal, walk.take(.fee) { try collect(step, &walk) }
    }

    private mutating func withdrawEarly() throws {
        let actor = isOnline ? owner : try officer(.oneStopOfficer, at: arrival.receivingUnit)
        try give(.withdraw(reason: chance.one(of: Wording.withdrawals) ?? ""), by: actor, at: later(20 + chance.below(120)))
    }

    /// The head gives the task to somebody.
    private mutating func assign(_ step: ProcessStep) throws {
        let state = try state
        guard state.assignee == nil else { return }
        let specialist = try officer(step.role, at: state.unit)
        try give(.assign(specialist), by: officer(.head, at: state.unit), at: later(2 + chance.below(20)))
    }

    /// Whether papers may still be asked for without the head: once, and soon after acceptance.
    private func mayAsk(_ step: ProcessStep) throws -> Bool {
        let state = try state
        guard step.permits.contains(.requestSupplement), state.supplementRequests == 0, let accepted = state.acceptedAt else { return false }
        return calendar.workingDays(after: accepted.date, through: LocalDateTime(now).date) < rules.supplementWindowDays
    }

    private mutating func askDuringWork(_ step: ProcessStep, _ walk: inout Walk) throws {
        let asked = try give(
            .requestSupplement(items: missingItems(), reason: Wording.supplementReason, override: nil), by: holder(of: step),
            at: later(5 + chance.below(60)))
        guard asked else { return }
        guard chance.happens(0.88) else { return try expireWait() }
        let began = now
        try answer(at: later(120 + Int(chance.waiting(mean: 700))))
        walk.paused += passed(since: began)
    }

    /// Another unit is asked; the examination goes on when it has answered.
    private mutating func consult(_ step: ProcessStep) throws {
        let unit = try state.unit
        let others = world.house.organisation.units.filter { $0.code != unit && $0.level == .province && $0.kind == .department }
        guard let other = chance.one(of: others)?.code else { return }
        let question = chance.one(of: Wording.consultations) ?? ""
        let asked = later(10 + chance.below(60))
        let deadline = calendar.adding(workingMinutes: 1440, to: LocalDateTime(asked))
        guard try give(.consult(unit: other, question: question, deadline: deadline), by: holder(of: step), at: asked) else { return }
        let number = try state.consultations.count
        let answer = chance.one(of: Wording.answers) ?? ""
        try give(.answerConsultation(number: number, answer: answer), by: officer(.specialist, at: other), at: later(60 + chance.below(420)))
    }

    private mutating func stop(_ step: ProcessStep, _ walk: inout Walk) throws {
        let head = try officer(.head, at: state.unit)
        guard try give(.stop(reason: chance.one(of: Wording.stops) ?? ""), by: head, at: later(30 + chance.below(200))) else { return }
        let began = now
        try give(.resume(reason: Wording.resume), by: head, at: later(480 + Int(chance.waiting(mean: 1900))))
        walk.paused += passed(since: began)
    }

    private mutating func apologise() throws {
        let state = try state
        let at = later(30)
        guard state.extensions == 0, let due = state.due?.due, LocalDateTime(at).date < due.date.adding(days: -1) else { return }
        let appointed = calendar.adding(workingMinutes: 960, to: due)
        try give(.extend(due: appointed, reason: chance.one(of: Wording.extensions) ?? ""), by: officer(.head, at: state.unit), at: at)
    }

    private mutating func refuse(_ step: ProcessStep) throws {
        try give(
            .refuse(reason: chance.one(of: Wording.refusals) ?? "", legalGround: Wording.refusalGround), by: holder(of: step),
            at: later(30 + chance.below(240)))
    }

    /// The fee, where it is known: paid within minutes online, within days otherwise.
    private mutating func collect(_ step: ProcessStep, _ walk: inout Walk) throws {
        let submission = try state.submission
        let quotes = arrival.chosen.definition.fee(for: submission.caseCode, channel: submission.channel, answers: submission.answers)
        let amount = quotes.compactMap(\.amount).reduce(Money.zero) { $0 + $1 }
        guard amount > .zero else { return }
        guard try give(.requestPayment(amount: amount, purpose: Wording.fee), by: holder(of: step), at: later(1)) else { return }
        let began = now
        let payer = isOnline ? Actor.system : try officer(.oneStopOfficer, at: arrival.receivingUnit)
        let wait = isOnline ? 3 + Int(chance.waiting(mean: 160)) : 1 + chance.below(12)
        let reference = "\(isOnline ? "GD" : "BL")\(padded(chance.below(100_000_000), 8))"
        try give(.confirmPayment(amount: amount, reference: reference), by: payer, at: later(wait))
        walk.paused += passed(since: began)
    }

    private func passed(since began: Instant) -> Int {
        calendar.workingMinutes(from: LocalDateTime(began), to: LocalDateTime(now))
    }

    // MARK: The result

    mutating func handOver() throws {
        let submission = try state.submission
        switch submission.delivery {
        case .online where isOnline:
            try give(.returnResult(.online, receivedBy: person.name), by: owner, at: now.adding(seconds: Int64(60 + chance.waiting(mean: 20_000))))
        case .online, .desk:
            try give(
                .returnResult(.desk, receivedBy: person.name), by: officer(.oneStopOfficer, at: submission.returnsAt),
                at: later(arrival.chosen.isOnTheSpot ? 1 : 5 + Int(chance.waiting(mean: 420))))
        case .post:
            try give(
                .returnResult(.post, receivedBy: person.name), by: officer(.oneStopOfficer, at: submission.returnsAt),
                at: later(240 + chance.below(700)))
        }
        if !isOver, isOnline, chance.happens(0.3) { try rate() }
    }

    /// 17,042 of 17,075 who rated the centre in the first half of 2022 were satisfied.
    private mutating func rate() throws {
        let isPleased = chance.happens(0.998)
        let score = isPleased ? (chance.happens(0.82) ? 5 : 4) : chance.within(1...2)
        let comment = chance.one(of: isPleased ? Wording.praises : Wording.complaints) ?? ""
        try give(.rate(score: score, comment: comment), by: owner, at: now.adding(seconds: Int64(120 + chance.waiting(mean: 90_000))))
    }
}
