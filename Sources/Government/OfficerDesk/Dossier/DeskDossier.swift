// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Correspondence
import Dossiers
import Identity
import Kernel
import Process

/// One dossier with everything its officer's page shows, gathered once.
struct DeskDossier {
    let dossier: Dossier
    let events: [StoredEvent]
    let notes: [DossierNote]
    let proposal: SupplementProposal?
    let available: Set<CommandKind>
    /// Whether the officer may put a further supplement request before the head.
    let mayPropose: Bool
    /// Whether a supplement request now is the head's, with a reason of its own.
    let needsHead: Bool
    let process: ProcessDefinition
    let definition: ProcedureDefinition?
    let colleagues: [Person]
    let messages: MessageThread
    let handOffs: [HandOff]
    let person: Person
    /// Whether a result can be drafted from a template.
    var offersDrafts = false

    var state: CaseState { dossier.state }
    var base: String { "/work/dossiers/\(state.publicCode)" }

    var components: [DossierComponent] {
        definition?.components(for: state.submission.caseCode, answers: state.submission.answers) ?? []
    }

    /// Whether papers are being checked now: the ticks have a form to go to.
    var isChecking: Bool { available.contains(.requestSupplement) || mayPropose }

    /// The form the ticks of the checklist belong to.
    var checkForm: String { available.contains(.requestSupplement) ? "form-request_supplement" : "form-propose" }
}

/// One unit's turn: when the dossier was sent to it, and when somebody there first opened it.
struct HandOff {
    let unit: String
    let sentAt: Instant
    let sentBy: String
    let openedAt: Instant?

    /// The line of units a dossier went through, from its history and from who read it.
    static func ledger(_ events: [StoredEvent], reads: [DossierRead], units: [String: Set<String>]) -> [HandOff] {
        events.compactMap { stored -> HandOff? in
            guard let record = try? stored.record() else { return nil }
            let unit: String
            switch record.event {
            case .submitted(let content): unit = content.receivingUnit
            case .stepEntered(let content) where content.handedOffBy != nil: unit = content.unit
            default: return nil
            }
            // A day's readings of one person are one row: its last moment counts where it began before the sending.
            let opened = reads.filter { units[$0.account]?.contains(unit) == true && $0.lastAt >= stored.at }
                .map { $0.firstAt >= stored.at ? $0.firstAt : $0.lastAt }.min()
            return HandOff(unit: unit, sentAt: stored.at, sentBy: stored.actor.name, openedAt: opened)
        }
    }
}
