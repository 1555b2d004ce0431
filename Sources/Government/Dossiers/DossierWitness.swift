// SPDX-License-Identifier: Apache-2.0

package import Database

/// Somebody who is told of every event in the transaction that stores it: what it writes is true together with the event. It
/// has at most one statement, on rows nobody else waits for.
package protocol DossierWitness: Sendable {
    func saw(_ steps: [DossierStep], on connection: any Connection) throws
}

/// Events that happened to a dossier in one go, and what they made of it.
package struct DossierStep: Sendable {
    package let events: [StoredEvent]
    package let dossier: Dossier

    package init(events: [StoredEvent], dossier: Dossier) {
        (self.events, self.dossier) = (events, dossier)
    }
}

extension DossierHouse {
    func tellWitnesses(_ steps: @autoclosure () -> [DossierStep], _ connection: any Connection) throws {
        guard !witnesses.isEmpty else { return }
        let steps = steps()
        for witness in witnesses { try witness.saw(steps, on: connection) }
    }
}
