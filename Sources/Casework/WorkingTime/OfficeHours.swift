// SPDX-License-Identifier: Apache-2.0

import Kernel

/// When an office works, and when its desk is open besides. There is always at least one working period in a week.
package struct OfficeHours: Hashable, Sendable {
    package let version: String
    /// How long "one working day" of a time limit is; eight hours unless the province decided otherwise.
    package let minutesPerDay: Int
    package let week: WeekHours
    /// The periods of a make-up working day, which usually is a Saturday without hours of its own.
    package let makeUpDay: [OfficePeriod]
    /// More hours in which the desk receives people; nothing is counted in them.
    package let extraDesk: WeekHours

    /// Throws `OfficeHoursProblem` for hours in which nothing could ever fall due.
    package init(
        version: String, minutesPerDay: Int = 480, week: WeekHours, makeUpDay: [OfficePeriod]? = nil, extraDesk: WeekHours = WeekHours()
    ) throws(OfficeHoursProblem) {
        guard let usual = Weekday.allCases.map({ week[$0] }).first(where: { !$0.isEmpty }) else { throw .noWorkingPeriod }
        guard (1...1440).contains(minutesPerDay) else { throw .impossibleDayLength }
        guard week.disorder == nil, extraDesk.disorder == nil, isOrdered(makeUpDay ?? []) else { throw .periodsOverlap }
        guard makeUpDay?.isEmpty != true else { throw .emptyMakeUpDay }
        self.init(unchecked: version, minutesPerDay, week, makeUpDay ?? usual, extraDesk)
    }

    private init(unchecked version: String, _ minutesPerDay: Int, _ week: WeekHours, _ makeUpDay: [OfficePeriod], _ extraDesk: WeekHours) {
        (self.version, self.minutesPerDay, self.week) = (version, minutesPerDay, week)
        (self.makeUpDay, self.extraDesk) = (makeUpDay, extraDesk)
    }

    /// 07:00–11:30 and 13:30–17:00, Monday to Friday: eight hours a day.
    package static let standard: OfficeHours = {
        let day = ["07:00-11:30", "13:30-17:00"].compactMap { OfficePeriod($0) }
        let weekdays = Weekday.allCases.filter { $0 != .saturday && $0 != .sunday }
        let week = WeekHours(Dictionary(uniqueKeysWithValues: weekdays.map { ($0, day) }))
        return OfficeHours(unchecked: "standard", 480, week, day, WeekHours())
    }()
}

package enum OfficeHoursProblem: String, Error, Hashable, Sendable {
    case noWorkingPeriod = "office hours need at least one working period in the week"
    case impossibleDayLength = "minutesPerDay must be between 1 and 1440"
    case periodsOverlap = "the periods of a day must follow one another without overlapping"
    case emptyMakeUpDay = "makeUpDay must name at least one period"
}

extension OfficeHours: Codable {
    private enum Key: String, CodingKey {
        case version, minutesPerDay, week, makeUpDay, extraDesk
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        do {
            try self.init(
                version: container.decode(String.self, forKey: .version),
                minutesPerDay: container.decodeIfPresent(Int.self, forKey: .minutesPerDay) ?? 480,
                week: container.decode(WeekHours.self, forKey: .week),
                makeUpDay: container.decodeIfPresent([OfficePeriod].self, forKey: .makeUpDay),
                extraDesk: container.decodeIfPresent(WeekHours.self, forKey: .extraDesk) ?? WeekHours())
        } catch let problem as OfficeHoursProblem {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: problem.rawValue))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(version, forKey: .version)
        try container.encode(minutesPerDay, forKey: .minutesPerDay)
        try container.encode(week, forKey: .week)
        try container.encode(makeUpDay, forKey: .makeUpDay)
        try container.encode(extraDesk, forKey: .extraDesk)
    }
}
