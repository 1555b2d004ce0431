// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
import Kernel

/// A place where rows and history do not agree, named so that somebody can go and look.
package struct Damage: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Sendable {
        case hashMismatch = "hash_mismatch"
        case chainBroken = "chain_broken"
        case sequenceGap = "sequence_gap"
        case unreadableEvent = "unreadable_event"
        case noEvents = "no_events"
        case stateDiffers = "state_differs"
        case headDiffers = "head_differs"
        case columnDiffers = "column_differs"
        case seriesDiffers = "series_differs"
        case unreadableRow = "unreadable_row"
        case participantsDiffer = "participants_differ"
        case rulesMissing = "rules_missing"
        case paperMissing = "paper_missing"
        case orphanedHistory = "orphaned_history"
    }

    package let kind: Kind
    package let dossier: String
    package let sequence: Int?
    package let detail: String

    package var description: String {
        let place = sequence.map { " event \($0)" } ?? ""
        return "\(kind.rawValue) \(dossier)\(place): \(detail)"
    }
}

package struct Verification: Sendable {
    package var dossiers = 0
    package var events = 0
    package var damage: [Damage] = []
}
