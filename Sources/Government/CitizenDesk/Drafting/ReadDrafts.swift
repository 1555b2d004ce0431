// SPDX-License-Identifier: Apache-2.0

import Catalogue
import Database
import Dossiers
import Drafts
import Identity
import Kernel

/// A draft in its owner's list: how much is still missing.
struct DraftLine {
    let id: Identifier
    let procedure: Phrase
    let savedAt: Instant
    /// Nil when it cannot be filed here any more.
    let missing: Int?
}

/// The drafts somebody has in hand, the latest first.
struct ReadDrafts: Sendable {
    let house: DossierHouse
    private static let most = 20

    func callAsFunction(of person: Person) async throws -> [DraftLine] {
        let account = person.accountID.description
        let drafts = try await house.database.read { try DraftStore($0).open(of: account, limit: Self.most) }
        return drafts.map { draft in
            let inHand = try? DraftInHand(draft, house: house)
            return DraftLine(
                id: draft.id, procedure: inHand?.procedure.name ?? Phrase(draft.procedure), savedAt: draft.savedAt, missing: inHand?.errors.count)
        }
    }
}
