// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

/// A filing that the engine has taken, before it has its number.
struct TakenFiling: Sendable {
    /// What a request repeated under the same key is known by.
    struct Request: Sendable {
        let account: String
        let key: String
        let hash: String

        var name: [String] { [account, key] }
    }

    let id: Identifier
    /// Checked; its code is still empty.
    let submission: Submission
    let procedureName: String
    let context: CaseContext
    let request: Request?
    /// What else is to be true from the moment it is filed.
    let alongside: @Sendable (any Connection, Dossier) throws -> Void

    var day: LocalDate { LocalDateTime(context.now).date }
    var series: String { "DK-" + submission.receivingUnit }

    /// The history that begins when the filing gets its number.
    func begun(number: Int) throws -> DossierHistory {
        var submission = submission
        submission.provisionalCode = DossierCode.provisional(unit: submission.receivingUnit, day: day, number: number)
        var history = DossierHistory(of: id, procedureName: procedureName)
        try history.append(.submitted(submission), at: context.now, by: context.actor.assignee)
        return history
    }
}
