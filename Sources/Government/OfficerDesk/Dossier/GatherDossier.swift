// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Correspondence
import Database
import Dossiers
import Identity
import Kernel
import Organisation
import Process

/// Reads what the officer's page of one dossier needs; the number of questions to the database does not depend on the dossier.
struct GatherDossier {
    let house: DossierHouse

    func callAsFunction(_ dossier: Dossier, for person: Person) async throws -> DeskDossier {
        let submission = dossier.state.submission
        let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
        let context = house.context(for: Actor(person), rules: rules)
        let available = availableCommands(dossier.state, in: context)
        let (events, notes, proposal, reads) = try await house.database.read { connection in
            (
                try DossierStore(connection).events(of: dossier.id), try DossierNoteStore(connection).notes(on: dossier.id),
                try DossierProposalStore(connection).proposal(on: dossier.id), try DossierQueueStore(connection).reads(of: dossier.id)
            )
        }
        let find = FindPerson(database: house.database)
        let units = try await find.units(of: Set(reads.compactMap { Identifier($0.account) }), at: house.now())
        let step = dossier.state.step.flatMap { rules.process.steps.indices.contains($0) ? rules.process.steps[$0] : nil }
        var colleagues: [Person] = []
        if available.contains(.assign), let step {
            colleagues = try await find.holders(of: PostRole(step.role), at: dossier.state.unit, now: house.now())
        }
        return DeskDossier(
            dossier: dossier, events: events, notes: notes, proposal: proposal, available: available,
            mayPropose: !available.contains(.requestSupplement) && mayProposeSupplement(dossier.state, in: context),
            needsHead: available.contains(.requestSupplement) && supplementNeedsHead(dossier.state, in: context), process: rules.process,
            definition: house.procedures.definition(submission.procedure, version: submission.version), colleagues: colleagues,
            messages: try await ReadMessages(house: house)(dossier, by: person),
            handOffs: HandOff.ledger(events, reads: reads, units: units), person: person)
    }
}
