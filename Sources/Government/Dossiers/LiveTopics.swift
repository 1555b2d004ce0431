// SPDX-License-Identifier: Apache-2.0

import Cases
package import Identity
import Kernel
import Web

/// The places where somebody may wait for news.
package enum LiveTopic {
    package static func unit(_ code: String) -> String { "unit:\(code)" }
    package static func account(_ id: String) -> String { "account:\(id)" }
    package static func dossier(_ id: String) -> String { "dossier:\(id)" }

    /// Everything that may change the queues of a person.
    package static func queues(of person: Person) -> Set<String> {
        Set(person.units.map(unit) + [account(person.accountID.description)] + person.covers.map { account($0.absentID.description) })
    }
}

extension LiveNote {
    init(_ dossier: Dossier, units: Set<String>, accounts: [String] = [], by actor: Actor) {
        let topics = Set(units.map(LiveTopic.unit) + accounts.map(LiveTopic.account) + [LiveTopic.dossier(dossier.id.description)])
        self.init(topics: topics, subject: dossier.state.publicCode, by: actor.kind == .officer ? actor.name : "", account: actor.account)
    }
}
