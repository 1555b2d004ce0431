// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// The moment counting starts for something received at any time, and why it may be later than reception.
package struct CountingStart: Hashable, Sendable {
    package enum Reason: Hashable, Sendable, CaseIterable {
        case withinHours, beforeOpening, breakBetweenPeriods, afterClosing, dayOff
    }

    package let received: LocalDateTime
    package let moment: LocalDateTime
    package let reason: Reason
}

extension WorkingCalendar {
    /// The moment itself inside working hours; else the next opening: of the day, after the break, of the next working day.
    package func normalise(_ moment: LocalDateTime) -> LocalDateTime { countingStart(of: moment).moment }

    package func countingStart(of received: LocalDateTime) -> CountingStart {
        let periods = periods(on: received.date)
        if periods.contains(where: { $0.contains(received.minuteOfDay) }) {
            return CountingStart(received: received, moment: received, reason: .withinHours)
        }
        if let next = periods.first(where: { received.minuteOfDay < $0.start.minuteOfDay }) {
            let reason: CountingStart.Reason = next == periods.first ? .beforeOpening : .breakBetweenPeriods
            return CountingStart(received: received, moment: next.start.on(received.date), reason: reason)
        }
        let opening = opening(of: workingDay(onOrAfter: received.date.adding(days: 1)))
        return CountingStart(received: received, moment: opening, reason: periods.isEmpty ? .dayOff : .afterClosing)
    }
}
