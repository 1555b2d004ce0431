// SPDX-License-Identifier: Apache-2.0

package import Kernel

/// How a dossier stands against its due date.
package enum Timeliness: String, Codable, Hashable, Sendable, CaseIterable {
    /// Finished on a day before the due day.
    case early
    /// Finished on the due day, not after the due time.
    case onTime
    case overdue
    /// Still running, not yet due.
    case withinLimit
    case runningOverdue

    package static func finished(at finish: LocalDateTime, due: LocalDateTime) -> Timeliness {
        if finish > due { return .overdue }
        return finish.date < due.date ? .early : .onTime
    }

    package static func running(at now: LocalDateTime, due: LocalDateTime) -> Timeliness {
        now > due ? .runningOverdue : .withinLimit
    }

    /// The one or the other, by whether it is finished.
    package init(finished finish: LocalDateTime?, due: LocalDateTime, now: LocalDateTime) {
        self = finish.map { .finished(at: $0, due: due) } ?? .running(at: now, due: due)
    }

    package var isLate: Bool { self == .overdue || self == .runningOverdue }

    package var phrase: Phrase {
        switch self {
        case .early: Phrase(vi: "trước hạn", en: "early")
        case .onTime: Phrase(vi: "đúng hạn", en: "on time")
        case .overdue: Phrase(vi: "quá hạn", en: "overdue")
        case .withinLimit: Phrase(vi: "trong hạn", en: "within its limit")
        case .runningOverdue: Phrase(vi: "đang quá hạn", en: "running overdue")
        }
    }
}

/// Working time left until a due date.
package struct RemainingTime: Hashable, Sendable {
    /// Negative once overdue.
    package let workingMinutes: Int
    package let isOverdue: Bool
    let minutesPerDay: Int

    /// One working day or less is left: the desk's yellow light.
    package var isDueSoon: Bool { !isOverdue && workingMinutes <= minutesPerDay }

    /// `còn 2 ngày làm việc 3 giờ`, `quá hạn 1 ngày làm việc`.
    package var words: Phrase {
        let span = workingSpan(minutes: abs(workingMinutes), minutesPerDay: minutesPerDay)
        if workingMinutes == 0 {
            return isOverdue ? Phrase(vi: "vừa quá hạn", en: "just overdue") : Phrase(vi: "đến hạn", en: "due now")
        }
        return isOverdue
            ? Phrase(vi: "quá hạn \(span.vi)", en: "\(span.en) overdue") : Phrase(vi: "còn \(span.vi)", en: "\(span.en) left")
    }
}

extension WorkingCalendar {
    package func remaining(at now: LocalDateTime, until due: LocalDateTime) -> RemainingTime {
        RemainingTime(
            workingMinutes: workingMinutes(from: now, to: due), isOverdue: now > due, minutesPerDay: hours.minutesPerDay)
    }
}
