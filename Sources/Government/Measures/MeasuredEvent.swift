// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Dossiers
package import Kernel
import Process
package import WorkingTime

/// One event of one dossier that a counter counts, with all that counters tell apart. The event is known by its dossier and its
/// number in it, so it can be counted once only.
package struct MeasuredEvent: Sendable, Hashable {
    package let measure: Measure
    /// The day on the wall of the office.
    package let day: LocalDate
    /// The unit that resolves.
    package let unit: String
    /// The unit that received.
    package let desk: String
    package let procedure: String
    /// The national number of the channel.
    package let channel: Int
    package let dossier: Identifier
    package let sequence: Int

    package init(
        measure: Measure, day: LocalDate, unit: String, desk: String, procedure: String, channel: Int, dossier: Identifier, sequence: Int
    ) {
        (self.measure, self.day, self.unit, self.desk) = (measure, day, unit, desk)
        (self.procedure, self.channel, self.dossier, self.sequence) = (procedure, channel, dossier, sequence)
    }
}

extension MeasuredEvent {
    /// What counts of some of a dossier's events.
    /// - Parameter dossier: as the last of them left it, or later.
    package static func among(_ events: [StoredEvent], of dossier: Dossier) -> [MeasuredEvent] {
        let (state, submission) = (dossier.state, dossier.state.submission)
        return events.compactMap { event in
            CaseEvent.Name(rawValue: event.name).flatMap { name in
                Measure(of: name, isAccepted: state.acceptedAt != nil, timeliness: state.timeliness)
            }.map { measure in
                MeasuredEvent(
                    measure: measure, day: LocalDateTime(event.at).date, unit: submission.resolvingUnit, desk: submission.receivingUnit,
                    procedure: submission.procedure, channel: submission.channel.nationalNumber, dossier: dossier.id, sequence: event.sequence)
            }
        }
    }
}

extension Measure {
    /// What an event counts as; nil for what is not counted. Nothing is accepted after an end, so whether the dossier was ever
    /// accepted tells where it came to its end.
    package init?(of name: CaseEvent.Name, isAccepted: Bool, timeliness: Timeliness?) {
        switch name {
        case .submitted: self = .filed
        case .accepted: self = .accepted
        case .rejected: self = .rejected
        case .refused: self = isAccepted ? .refused : .rejected
        case .withdrawn: self = isAccepted ? .withdrawn : .withdrawnAtIntake
        case .expired: self = isAccepted ? .lapsed : .lapsedAtIntake
        case .resolved: self = .resolved(timeliness)
        case .resultReturned: self = .returned
        case .supplementRequested: self = .supplementAsked
        case .supplemented, .assigned, .stepEntered, .clockStarted, .consulted, .consultationAnswered, .paymentRequested, .paymentConfirmed,
            .stopped, .resumed, .extended, .approved, .sentBack, .signed, .numbered, .resultDrafted, .rated:
            return nil
        }
    }

    private static func resolved(_ timeliness: Timeliness?) -> Measure {
        switch timeliness {
        case .early: .resolvedEarly
        case .overdue, .runningOverdue: .resolvedLate
        case .onTime, .withinLimit, nil: .resolvedOnTime
        }
    }

    /// The events that are counted at all.
    static let eventNames: [CaseEvent.Name] = CaseEvent.Name.allCases.filter { Measure(of: $0, isAccepted: true, timeliness: nil) != nil }
}
