// SPDX-License-Identifier: Apache-2.0

import Kernel
import WorkingTime

extension DueDate {
    /// The same date with one more line of explanation, told first.
    func explained(by line: Phrase) -> DueDate {
        DueDate(start: start, due: due, explanation: [line] + explanation, flags: flags, calendarVersion: calendarVersion)
    }

    /// Another date, and why.
    func replacingDue(_ newDue: LocalDateTime, because line: Phrase) -> DueDate {
        DueDate(start: start, due: newDue, explanation: explanation + [line], flags: flags, calendarVersion: calendarVersion)
    }
}
