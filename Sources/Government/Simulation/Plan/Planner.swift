// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Kernel
import Organisation
import Process
import WorkingTime

/// Dossiers that are written together, with the numbers they use: all of a desk's on a day, so that numbers never have gaps.
struct PlannedBatch: Sendable {
    let arrivals: [Arrival]
    let rises: [SeriesRise]
    let day: LocalDate
}

/// Plans who comes when and what the desks make of it, day after day. Cheap, and the only part that goes one after the other.
struct Planner {
    private let world: SimulationWorld
    private let plan: SimulationPlan
    private let batchSize: Int
    private let rates: ArrivalRates
    private let dayWeights: [(desk: Double, online: Double)]
    private var desks: DeskDays
    private var mix: ProcedureMix
    private var nextDay = 0
    private var planned = 0
    private var weightSoFar = 0.0
    private let totalWeight: Double
    private var waiting: [Arrival] = []
    private var ready: [PlannedBatch] = []

    init(_ world: SimulationWorld, standing: [(series: String, day: LocalDate, last: Int)], batchSize: Int) {
        (self.world, self.batchSize) = (world, batchSize)
        plan = world.plan
        let rates = ArrivalRates(calendar: world.calendar)
        self.rates = rates
        dayWeights = world.plan.days.map { (desk: rates.desk($0), online: rates.online($0)) }
        totalWeight = dayWeights.reduce(0) { $0 + $1.desk + $1.online }
        desks = DeskDays(calendar: world.calendar, horizon: world.plan.horizon, standing: standing, spacing: world.deskSpacing)
        mix = ProcedureMix(on: world.plan.from, catalogue: world.catalogue, facts: world.facts)
    }

    mutating func next() -> PlannedBatch? {
        while ready.isEmpty, nextDay < dayWeights.count { planDay() }
        if ready.isEmpty, !waiting.isEmpty { release() }
        return ready.isEmpty ? nil : ready.removeFirst()
    }

    private mutating func planDay() {
        let day = plan.days[nextDay]
        if nextDay > 0, world.catalogue.changes(of: day) { mix = ProcedureMix(on: day, catalogue: world.catalogue, facts: world.facts) }
        let weights = dayWeights[nextDay]
        weightSoFar += weights.desk + weights.online
        let until = nextDay + 1 == dayWeights.count ? plan.dossiers : Int(Double(plan.dossiers) * weightSoFar / max(totalWeight, 1e-9))
        let onlineShare = weights.online / max(weights.online + weights.desk, 1e-9)
        var arrivals = (0..<max(0, until - planned)).compactMap { arrival($0, on: day, onlineShare: onlineShare) }
        arrivals.sort { $0.at < $1.at }
        planned = max(planned, until)
        nextDay += 1
        receive(&arrivals, on: day)
        waiting += arrivals
        if waiting.count >= batchSize { release() }
        desks.forget(before: day)
    }

    /// Cuts what waits into batches; desks stay whole.
    private mutating func release() {
        let day = plan.days[max(0, nextDay - 1)]
        let byDesk = Dictionary(grouping: waiting, by: \.receivingUnit)
        var (arrivals, units): ([Arrival], Set<String>) = ([], [])
        for unit in byDesk.keys.sorted() {
            arrivals += byDesk[unit] ?? []
            units.insert(unit)
            if arrivals.count >= batchSize {
                ready.append(PlannedBatch(arrivals: arrivals, rises: desks.takeRises(of: units), day: day))
                (arrivals, units) = ([], [])
            }
        }
        if !arrivals.isEmpty { ready.append(PlannedBatch(arrivals: arrivals, rises: desks.takeRises(of: units), day: day)) }
        waiting = []
    }

    // MARK: Arrivals

    private func arrival(_ index: Int, on day: LocalDate, onlineShare: Double) -> Arrival? {
        var chance = Chance(seed: plan.seed, day.dayNumber, index)
        let channel: SubmissionChannel = chance.happens(onlineShare) ? .online : .inPerson
        guard let chosen = mix.draw(channel, &chance), let commune = world.communes.draw(&chance) else { return nil }
        let at = channel == .online ? rates.onlineMoment(on: day, &chance) : rates.deskMoment(on: day, &chance)
        let isPostal = channel == .inPerson && chosen.definition.terms(of: .postal) != nil && chance.happens(0.03)
        let (receiving, resolving) = units(chosen, commune, &chance)
        return Arrival(
            at: at, chosen: chosen, channel: isPostal ? .postal : channel, commune: commune, receivingUnit: receiving,
            resolvingUnit: resolving, chance: chance)
    }

    private func units(_ chosen: SimulatedCase, _ commune: SimulatedCommune, _ chance: inout Chance) -> (receiving: String, resolving: String) {
        let definition = chosen.definition
        guard definition.isResolvedByCommune else {
            let atCommune = chosen.needsCommuneDesk || chance.happens(0.12)
            return (atCommune ? commune.unit : world.centre ?? commune.unit, definition.resolvedBy)
        }
        // Some people file where they work.
        guard definition.receivesOutsideTerritory, chance.happens(0.05) else { return (commune.unit, commune.unit) }
        let elsewhere = chance.happens(0.3) ? world.centre : world.communes.draw(&chance)?.unit
        return (elsewhere ?? commune.unit, commune.unit)
    }

    // MARK: The desks

    private mutating func receive(_ arrivals: inout [Arrival], on day: LocalDate) {
        var sameDay: [(wanted: Instant, index: Int)] = []
        for index in arrivals.indices {
            arrivals[index].provisionalNumber = desks.next("DK-" + arrivals[index].receivingUnit, on: day)
            var chance = Chance(seed: plan.seed, day.dayNumber, index, 7)
            if let wanted = intake(of: &arrivals[index], on: day, &chance) { sameDay.append((wanted, index)) }
        }
        for (wanted, index) in sameDay.sorted(by: { ($0.wanted, $0.index) < ($1.wanted, $1.index) }) {
            arrivals[index].intake = .accepted(at: wanted, number: desks.next(arrivals[index].receivingUnit, on: day))
        }
    }

    /// Decides what the desk does. The moment of an acceptance on the same day is returned: its number comes when all are known.
    private mutating func intake(of arrival: inout Arrival, on day: LocalDate, _ chance: inout Chance) -> Instant? {
        let isOnline = arrival.channel != .inPerson
        let morning = firstMorning(after: arrival.at)
        let minutes = isOnline ? 6 + chance.waiting(mean: 130) : 2 + chance.waiting(mean: 9)
        let looked = moment(after: arrival.at, workingMinutes: Int(minutes), &chance)
        let fate = chance.fraction() * (isOnline ? 1 : 4)
        switch fate {
        case ..<0.012: arrival.intake = bounded(looked) { .rejected(at: looked) }
        case ..<0.020 where isOnline: arrival.intake = bounded(looked) { .withdrawn(at: looked) }
        case ..<0.060: arrival.intake = supplement(arrival, askedAt: looked, &chance)
        default:
            let isToday = LocalDateTime(looked).date == day && morning > day
            if isToday, let free = desks.sameDay(unit: arrival.receivingUnit, wanted: looked) { return free }
            let acceptance = desks.morningAcceptance(unit: arrival.receivingUnit, from: morning)
            if let acceptance { arrival.intake = .accepted(at: acceptance.at, number: acceptance.number) }
        }
        return nil
    }

    private func bounded(_ at: Instant, _ intake: () -> Intake) -> Intake { at < plan.horizon ? intake() : .waiting }

    private mutating func supplement(_ arrival: Arrival, askedAt: Instant, _ chance: inout Chance) -> Intake {
        guard askedAt < plan.horizon else { return .waiting }
        guard chance.happens(0.86) else { return .unanswered(askedAt: askedAt) }
        let answered = moment(after: askedAt, workingMinutes: 60 + Int(chance.waiting(mean: 800)), &chance)
        guard answered < plan.horizon else { return .unanswered(askedAt: askedAt) }
        let accepted = desks.morningAcceptance(unit: arrival.receivingUnit, from: LocalDateTime(answered).date.adding(days: 1))
        return .supplemented(askedAt: askedAt, answeredAt: answered, accepted: accepted)
    }

    /// The day in whose morning a dossier is looked at that came outside office hours: never the one whose morning is past.
    private func firstMorning(after at: Instant) -> LocalDate {
        let local = LocalDateTime(at)
        let opening = world.calendar.opening(of: local.date)
        return world.calendar.isWorkingDay(local.date) && local < opening ? local.date : local.date.adding(days: 1)
    }

    private func moment(after at: Instant, workingMinutes: Int, _ chance: inout Chance) -> Instant {
        world.calendar.moment(after: at, workingMinutes: workingMinutes, second: chance.below(60))
    }
}

extension WorkingCalendar {
    /// The moment after so much working time, at a second of that minute; always later than `at`.
    func moment(after at: Instant, workingMinutes: Int, second: Int) -> Instant {
        let reached = adding(workingMinutes: max(1, workingMinutes), to: LocalDateTime(at)).instant().adding(seconds: Int64(second))
        return max(reached, at.adding(seconds: 20))
    }
}
