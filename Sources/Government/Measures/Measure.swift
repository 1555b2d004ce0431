// SPDX-License-Identifier: Apache-2.0

import Database

/// What is counted. A dossier is filed once, accepted at most once and comes to one end at most, whatever offices it passes
/// through, so no sum counts it twice; only supplement requests may be several.
package enum Measure: Int, CaseIterable, Sendable, Hashable, SQLBindable, SQLDecodable {
    case filed = 1
    case accepted
    /// Ends before acceptance: refused at intake (form 03), withdrawn, or not supplemented in time.
    case rejected, withdrawnAtIntake, lapsedAtIntake
    /// Resolved before the appointed day, on it, or after the appointed time.
    case resolvedEarly, resolvedOnTime, resolvedLate
    /// Ends after acceptance without the result asked for: refused (form 03), withdrawn, or not supplemented or paid in time.
    case refused, withdrawn, lapsed
    /// The result is in the applicant's hands.
    case returned
    case supplementAsked

    /// The column of the counter.
    package var column: String {
        switch self {
        case .filed: "filed"
        case .accepted: "accepted"
        case .rejected: "rejected"
        case .withdrawnAtIntake: "withdrawn_at_intake"
        case .lapsedAtIntake: "lapsed_at_intake"
        case .resolvedEarly: "resolved_early"
        case .resolvedOnTime: "resolved_on_time"
        case .resolvedLate: "resolved_late"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        case .lapsed: "lapsed"
        case .returned: "returned"
        case .supplementAsked: "supplement_asked"
        }
    }

    package static let resolved: [Measure] = [.resolvedEarly, .resolvedOnTime, .resolvedLate]
    /// Whatever ends the work on an accepted dossier.
    package static let ended: [Measure] = resolved + [.refused, .withdrawn, .lapsed]
    package static let endedAtIntake: [Measure] = [.rejected, .withdrawnAtIntake, .lapsedAtIntake]
}

/// A number for each measure.
package struct MeasureCounts: Sendable, Hashable {
    private var numbers = SIMD16<Int64>.zero

    package init() {}

    package subscript(_ measure: Measure) -> Int {
        get { Int(numbers[measure.rawValue]) }
        set { numbers[measure.rawValue] = Int64(newValue) }
    }

    package func sum(_ measures: [Measure]) -> Int { measures.reduce(0) { $0 + self[$1] } }

    package static func += (left: inout Self, right: Self) { left.numbers &+= right.numbers }
    package static func -= (left: inout Self, right: Self) { left.numbers &-= right.numbers }
    package static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum += right
        return sum
    }

    package var isZero: Bool { numbers == .zero }
}
