// SPDX-License-Identifier: Apache-2.0

import Cases
import Kernel
import Organisation
import Process
import WorkingTime

extension Placement {
    /// Derives a dossier's place in the queues. Pure: the same state and rules give the same place, so `verify` can check it.
    init(_ state: CaseState, rules: CaseRules, calendar: WorkingCalendar, reception: TimeLimit) {
        steps = rules.process.steps.count
        let index = state.step.flatMap { rules.process.steps.indices.contains($0) ? $0 : nil }
        role = state.isFinal ? nil : index.map { rules.process.steps[$0].role.rawValue }
        danger = Self.danger(of: state, calendar: calendar, reception: reception).instant()
    }

    private static func danger(of state: CaseState, calendar: WorkingCalendar, reception: TimeLimit) -> LocalDateTime {
        switch state.status {
        case .submitted:
            return calendar.dueMoment(received: state.submittedAt, limit: reception, policy: .clock)
        case .accepted, .processing:
            return [state.stepDue, state.due?.due].compactMap(\.self).min() ?? state.submittedAt
        case .supplementRequested, .paymentRequired:
            return state.pause?.deadline ?? state.submittedAt
        case .stopped, .resolved:
            return state.due?.due ?? state.submittedAt
        case .rejectedAtIntake, .withdrawn, .resultReturned:
            return state.closedAt ?? state.submittedAt
        }
    }
}
