// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Dossiers
package import Identity
import Kernel

/// The messages of a dossier as somebody may see them.
package struct MessageThread: Sendable {
    /// Oldest first; the last of a very long thread.
    package let messages: [Message]
    package let reader: Correspondent
    /// Whether there is an account at the other end that could read an answer.
    package let reachesApplicant: Bool
}

/// Reads the messages of a dossier; to the other side they count as read from then on.
package struct ReadMessages: Sendable {
    static let limit = 200

    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Parameter dossier: as it was opened for this person.
    package func callAsFunction(_ dossier: Dossier, by person: Person) async throws -> MessageThread {
        let (messages, reader) = try await house.database.read { connection in
            (try MessageStore(connection).thread(of: dossier.id, limit: Self.limit), try Correspondent(person, dossier, connection))
        }
        let readsOffice = reader == .applicant
        if reader != .onlooker, messages.contains(where: { $0.readAt == nil && $0.isFromOffice == readsOffice }) {
            let now = house.now()
            try await house.database.write(.readCommitted) { try MessageStore($0).markRead(of: dossier.id, fromOffice: readsOffice, at: now) }
        }
        return MessageThread(messages: messages, reader: reader, reachesApplicant: dossier.state.submission.applicant.account != nil)
    }
}
