// SPDX-License-Identifier: Apache-2.0

package import Cases
import Database
package import Dossiers
package import Identity
package import Kernel

/// Files a draft. However often and from wherever it is sent, it becomes one dossier: the draft is marked in the very
/// transaction that files it, and its id is the key of the request.
package struct FileDraft: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package enum Outcome: Sendable {
        case filed(Dossier)
        case refused(Refusal)
        /// Something was saved since the owner looked through it: it must be looked at again.
        case changedMeanwhile
    }

    /// - Parameter seen: the draft's sequence when its owner looked through it.
    package func callAsFunction(_ draft: FilingDraft, seen: Int, as filing: Filing, by person: Person) async throws -> Outcome {
        let id = draft.id
        if let dossier = try await filed(id, person) { return .filed(dossier) }
        guard draft.sequence == seen else { return .changedMeanwhile }
        switch try await submit(filing, id, seen, person) {
        case nil: return .changedMeanwhile
        case .filed(let dossier)?, .filedBefore(let dossier)?: return .filed(dossier)
        case .refused(let refusal)?: return .refused(refusal)
        case .keyReused?:
            // Another device filed it a moment ago with other words.
            guard let dossier = try await filed(id, person) else { throw UserError.keyReused }
            return .filed(dossier)
        }
    }

    /// Nil when the draft was saved or filed by another device at this very moment; then nothing is filed here.
    private func submit(_ filing: Filing, _ id: Identifier, _ seen: Int, _ person: Person) async throws -> FilingOutcome? {
        do {
            return try await SubmitDossier(house: house)(filing, by: Actor(person), idempotencyKey: "draft-\(id)") { connection, dossier in
                guard try DraftStore(connection).markFiled(id, at: seen, as: dossier.id) else { throw DraftChanged() }
            }
        } catch is DraftChanged {
            return nil
        }
    }

    private struct DraftChanged: Error {}

    /// The dossier a draft has become.
    package func filed(_ id: Identifier, _ person: Person) async throws -> Dossier? {
        let account = person.accountID.description
        return try await house.database.read { connection in
            try DraftStore(connection).find(id, of: account)?.filedAs.flatMap { try DossierStore(connection).find(id: $0) }
        }
    }
}
