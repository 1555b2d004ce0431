// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Kernel
import WorkingTime

/// A dossier (hồ sơ): its state, and the place of its newest event in the chain.
package struct Dossier: Sendable {
    package let id: Identifier
    package let state: CaseState
    package let headHash: String
    package let procedureName: String

    package init(id: Identifier, state: CaseState, headHash: String, procedureName: String) {
        (self.id, self.state, self.headHash, self.procedureName) = (id, state, headHash, procedureName)
    }
}

/// One row of a queue or list: enough to decide what to open next.
package struct DossierSummary: Sendable, Hashable {
    package let id: Identifier
    package let code: String
    package let procedureCode: String
    package let procedureName: String
    package let applicantName: String
    package let status: DossierStatus
    package let unit: String
    package let step: Int?
    package let steps: Int
    package let assigneeName: String?
    package let submittedAt: Instant
    package let due: Instant?
    package let danger: Instant
    package let isFinal: Bool
    package let version: Int
    package let caseCode: String
    package let channel: Int
}

/// What anybody with the code may know: nothing personal (TT 01/2018 Đ16.2.d).
package struct TrackedDossier: Sendable, Hashable {
    package let code: String
    package let status: DossierStatus
    package let step: Int?
    package let steps: Int
    package let submittedAt: Instant
    package let acceptedAt: Instant?
    package let due: Instant?
    package let resolvedAt: Instant?
    package let closedAt: Instant?

    /// Degree of completion in percent: steps done of steps to do.
    package var completion: Int {
        switch status {
        case .submitted: 0
        case .resultReturned, .resolved: 100
        case .rejectedAtIntake, .withdrawn: 100
        default: steps > 1 ? min(95, max(5, (step ?? 0) * 100 / (steps - 1))) : 50
        }
    }
}

extension TrackedDossier {
    package init(_ dossier: Dossier, steps: Int) {
        let state = dossier.state
        self.init(
            code: state.publicCode, status: state.status, step: state.step, steps: steps, submittedAt: state.submittedAt.instant(),
            acceptedAt: state.acceptedAt?.instant(), due: state.due?.due.instant(), resolvedAt: state.resolvedAt?.instant(),
            closedAt: state.closedAt?.instant())
    }
}
