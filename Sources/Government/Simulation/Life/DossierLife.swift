// SPDX-License-Identifier: Apache-2.0

package import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Process
import WorkingTime

/// One dossier's life, told by the engine: every event is the answer of `decide` to a command somebody could have given.
struct DossierLife {
    let world: SimulationWorld
    let arrival: Arrival
    let owner: Actor
    let person: SimulatedPerson
    var chance: Chance
    var history: DossierHistory
    /// The moment of the newest event.
    var now: Instant
    /// Nothing more happens: the span is over.
    var isOver = false

    init(_ arrival: Arrival, in world: SimulationWorld) {
        (self.arrival, self.world, now) = (arrival, world, arrival.at)
        var chance = arrival.chance
        person = SimulatedPerson(
            &chance, at: arrival.commune, ages: 20...72, today: LocalDateTime(arrival.at).date, facts: world.facts)
        let id = Identifier(at: arrival.at, random: &chance)
        let account = Identifier(at: arrival.at, random: &chance).description
        owner = Actor(account: account, name: person.name, kind: .applicant)
        history = DossierHistory(of: id, procedureName: arrival.chosen.definition.name.vi)
        self.chance = chance
    }

    var rules: CaseRules { arrival.chosen.rules }
    var calendar: WorkingCalendar { world.calendar }
    var isOnline: Bool { arrival.channel == .online }

    /// - Throws: `SimulationFault` when the engine refuses what this life believes lawful.
    static func lived(_ arrival: Arrival, in world: SimulationWorld) throws -> PreparedHistory {
        var life = DossierLife(arrival, in: world)
        try life.live()
        guard let prepared = try PreparedHistory(life.history, rules: arrival.chosen.rules, house: world.house) else {
            throw SimulationFault(procedure: arrival.chosen.chosen.code, command: .submit, reason: "nothing was filed")
        }
        return prepared
    }

    private mutating func live() throws {
        try file()
        try passIntake()
        if try state.acceptedAt != nil, !isOver { try proceed() }
        if try state.status == .resolved, !isOver { try handOver() }
    }

    /// What the events add up to.
    var state: CaseState {
        get throws {
            guard let state = history.state else {
                throw SimulationFault(procedure: arrival.chosen.chosen.code, command: .submit, reason: "nothing was filed")
            }
            return state
        }
    }

    /// Gives a command; false when the span is over before.
    @discardableResult
    mutating func give(_ command: CaseCommand, by actor: Actor, at moment: Instant) throws -> Bool {
        guard !isOver, moment < world.plan.horizon else {
            isOver = true
            return false
        }
        now = max(moment, now)
        let context = CaseContext(now: now, actor: actor, rules: rules, calendar: calendar, communes: world.communeCodes)
        switch decide(history.state, command, in: context) {
        case .refused(let refusal):
            throw SimulationFault(
                procedure: arrival.chosen.chosen.code, command: command.kind,
                reason: ([refusal.code] + refusal.fields.map { "\($0.field): \($0.message.en)" }).joined(separator: "; "))
        case .events(let events):
            let assignee = Assignee(account: actor.account, name: actor.name)
            for event in events { try history.append(event, at: now, by: assignee) }
            return true
        }
    }

    /// Somebody who holds a post, or the reason why a life cannot go on.
    mutating func officer(_ role: StepRole, at unit: String) throws -> Actor {
        guard let actor = world.staff.one(role, at: unit, &chance) else {
            throw SimulationFault(procedure: arrival.chosen.chosen.code, command: .assign, reason: "nobody is \(role.rawValue) at \(unit)")
        }
        return actor
    }

    /// So much working time after the newest event.
    mutating func later(_ workingMinutes: Int) -> Instant {
        calendar.moment(after: now, workingMinutes: workingMinutes, second: chance.below(60))
    }
}

/// The engine refused what the simulation believes to be lawful: a mistake of the simulation, told so that it can be found.
package struct SimulationFault: Error, CustomStringConvertible {
    package let procedure: String
    package let command: CommandKind
    package let reason: String

    package var description: String { "simulate \(procedure), \(command.rawValue): \(reason)" }
}
