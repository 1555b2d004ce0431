// SPDX-License-Identifier: Apache-2.0

import Kernel

/// What a row or a whole table says, in the columns of form II.06 (TT 01/2020/TT-VPCP): received and carried over, resolved,
/// in process.
package struct Figures: Sendable, Hashable {
    /// Everything that had happened before the first day.
    package var before = MeasureCounts()
    /// What happened in the period.
    package var counts = MeasureCounts()
    /// Accepted, past the appointed time now and not resolved; nil for a period that ended before today.
    package var overdue: Int?

    package subscript(_ measure: Measure) -> Int { counts[measure] }

    /// Accepted before the period and not ended then.
    package var carriedOver: Int { before[.accepted] - before.sum(Measure.ended) }
    package var resolved: Int { counts.sum(Measure.resolved) }
    /// Ended after acceptance without the result asked for.
    package var endedWithoutResult: Int { counts.sum([.refused, .withdrawn, .lapsed]) }
    /// Ended before acceptance.
    package var notAccepted: Int { counts.sum(Measure.endedAtIntake) }
    /// In process at the end of the period: received + carried over = resolved + ended otherwise + in process.
    package var inProcess: Int { carriedOver + counts[.accepted] - counts.sum(Measure.ended) }
    /// Filed and at the end of the period neither accepted nor ended.
    package var waiting: Int {
        let all = before + counts
        return all[.filed] - all[.accepted] - all.sum(Measure.endedAtIntake)
    }

    /// Of what was resolved, the part that was not late; nil where nothing was.
    package var onTimeShare: Double? {
        resolved == 0 ? nil : Double(resolved - counts[.resolvedLate]) / Double(resolved)
    }

    package var isEmpty: Bool { counts.isZero && carriedOver == 0 && waiting == 0 && (overdue ?? 0) == 0 }

    static func += (left: inout Self, right: Self) {
        left.before += right.before
        left.counts += right.counts
        if let overdue = right.overdue { left.overdue = (left.overdue ?? 0) + overdue }
    }
}

/// The answer to a question.
package struct Statistics: Sendable {
    package struct Line: Sendable, Hashable {
        /// The code of the unit or procedure, the number of the channel, the day.
        package let key: String
        package let figures: Figures
    }

    package let question: StatisticsQuestion
    package let lines: [Line]
    package let total: Figures
    /// More are overdue than were counted.
    package let hasMoreOverdue: Bool
}
