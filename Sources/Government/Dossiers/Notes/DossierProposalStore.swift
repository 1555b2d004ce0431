// SPDX-License-Identifier: Apache-2.0

import Cases
package import Database
package import Kernel

/// Supplement requests that wait for the head of a unit.
package struct DossierProposalStore {
    let connection: any Connection

    package init(_ connection: any Connection) {
        self.connection = connection
    }

    func save(_ proposal: SupplementProposal, on dossier: Identifier, by account: String) throws {
        let items = JSONText(try canonicalJSON(proposal.items))
        try connection.execute(
            """
            INSERT INTO dossier_proposals (dossier_id, unit, at, author, author_name, items, reason)
            VALUES (\(dossier), \(proposal.unit), \(proposal.at), \(account), \(proposal.authorName), \(items), \(proposal.reason))
            ON CONFLICT (dossier_id) DO UPDATE SET unit = excluded.unit, at = excluded.at, author = excluded.author,
                author_name = excluded.author_name, items = excluded.items, reason = excluded.reason
            """)
    }

    package func proposal(on dossier: Identifier) throws -> SupplementProposal? {
        try connection.first("SELECT unit, at, author_name, items, reason FROM dossier_proposals WHERE dossier_id = \(dossier)") { row in
            SupplementProposal(
                unit: try row.get(0), at: try row.get(1), authorName: try row.get(2),
                items: try row.get(3, as: JSONText.self).decoded(as: [String].self),
                reason: try row.get(4))
        }
    }

    func remove(of dossier: Identifier) throws {
        try connection.execute("DELETE FROM dossier_proposals WHERE dossier_id = \(dossier)")
    }

    /// Whether what happened answers the question or makes it pointless.
    static func isSettled(by events: [CaseEvent]) -> Bool {
        events.contains { event in
            switch event {
            case .supplementRequested, .stepEntered, .rejected, .refused, .withdrawn, .stopped, .expired: true
            default: false
            }
        }
    }
}
