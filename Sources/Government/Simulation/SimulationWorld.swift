// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Dossiers
import Kernel
import Organisation
import WorkingTime

/// Everything lives are drawn from, made once and shared by all who draw.
final class SimulationWorld: Sendable {
    let house: DossierHouse
    let plan: SimulationPlan
    let facts: SimulationFacts
    let calendar: WorkingCalendar
    let catalogue: SimulatedCatalogue
    let communes: Weighted<SimulatedCommune>
    let communeCodes: Set<String>
    /// The provincial one-stop centre.
    let centre: String?
    let staff: Staff
    let papers: [SimulatedPaper]
    /// Seconds a desk needs for one dossier in the morning.
    let deskSpacing: [String: Int64]

    init(house: DossierHouse, plan: SimulationPlan, facts: SimulationFacts, papers: [SimulatedPaper]) throws {
        let organisation = house.organisation
        let facts = facts.of(organisation.province)
        (self.house, self.plan, self.facts, self.papers) = (house, plan, facts, papers)
        (calendar, communeCodes) = (organisation.calendar, organisation.communeCodes)
        catalogue = try SimulatedCatalogue(house)
        let places = organisation.communes.filter(\.isOneStop).compactMap { unit in
            unit.statisticalCode.map { code in
                let place = unit.place?.vi ?? unit.name.vi
                return SimulatedCommune(unit: unit.code, statisticalCode: code, place: place, isUrban: place.hasPrefix("Phường"))
            }
        }
        let weights = places.map { ($0, facts.population[$0.unit] ?? 10) }
        communes = Weighted(weights)
        centre = organisation.units.first { $0.kind == .provincialCentre && $0.isOneStop }?.code
        let perDay = Self.perWorkingDay(plan, weights: weights, centre: centre, calendar: organisation.calendar)
        deskSpacing = perDay.mapValues { min(120, max(2, Int64(7200 / max(1, $0)))) }
        staff = Staff(organisation, plan: plan, volume: perDay)
    }

    /// About how many dossiers a desk receives on a working day.
    private static func perWorkingDay(
        _ plan: SimulationPlan, weights: [(SimulatedCommune, Double)], centre: String?, calendar: WorkingCalendar
    ) -> [String: Double] {
        let days = Double(max(1, plan.days.count { calendar.isWorkingDay($0) }))
        let total = max(1, weights.reduce(0) { $0 + $1.1 })
        let atCentre = centre == nil ? 0 : 0.3
        var volume = Dictionary(
            weights.map { ($0.0.unit, Double(plan.dossiers) / days * (1 - atCentre) * $0.1 / total) }, uniquingKeysWith: { first, _ in first })
        if let centre { volume[centre] = Double(plan.dossiers) / days * atCentre }
        return volume
    }
}
