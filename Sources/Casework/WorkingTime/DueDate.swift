// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// When something is due, and why: the explanation is part of the answer.
package struct DueDate: Hashable, Codable, Sendable {
    /// The working moment from which time is counted.
    package let start: LocalDateTime
    package let due: LocalDateTime
    /// One sentence each: the start, the limit, every day left out or made up, the sum, every doubt.
    package let explanation: [Phrase]
    /// The doubts, for programs.
    package let flags: [DueFlag]
    /// Version of the calendar it was counted with, to find what a changed calendar touches.
    package let calendarVersion: String

    package init(start: LocalDateTime, due: LocalDateTime, explanation: [Phrase], flags: [DueFlag] = [], calendarVersion: String = "") {
        (self.start, self.due, self.explanation) = (start, due, explanation)
        (self.flags, self.calendarVersion) = (flags, calendarVersion)
    }
}

/// Why a due date wants a second look.
package enum DueFlag: String, Codable, Hashable, Sendable, CaseIterable {
    /// The limit's unit is not published; working days were counted.
    case unspecifiedUnit
    /// The amount was negative, not a number or absurdly long, and was cut to what can be counted.
    case amountOutOfRange
    /// A day on the way has no final decision yet.
    case unconfirmedDay
    /// The calendar knows no holidays for a year on the way; only weekly days off were skipped.
    case outsideCalendar
}
