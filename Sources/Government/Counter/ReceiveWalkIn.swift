// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Dossiers
package import Identity
import Kernel

/// Takes what somebody hands in at the counter: filed and accepted in one go, so that the receipt can be printed.
package struct ReceiveWalkIn: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package enum Outcome: Sendable {
        case received(Dossier)
        /// Filed, but acceptance was refused: it waits in the queue of new dossiers.
        case filedOnly(Dossier, Refusal)
        case refused(Refusal)
        case keyReused
    }

    /// - Parameter key: the form's own key, so that a button pressed twice receives once.
    package func callAsFunction(_ filing: Filing, by officer: Person, key: String) async throws -> Outcome {
        switch try await SubmitDossier(house: house)(filing, by: Actor(officer), idempotencyKey: "counter-" + key) {
        case .refused(let refusal): return .refused(refusal)
        case .keyReused: return .keyReused
        case .filedBefore(let dossier) where dossier.state.status != .submitted: return .received(dossier)
        case .filed(let dossier), .filedBefore(let dossier): return try await accept(dossier, by: officer)
        }
    }

    private func accept(_ dossier: Dossier, by officer: Person) async throws -> Outcome {
        let command = CaseCommand.accept(code: "", note: "", forward: true)
        switch try await ActOnDossier(house: house)(command, on: dossier.state.publicCode, by: Actor(officer)) {
        case .done(let accepted): return .received(accepted)
        case .refused(let refusal): return .filedOnly(dossier, refusal)
        case .unknownDossier: throw UserError.dossierNotFound
        }
    }
}
