// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import WorkingTime

/// The province and its units as they were when they were read last; units are few and change rarely, so everybody
/// reads this snapshot instead of the database.
package struct OrganisationDirectory: Sendable {
    /// Where an installation of the pack is told, so that every process reads it anew.
    package static let channel = "organisation"

    package let province: Province
    /// Units in use, in the order of the pack: the province, its departments, then the communes.
    package let units: [Unit]
    /// The calendar new due dates are counted by.
    package let calendar: WorkingCalendar
    /// The statistical codes an address in this province may name.
    package let communeCodes: Set<String>
    /// Finds communes by the names of today and by former ones.
    package let communeFinder: CommuneFinder
    private let calendars: [String: WorkingCalendar]
    private let byCode: [String: Unit]
    private let byStatisticalCode: [String: Unit]
    private let childrenByParent: [String: [Unit]]
    private let searchTexts: [String]

    /// `closed` units are found by code, because old dossiers name them, and nowhere else; `older` calendars by version.
    package init(
        province: Province, units: [Unit], closed: [Unit] = [], calendar: WorkingCalendar, older: [WorkingCalendar] = [],
        formerCommunes: [FormerCommune] = []
    ) {
        (self.province, self.units, self.calendar) = (province, units, calendar)
        communeCodes = Set(units.filter { $0.kind == .communeCommittee }.compactMap(\.statisticalCode))
        communeFinder = CommuneFinder(communes: units.filter { $0.kind == .communeCommittee }, former: formerCommunes)
        calendars = Dictionary((older + [calendar]).map { ($0.version, $0) }, uniquingKeysWith: { _, last in last })
        byCode = Dictionary((units + closed).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        byStatisticalCode = Dictionary(
            units.compactMap { unit in unit.statisticalCode.map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })
        childrenByParent = Dictionary(grouping: units.filter { $0.parent != nil }, by: { $0.parent ?? "" })
        searchTexts = units.map { folded([$0.code, $0.name.vi, $0.name.en, $0.deskName?.vi ?? "", $0.statisticalCode ?? ""].joined(separator: " ")) }
    }

    /// The calendar a dossier was counted by.
    package func calendar(version: String) -> WorkingCalendar? { calendars[version] }

    package func unit(_ code: String) -> Unit? { byCode[code] }

    package func unit(statisticalCode: String) -> Unit? { byStatisticalCode[statisticalCode] }

    /// The unit's name, or its bare code where the unit is unknown: a page never breaks over a name.
    package func name(of code: String) -> Phrase { byCode[code]?.name ?? Phrase(code) }

    package func children(of code: String) -> [Unit] { childrenByParent[code] ?? [] }

    /// The communes' committees in the order of their statistical codes.
    package var communes: [Unit] { units.filter { $0.kind == .communeCommittee } }

    /// Where people can hand in a dossier.
    package var oneStopUnits: [Unit] { units.filter(\.isOneStop) }

    /// The unit and everything below it.
    package func subtree(of code: String) -> [Unit] {
        guard let unit = byCode[code] else { return [] }
        return [unit] + children(of: code).flatMap { subtree(of: $0.code) }
    }

    /// Whether a unit is another one or lies below it.
    package func isWithin(_ code: String, _ ancestor: String) -> Bool {
        var current: String? = code
        var steps = 0
        while let here = current, steps < 10 {
            if here == ancestor { return true }
            current = byCode[here]?.parent
            steps += 1
        }
        return false
    }

    /// Units whose name or code has every word asked for, in directory order; with and without diacritics alike.
    package func search(_ text: String, limit: Int = 20) -> [Unit] {
        let words = folded(text).split(separator: " ")
        guard !words.isEmpty else { return [] }
        let found = zip(units, searchTexts).lazy.filter { _, haystack in
            let parts = haystack.split(separator: " ")
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
        return Array(found.prefix(limit).map(\.0))
    }
}
