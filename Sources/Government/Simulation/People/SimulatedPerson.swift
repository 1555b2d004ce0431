// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel

/// Somebody put together by chance: a name, a birth date, a number that fits both and that no office has given.
struct SimulatedPerson: Sendable {
    let name: String
    let isFemale: Bool
    let born: LocalDate
    let personalID: String
    let phone: String
    let ethnicity: String
    let address: String
    let commune: SimulatedCommune

    /// - Parameter family: the family name; drawn where nil.
    init(
        _ chance: inout Chance, at commune: SimulatedCommune, ages: ClosedRange<Int>, today: LocalDate, facts: SimulationFacts, family: String? = nil
    ) {
        isFemale = chance.happens(0.5)
        name = Self.name(isFemale: isFemale, family: family, &chance)
        born = today.adding(days: -chance.within(ages.lowerBound * 365...ages.upperBound * 365))
        personalID = Self.number(isFemale: isFemale, born: born, &chance, facts)
        // 0900 is nobody's prefix.
        phone = "0900" + padded(chance.below(1_000_000), 6)
        ethnicity = NameLists.ethnicities.draw(&chance) ?? "Kinh"
        address = Self.house(in: commune, &chance, facts)
        self.commune = commune
    }

    static func name(isFemale: Bool, family: String? = nil, _ chance: inout Chance) -> String {
        let family = family ?? NameLists.families.draw(&chance) ?? ""
        let middle = (isFemale ? NameLists.femaleMiddles : NameLists.maleMiddles).draw(&chance) ?? ""
        let given = (isFemale ? NameLists.femaleGivens : NameLists.maleGivens).draw(&chance) ?? ""
        return "\(family) \(middle) \(given)"
    }

    static func name(_ chance: inout Chance) -> String { name(isFemale: chance.happens(0.5), &chance) }

    /// Offices number births of a year and province upwards from nothing; from 900,000 on none has been given.
    static func number(isFemale: Bool, born: LocalDate, _ chance: inout Chance, _ facts: SimulationFacts) -> String {
        let century = (born.year - 1900) / 100 * 2 + (isFemale ? 1 : 0)
        return (chance.one(of: facts.personalNumberPrefixes) ?? "001") + String(min(3, max(0, century))) + padded(born.year % 100, 2)
            + String(chance.within(900_000...999_999))
    }

    static func number(_ chance: inout Chance, today: LocalDate, _ facts: SimulationFacts) -> String {
        number(isFemale: chance.happens(0.5), born: today.adding(days: -chance.within(20 * 365...75 * 365)), &chance, facts)
    }

    static func house(in commune: SimulatedCommune, _ chance: inout Chance, _ facts: SimulationFacts) -> String {
        if commune.isUrban, let street = chance.one(of: facts.streets) { return "Số \(chance.within(1...420)), đường \(street)" }
        return commune.isUrban ? "Tổ \(chance.within(1...24))" : "Xóm \(chance.within(1...18))"
    }

    /// The town or village with its commune, as one writes it in a line.
    var fullAddress: String { "\(address), \(commune.place)" }

    var family: String { name.split(separator: " ").first.map(String.init) ?? "" }

    func applicant(account: String?) -> Applicant {
        Applicant(name: name, personalID: personalID, phone: phone, address: fullAddress, account: account)
    }
}

/// A commune people come from.
struct SimulatedCommune: Sendable, Hashable {
    /// Its agency code.
    let unit: String
    let statisticalCode: String
    /// `Phường Phan Đình Phùng`.
    let place: String
    let isUrban: Bool
}
