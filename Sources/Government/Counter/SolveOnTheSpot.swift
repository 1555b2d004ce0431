// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Dossiers
package import Identity
import Kernel

/// Takes a dossier through every step its officer may take at once: somebody at the counter who may also certify, sign and
/// number hands the result over while the citizen waits (NĐ 61/2018 Đ17.4). Each step is a command of its own in the history.
package struct SolveOnTheSpot: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package struct Particulars: Sendable {
        /// Number in the register; needed where a step numbers the result.
        package var documentNumber: String
        /// A scan of what is handed over.
        package var result: AttachedFile?
        package var receivedBy: String

        package init(documentNumber: String, result: AttachedFile?, receivedBy: String) {
            (self.documentNumber, self.result, self.receivedBy) = (documentNumber, result, receivedBy)
        }
    }

    package enum Outcome: Sendable {
        case returned(Dossier)
        /// As far as this officer may go; somebody else is next.
        case waitsForOthers(Dossier)
        case refused(Dossier, Refusal)
    }

    /// More steps than any process has.
    private static let maximumSteps = 12

    package func callAsFunction(_ dossier: Dossier, by officer: Person, _ particulars: Particulars) async throws -> Outcome {
        var dossier = dossier
        for _ in 0..<Self.maximumSteps {
            guard let command = try next(dossier, officer, particulars) else {
                return dossier.state.status == .resultReturned ? .returned(dossier) : .waitsForOthers(dossier)
            }
            let seen = dossier.state.sequence
            switch try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(officer), seen: seen) {
            case .done(let after): dossier = after
            case .refused(let refusal): return .refused(dossier, refusal)
            case .unknownDossier: throw UserError.dossierNotFound
            }
        }
        return .waitsForOthers(dossier)
    }

    private func next(_ dossier: Dossier, _ officer: Person, _ particulars: Particulars) throws -> CaseCommand? {
        let submission = dossier.state.submission
        let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
        let available = availableCommands(dossier.state, in: house.context(for: Actor(officer), rules: rules))
        let way: [(CommandKind, CaseCommand)] = [
            (.accept, .accept(code: "", note: "", forward: true)),
            (.advance, .advance(note: "", result: particulars.result)), (.approve, .approve(note: "")), (.sign, .sign(note: "")),
            (.number, .number(documentNumber: particulars.documentNumber, result: particulars.result)),
            (.returnResult, .returnResult(.desk, receivedBy: particulars.receivedBy)),
        ]
        return way.first { available.contains($0.0) }?.1
    }
}
