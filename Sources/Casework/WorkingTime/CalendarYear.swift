// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// A day that differs from its weekday: off when others work, or a working day when others rest.
package struct CalendarDay: Hashable, Sendable {
    package enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
        /// A public holiday, also when it falls on a weekend.
        case holiday
        /// Off in place of a holiday that fell on a weekly day off (Labour Code 2019, article 111.3).
        case compensation
        /// Off by decision, worked another day.
        case swappedOff
        /// Worked in place of a swapped day.
        case makeUpWorking
    }

    package let date: LocalDate
    package let kind: Kind
    package let name: Phrase
    /// The text that decided it, where it is known.
    package let decision: String?
    /// False while only proposed or remembered; due dates that touch it are flagged.
    package let confirmed: Bool

    package init(date: LocalDate, kind: Kind, name: Phrase, decision: String? = nil, confirmed: Bool = true) {
        (self.date, self.kind, self.name) = (date, kind, name)
        (self.decision, self.confirmed) = (decision, confirmed)
    }

    package var isWorking: Bool { kind == .makeUpWorking }
}

extension CalendarDay: Codable {
    private enum Key: String, CodingKey {
        case date, kind, name, decision, confirmed
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            date: try container.decode(LocalDate.self, forKey: .date),
            kind: try container.decode(Kind.self, forKey: .kind),
            name: try container.decode(Phrase.self, forKey: .name),
            decision: try container.decodeIfPresent(String.self, forKey: .decision),
            confirmed: try container.decodeIfPresent(Bool.self, forKey: .confirmed) ?? true)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(date, forKey: .date)
        try container.encode(kind, forKey: .kind)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(decision, forKey: .decision)
        try container.encode(confirmed, forKey: .confirmed)
    }
}

/// One version of one year's special days. It is in force for the whole of its year and says nothing of other years.
package struct CalendarYear: Hashable, Sendable {
    package let year: Int
    package let version: String
    package let days: [CalendarDay]

    package init(year: Int, version: String, days: [CalendarDay]) {
        (self.year, self.version, self.days) = (year, version, days)
    }

    /// What is wrong with the year in words for the person who wrote it; empty when nothing is.
    package var problems: [Phrase] {
        var seen: Set<LocalDate> = []
        var problems: [Phrase] = []
        if !(1900...9998).contains(year) {
            problems.append(Phrase(vi: "Năm \(year) không hợp lệ", en: "\(year) is not a year this calendar can hold"))
        }
        for day in days {
            if day.date.year != year {
                problems.append(Phrase(vi: "Ngày \(day.date.vietnamese) không thuộc năm \(year)", en: "\(day.date.iso) is not in \(year)"))
            }
            if !seen.insert(day.date).inserted {
                problems.append(Phrase(vi: "Ngày \(day.date.vietnamese) có hai lần", en: "\(day.date.iso) is named twice"))
            }
        }
        return problems
    }
}

extension CalendarYear: Codable {
    private enum Key: String, CodingKey {
        case year, version, days
    }

    /// Reads one year; a day of another year or named twice is refused.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            year: try container.decode(Int.self, forKey: .year),
            version: try container.decode(String.self, forKey: .version),
            days: try container.decode([CalendarDay].self, forKey: .days))
        if let problem = problems.first {
            throw DecodingError.dataCorruptedError(forKey: .days, in: container, debugDescription: problem.en)
        }
    }
}
