// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import WorkingTime

/// What has happened to a dossier. Events are never changed or removed; everything else is derived from them.
package enum CaseEvent: Hashable, Sendable {
    case submitted(Submission)
    case accepted(Accepted)
    case rejected(Ended)
    case supplementRequested(SupplementRequested)
    case supplemented(Supplemented)
    case assigned(Assigned)
    case stepEntered(StepEntered)
    case clockStarted(ClockSet)
    case consulted(Consulted)
    case consultationAnswered(ConsultationAnswered)
    case paymentRequested(PaymentRequested)
    case paymentConfirmed(PaymentConfirmed)
    case stopped(Stopped)
    case resumed(Resumed)
    case extended(Extended)
    case approved(Noted)
    case sentBack(Noted)
    case refused(Ended)
    case signed(Noted)
    case numbered(Numbered)
    case resultDrafted(ResultDrafted)
    case resolved(Resolved)
    case resultReturned(ResultReturned)
    case withdrawn(Ended)
    case rated(Rated)
    case expired(Expired)
}

extension CaseEvent {
    package struct Accepted: Hashable, Sendable, Codable {
        package let code: String
        package let due: DueDate
        package let note: String
    }

    package struct Ended: Hashable, Sendable, Codable {
        package let reason: String
        package let legalGround: String
    }

    package struct SupplementRequested: Hashable, Sendable, Codable {
        package let items: [String]
        package let reason: String
        /// The head's reason when this is not the first request, or comes late.
        package let override: String?
        package let deadline: LocalDateTime
    }

    package struct Supplemented: Hashable, Sendable, Codable {
        package let answers: Answers?
        package let files: [AttachedFile]
        package let note: String
        /// The due date after the wait; nil before acceptance, when no clock runs.
        package let due: DueDate?
    }

    package struct Assigned: Hashable, Sendable, Codable {
        package let to: Assignee
    }

    package struct StepEntered: Hashable, Sendable, Codable {
        package let index: Int
        package let step: String
        package let unit: String
        /// The unit that hands over, where the dossier changes hands: a line of the control slip (form 06).
        package let handedOffBy: String?
        package let due: LocalDateTime
        package let note: String
    }

    package struct ClockSet: Hashable, Sendable, Codable {
        package let due: DueDate
    }

    package struct Consulted: Hashable, Sendable, Codable {
        package let number: Int
        package let unit: String
        package let question: String
        package let deadline: LocalDateTime
    }

    package struct ConsultationAnswered: Hashable, Sendable, Codable {
        package let number: Int
        package let answer: String
    }

    package struct PaymentRequested: Hashable, Sendable, Codable {
        package let amount: Money
        package let purpose: String
        package let deadline: LocalDateTime
    }

    package struct PaymentConfirmed: Hashable, Sendable, Codable {
        package let amount: Money
        package let reference: String
        package let due: DueDate
    }

    package struct Stopped: Hashable, Sendable, Codable {
        package let reason: String
    }

    package struct Resumed: Hashable, Sendable, Codable {
        package let reason: String
        package let due: DueDate
    }

    package struct Extended: Hashable, Sendable, Codable {
        package let due: LocalDateTime
        package let previous: LocalDateTime
        package let reason: String
    }

    package struct Noted: Hashable, Sendable, Codable {
        package let note: String
    }

    package struct Numbered: Hashable, Sendable, Codable {
        package let documentNumber: String
    }

    package struct ResultDrafted: Hashable, Sendable, Codable {
        package let file: AttachedFile
    }

    package struct Resolved: Hashable, Sendable, Codable {
        /// Whether the finish lay before, at or after the appointed time.
        package let timeliness: Timeliness
    }

    package struct ResultReturned: Hashable, Sendable, Codable {
        package let delivery: ResultDelivery
        package let receivedBy: String
    }

    package struct Rated: Hashable, Sendable, Codable {
        package let score: Int
        package let comment: String
    }

    package struct Expired: Hashable, Sendable, Codable {
        package let waitedFor: DossierStatus
        package let becomes: DossierStatus
    }
}

extension CaseEvent.Accepted {
    /// The same acceptance with the number the unit's series gave.
    package func numbered(_ code: String) -> Self {
        Self(code: code, due: due, note: note)
    }
}
