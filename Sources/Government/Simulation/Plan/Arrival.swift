// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process

/// A dossier before its life: who could come, where, when and for what. Everything else is drawn from its own chance.
struct Arrival: Sendable {
    let at: Instant
    let chosen: SimulatedCase
    let channel: SubmissionChannel
    let commune: SimulatedCommune
    let receivingUnit: String
    let resolvingUnit: String
    /// Draws what comes after, so that lives can be lived side by side.
    let chance: Chance
    var provisionalNumber = 0
    var intake = Intake.waiting
}

/// What becomes of a filing at the desk.
enum Intake: Sendable, Hashable {
    /// Nobody has looked at it when the span ends.
    case waiting
    case accepted(at: Instant, number: Int)
    case rejected(at: Instant)
    case withdrawn(at: Instant)
    /// Asked for what was missing, which never came.
    case unanswered(askedAt: Instant)
    /// Asked, answered, accepted; without acceptance where the span ends before.
    case supplemented(askedAt: Instant, answeredAt: Instant, accepted: Acceptance?)

    struct Acceptance: Sendable, Hashable {
        let at: Instant
        let number: Int
    }

    var acceptance: Acceptance? {
        switch self {
        case .accepted(let at, let number): Acceptance(at: at, number: number)
        case .supplemented(_, _, let accepted): accepted
        default: nil
        }
    }
}
