// SPDX-License-Identifier: Apache-2.0

package import Kernel
package import WorkingTime

/// Where a dossier stands: what its events add up to. Coded without what was filed, which is kept beside it once instead of
/// being written again with every step (`with(submission:)` joins the two).
package struct CaseState: Hashable, Sendable, Codable {
    package internal(set) var submission = Submission.none
    package internal(set) var submittedAt: LocalDateTime
    package internal(set) var status = DossierStatus.submitted
    /// How many events there are; the next one gets this number plus one.
    package internal(set) var sequence = 0

    package internal(set) var code: String?
    package internal(set) var acceptedAt: LocalDateTime?
    package internal(set) var due: DueDate?
    /// The first promise; an apology moves `due`, reports may still count against this one.
    package internal(set) var originalDue: LocalDateTime?
    package internal(set) var extensions = 0

    /// Index into the process; nil until accepted.
    package internal(set) var step: Int?
    package internal(set) var unit: String
    package internal(set) var stepDue: LocalDateTime?
    package internal(set) var assignee: Assignee?
    /// Who worked each step last, so that what is sent back finds them again.
    package internal(set) var handlers: [Int: Assignee] = [:]

    package internal(set) var pause: Pause?
    package internal(set) var supplementRequests = 0
    package internal(set) var consultations: [Consultation] = []
    package internal(set) var payment: Payment?

    package internal(set) var approvedBy: Assignee?
    package internal(set) var signedBy: Assignee?
    package internal(set) var documentNumber: String?
    package internal(set) var result: AttachedFile?
    package internal(set) var timeliness: Timeliness?
    package internal(set) var resolvedAt: LocalDateTime?
    package internal(set) var closedAt: LocalDateTime?
    /// True once nothing more can happen but reading and rating.
    package internal(set) var isFinal = false
    package internal(set) var rating: Int?

    private enum CodingKeys: String, CodingKey {
        case submittedAt, status, sequence, code, acceptedAt, due, originalDue, extensions, step
        case unit, stepDue, assignee, handlers, pause, supplementRequests, consultations, payment, approvedBy, signedBy
        case documentNumber, result, timeliness, resolvedAt, closedAt, isFinal, rating
    }

    /// The state read back, joined with what was filed.
    package func with(submission: Submission) -> CaseState {
        var state = self
        state.submission = submission
        return state
    }

    /// A time in which the law's clock does not run.
    package struct Pause: Hashable, Sendable, Codable {
        package let since: LocalDateTime
        package let returnsTo: DossierStatus
        package let deadline: LocalDateTime?
    }

    package struct Consultation: Hashable, Sendable, Codable {
        package let number: Int
        package let unit: String
        package let question: String
        package let deadline: LocalDateTime
        package internal(set) var answer: String?
    }

    package struct Payment: Hashable, Sendable, Codable {
        package let amount: Money
        package let purpose: String
        package internal(set) var reference: String?
    }

    /// The unit whose desk received the dossier and hands out the result.
    package var receivingUnit: String { submission.receivingUnit }

    /// The code people use: the dossier code, or the provisional one before acceptance.
    package var publicCode: String { code ?? submission.provisionalCode }
}
