// SPDX-License-Identifier: Apache-2.0

import Kernel
import WorkingTime

/// How a dossier is to come along after its acceptance: by when, and by what it is held up.
struct Course: Sendable {
    /// What may come between, besides the usual steps.
    struct Incidents: OptionSet, Sendable {
        let rawValue: Int

        static let supplement = Incidents(rawValue: 1)
        static let consultation = Incidents(rawValue: 2)
        static let stop = Incidents(rawValue: 4)
        static let refusal = Incidents(rawValue: 8)
        static let withdrawal = Incidents(rawValue: 16)
        static let sendBack = Incidents(rawValue: 32)
        static let fee = Incidents(rawValue: 64)
        static let assignment = Incidents(rawValue: 128)
        static let apology = Incidents(rawValue: 256)
    }

    /// 99.68 % of the dossiers of the first half of 2022 were in time.
    static let lateShare = 0.0032

    let isLate: Bool
    /// Working minutes from acceptance to the result, pauses not counted.
    let length: Int
    var incidents: Incidents

    /// - Parameter minutesToDue: working minutes from acceptance to the appointed time.
    init(minutesToDue: Int, isOnTheSpot: Bool, _ chance: inout Chance) {
        isLate = !isOnTheSpot && chance.happens(Self.lateShare)
        incidents = Self.incidents(isOnTheSpot: isOnTheSpot, isLong: minutesToDue > 1200, &chance)
        if isOnTheSpot {
            length = min(max(10, minutesToDue - 5), 15 + Int(chance.waiting(mean: 40)))
        } else if isLate {
            length = minutesToDue + 60 + Int(chance.waiting(mean: 900))
        } else {
            // Most finish well before, some on the last day.
            let part = chance.happens(0.72) ? chance.within(0.25...0.82) : chance.within(0.82...0.99)
            length = max(4, Int(Double(max(5, minutesToDue)) * part))
        }
    }

    private static func incidents(isOnTheSpot: Bool, isLong: Bool, _ chance: inout Chance) -> Incidents {
        guard !isOnTheSpot else { return chance.happens(0.004) ? .refusal : [] }
        var incidents: Incidents = [.fee]
        let likely: [(Incidents, Double)] = [
            (.supplement, isLong ? 0.03 : 0.012), (.consultation, isLong ? 0.09 : 0), (.stop, isLong ? 0.006 : 0.001), (.refusal, 0.009),
            (.withdrawal, 0.005), (.sendBack, 0.015), (.assignment, isLong ? 0.4 : 0.12), (.apology, isLong ? 0.004 : 0),
        ]
        for (incident, probability) in likely where chance.happens(probability) { incidents.insert(incident) }
        return incidents
    }
}
