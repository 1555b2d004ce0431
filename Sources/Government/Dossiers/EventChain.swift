// SPDX-License-Identifier: Apache-2.0

package import Cases
import Crypto
package import Kernel

/// An event as it lies in the database: its exact text, and the hash that ties it to the one before.
package struct StoredEvent: Sendable, Hashable {
    package let sequence: Int
    package let name: String
    package let at: Instant
    package let actor: Assignee
    package let content: String
    package let previousHash: String
    package let hash: String
}

/// The chain of one dossier's history: each event's hash covers the one before, so none can be altered, removed or
/// slipped in without every later hash betraying it.
package enum EventChain {
    /// What the first event is tied to: the dossier itself, so that histories cannot be exchanged.
    package static func root(of dossier: Identifier) -> String {
        hash(["motcua dossier", dossier.description])
    }

    package static func seal(_ event: CaseEvent, sequence: Int, at: Instant, actor: Assignee, after previous: String) throws -> StoredEvent {
        let content = try event.json()
        let name = event.name.rawValue
        let hash = hash(of: sequence, name: name, at: at, actor: actor, content: content, after: previous)
        return StoredEvent(sequence: sequence, name: name, at: at, actor: actor, content: content, previousHash: previous, hash: hash)
    }

    /// The hash the event ought to have, from what is stored of it.
    package static func expectedHash(of event: StoredEvent) -> String {
        hash(of: event.sequence, name: event.name, at: event.at, actor: event.actor, content: event.content, after: event.previousHash)
    }

    private static func hash(of sequence: Int, name: String, at: Instant, actor: Assignee, content: String, after previous: String) -> String {
        hash([previous, String(sequence), name, String(at.milliseconds), actor.account, actor.name, content])
    }

    /// SHA-256 over the parts, each with its length before it so that no two lists of parts look alike.
    private static func hash(_ parts: [String]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 8 })
        for part in parts {
            bytes += String(part.utf8.count).utf8
            bytes.append(UInt8(ascii: ":"))
            bytes += part.utf8
        }
        return SHA256.hash(data: bytes).withUnsafeBytes { Array($0) }.hex
    }
}

extension StoredEvent {
    /// The event itself, for replay; throws when its name or content is not of this program.
    package func record() throws -> RecordedEvent {
        guard let name = CaseEvent.Name(rawValue: name) else { throw UnknownEvent(name: name) }
        let event = try CaseEvent(name: name, json: .init(content.utf8))
        return RecordedEvent(sequence: sequence, at: at, actor: actor, event: event)
    }
}

/// An event with a name this version of the program does not know.
package struct UnknownEvent: Error {
    package let name: String
}
