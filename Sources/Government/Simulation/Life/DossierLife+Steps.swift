// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Process
import WorkingTime

/// The walk through the internal process: each step takes its share of the time the course gives.
extension DossierLife {
    mutating func proceed() throws {
        let accepted = now
        guard let due = try state.due?.due else { return }
        let course = Course(
            minutesToDue: calendar.workingMinutes(from: LocalDateTime(accepted), to: due), isOnTheSpot: arrival.chosen.isOnTheSpot, &chance)
        var walk = Walk(course: course, since: accepted)
        while !isOver, let step = try currentStep() {
            try work(step, &walk)
        }
    }

    /// The step the dossier stands at; nil once it is closed or resolved.
    private func currentStep() throws -> ProcessStep? {
        let state = try state
        guard !state.isFinal, state.status == .accepted || state.status == .processing, let index = state.step else { return nil }
        return rules.process.steps[index]
    }

    private mutating func work(_ step: ProcessStep, _ walk: inout Walk) throws {
        let before = try state.sequence
        try meet(step, &walk)
        guard !isOver, try currentStep()?.id == step.id else { return }
        let index = try state.step ?? 0
        let last = index + 2 == rules.process.steps.count
        let at = try finish(of: index, isLast: last, walk)
        let actor = try holder(of: step)
        switch step.kind {
        case .intake, .examine:
            try give(.advance(note: chance.one(of: Wording.advances) ?? "", result: nil), by: actor, at: at)
        case .approve:
            try decideUpon(.approve(note: ""), by: actor, at: at, &walk)
        case .sign:
            try decideUpon(.sign(note: ""), by: actor, at: at, &walk)
        case .number: try number(by: actor, at: at)
        case .return: isOver = true
        }
        if try state.sequence == before { isOver = true }
    }

    /// Heads agree, or send back once.
    private mutating func decideUpon(_ command: CaseCommand, by actor: Actor, at: Instant, _ walk: inout Walk) throws {
        let isSentBack = walk.take(.sendBack)
        try give(isSentBack ? .sendBack(reason: chance.one(of: Wording.sendBacks) ?? "") : command, by: actor, at: at)
    }

    private mutating func number(by actor: Actor, at: Instant) throws {
        let text = "\(chance.within(1...4800))/KQ-\(try state.submission.resolvingUnit.split(separator: ".").last ?? "")"
        let isElectronic = try state.submission.delivery == .online || chance.happens(0.6)
        let result = isElectronic ? chance.one(of: world.papers)?.attached(to: "", named: "ket-qua.pdf") : nil
        try give(.number(documentNumber: text, result: result), by: actor, at: at)
    }

    /// Who does a step: whoever it is given to, else anybody who holds the post.
    mutating func holder(of step: ProcessStep) throws -> Actor {
        let state = try state
        if let assignee = state.assignee, let actor = world.staff.actor(assignee.account) { return actor }
        return try officer(step.role, at: state.unit)
    }

    /// When a step is done: its share of the course, moved by every pause. The last one keeps to the appointed time as it now
    /// stands, or misses it.
    private mutating func finish(of index: Int, isLast: Bool, _ walk: Walk) throws -> Instant {
        let share = arrival.chosen.shares.indices.contains(index) ? arrival.chosen.shares[index] : 1
        let minutes = Int(Double(walk.course.length) * share) + walk.paused
        var at = calendar.moment(after: walk.since, workingMinutes: minutes, second: chance.below(60))
        if isLast, let due = try state.due?.due {
            if walk.course.isLate {
                at = max(at, calendar.moment(after: due.instant(), workingMinutes: 30 + chance.below(900), second: 0))
            } else {
                at = min(at, due.instant())
            }
        }
        return max(at, now.adding(seconds: 30))
    }
}

/// Where a life stands on its course.
struct Walk {
    let course: Course
    let since: Instant
    /// Working minutes the clock stood still.
    var paused = 0
    private var incidents: Course.Incidents

    init(course: Course, since: Instant) {
        (self.course, self.since, incidents) = (course, since, course.incidents)
    }

    /// True the first time when the incident is to happen.
    mutating func take(_ incident: Course.Incidents) -> Bool { incidents.remove(incident) != nil }
}
