// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Kernel

/// A dossier's history as it grows: each event is sealed onto the chain and added up. Pure, so that whoever acts on one dossier
/// and whoever fills a database with whole lives tell it in the same way.
package struct DossierHistory: Sendable {
    package let id: Identifier
    package let procedureName: String
    /// What the events add up to; nil before the filing.
    package private(set) var state: CaseState?
    /// The events added since this value was made.
    package private(set) var added: [StoredEvent] = []
    /// The units the added events brought the dossier to.
    package private(set) var units: Set<String> = []
    private var headHash: String

    /// The history of a dossier that is not filed yet.
    package init(of id: Identifier, procedureName: String) {
        (self.id, self.procedureName) = (id, procedureName)
        headHash = EventChain.root(of: id)
    }

    /// Goes on from where a dossier stands.
    package init(continuing dossier: Dossier) {
        (id, procedureName, state, headHash) = (dossier.id, dossier.procedureName, dossier.state, dossier.headHash)
    }

    /// - Throws: when nothing was filed yet and the event is no filing.
    package mutating func append(_ event: CaseEvent, at: Instant, by actor: Assignee) throws {
        let record = RecordedEvent(sequence: (state?.sequence ?? 0) + 1, at: at, actor: actor, event: event)
        let sealed = try EventChain.seal(event, sequence: record.sequence, at: at, actor: actor, after: headHash)
        guard let next = evolve(state, record) else { throw UnknownEvent(name: event.name.rawValue) }
        (state, headHash) = (next, sealed.hash)
        added.append(sealed)
        units.formUnion(event.units)
    }

    /// The dossier as it now stands; nil before the filing.
    package var dossier: Dossier? {
        state.map { Dossier(id: id, state: $0, headHash: headHash, procedureName: procedureName) }
    }
}

extension CaseEvent {
    /// The units the dossier comes to by this event: they may see it from then on.
    var units: Set<String> {
        switch self {
        case .submitted(let content): [content.receivingUnit, content.resolvingUnit]
        case .stepEntered(let content): [content.unit]
        case .consulted(let content): [content.unit]
        default: []
        }
    }
}
