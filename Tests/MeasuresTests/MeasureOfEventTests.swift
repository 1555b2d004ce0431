// SPDX-License-Identifier: Apache-2.0

import Cases
import Testing
import WorkingTime

@testable import Measures

/// What every event of a history counts as.
@Suite struct MeasureOfEventTests {
    /// Before acceptance, and after it.
    private static let table: [CaseEvent.Name: (Measure?, Measure?)] = [
        .submitted: (.filed, .filed),
        .accepted: (.accepted, .accepted),
        .rejected: (.rejected, .rejected),
        .refused: (.rejected, .refused),
        .withdrawn: (.withdrawnAtIntake, .withdrawn),
        .expired: (.lapsedAtIntake, .lapsed),
        .resolved: (.resolvedOnTime, .resolvedOnTime),
        .resultReturned: (.returned, .returned),
        .supplementRequested: (.supplementAsked, .supplementAsked),
        .supplemented: (nil, nil), .assigned: (nil, nil), .stepEntered: (nil, nil), .clockStarted: (nil, nil), .consulted: (nil, nil),
        .consultationAnswered: (nil, nil), .paymentRequested: (nil, nil), .paymentConfirmed: (nil, nil), .stopped: (nil, nil), .resumed: (nil, nil),
        .extended: (nil, nil), .approved: (nil, nil), .sentBack: (nil, nil), .signed: (nil, nil), .numbered: (nil, nil),
        .resultDrafted: (nil, nil), .rated: (nil, nil),
    ]

    @Test(arguments: CaseEvent.Name.allCases)
    func everyEventCountsAsTheTableSays(name: CaseEvent.Name) throws {
        let (before, after) = try #require(Self.table[name])
        #expect(Measure(of: name, isAccepted: false, timeliness: nil) == before)
        #expect(Measure(of: name, isAccepted: true, timeliness: nil) == after)
        #expect(Measure.eventNames.contains(name) == (after != nil))
    }

    @Test func aResolutionIsEarlyOnTimeOrLate() {
        let expected: [Timeliness: Measure] = [
            .early: .resolvedEarly, .onTime: .resolvedOnTime, .withinLimit: .resolvedOnTime, .overdue: .resolvedLate, .runningOverdue: .resolvedLate,
        ]
        for timeliness in Timeliness.allCases {
            #expect(Measure(of: .resolved, isAccepted: true, timeliness: timeliness) == expected[timeliness])
        }
    }

    @Test func everyMeasureComesFromSomeEvent() {
        let counted = CaseEvent.Name.allCases.flatMap { name in
            [false, true].flatMap { isAccepted in
                Timeliness.allCases.compactMap { Measure(of: name, isAccepted: isAccepted, timeliness: $0) }
            }
        }
        #expect(Set(counted) == Set(Measure.allCases))
    }

    @Test func everyMeasureHasAColumnAndAPlaceOfItsOwn() {
        #expect(Set(Measure.allCases.map(\.column)).count == Measure.allCases.count)
        for measure in Measure.allCases {
            var counts = MeasureCounts()
            counts[measure] = 7
            #expect(Measure.allCases.filter { counts[$0] != 0 } == [measure])
            #expect(counts.sum(Measure.allCases) == 7)
        }
    }
}
