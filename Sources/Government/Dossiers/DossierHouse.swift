// SPDX-License-Identifier: Apache-2.0

package import Cases
package import Catalogue
package import Database
package import Identity
package import Kernel
package import Organisation
import Synchronization
package import Vault
package import Web

/// What the verbs of this context work with; made once, at the composition root. A class: verbs are made for every request, and
/// copying a reference is cheaper than copying all it holds.
package final class DossierHouse: Sendable {
    package let database: any Database
    package let vault: Vault
    private let currentOrganisation: Mutex<OrganisationDirectory>
    package let procedures: ProcedureDirectory
    package let references: FileReferences
    /// Where people reach the portal, `https://…` without a slash at the end: what QR codes lead to.
    package let publicURL: String
    package let now: @Sendable () -> Instant
    /// Where desks hear that something has changed.
    package let live: any LiveChannel
    /// Who is told of every event in the transaction that stores it.
    let witnesses: [any DossierWitness]
    /// Where filings wait for the database.
    let filings = FilingDesk()

    package init(
        database: any Database, vault: Vault, organisation: OrganisationDirectory, procedures: ProcedureDirectory,
        references: FileReferences, publicURL: String, now: @escaping @Sendable () -> Instant, live: any LiveChannel = LiveHub(),
        witnesses: [any DossierWitness] = []
    ) {
        (self.database, self.vault, self.publicURL) = (database, vault, publicURL)
        (self.procedures, self.references, self.now, self.live) = (procedures, references, now, live)
        self.witnesses = witnesses
        currentOrganisation = Mutex(organisation)
    }

    /// The province and its units as they are now. Take it once for one piece of work.
    package var organisation: OrganisationDirectory { currentOrganisation.withLock { $0 } }

    /// Works with another state of the province from now on.
    package func adopt(_ organisation: OrganisationDirectory) { currentOrganisation.withLock { $0 = organisation } }

    /// The rules a dossier was filed under, or a new one would be.
    package func rules(procedure: String, version: Int, caseCode: String) throws -> CaseRules {
        guard let definition = procedures.definition(procedure, version: version), let chosen = definition.case(caseCode) else {
            throw UserError.rulesMissing(procedure: procedure, version: version)
        }
        return CaseRules(definition, chosen)
    }

    package func context(for actor: Actor, rules: CaseRules, expecting sequence: Int? = nil) -> CaseContext {
        CaseContext(
            now: now(), actor: actor, rules: rules, calendar: organisation.calendar, communes: organisation.communeCodes, expectedSequence: sequence)
    }
}

extension Actor {
    /// What the engine needs to know of a signed-in person.
    package init(_ person: Person) {
        func posts(_ held: [Organisation.Post]) -> Set<Actor.Post> {
            Set(held.compactMap { post in post.role.stepRole.map { Actor.Post(unit: post.unit, role: $0) } })
        }
        let covers = person.covers.map { cover in
            Actor.Cover(absent: Assignee(account: cover.absentID.description, name: cover.absentName), posts: posts(cover.posts))
        }
        let kind: Actor.Kind =
            switch person.kind {
            case .citizen: .applicant
            case .officer: .officer
            case .system: .system
            }
        self.init(
            account: person.accountID.description, name: person.displayName, kind: kind, posts: posts(person.ownPosts), covers: covers)
    }

    /// As the history names the actor: the person who acted, and in whose place.
    var assignee: Assignee {
        Assignee(account: account, name: standsInFor.map { "\(name) (thay \($0.name))" } ?? name)
    }
}

extension CaseRules {
    /// The law of one case of a procedure, as the engine reads it.
    init(_ procedure: ProcedureDefinition, _ chosen: ProcedureCase) {
        self.init(
            process: chosen.process, form: chosen.form,
            requiredComponents: chosen.components.filter(\.needsFile).map {
                RequiredComponent(code: $0.code, name: $0.name, visibleWhen: $0.visibleWhen)
            },
            limit: chosen.limit, sameDay: chosen.sameDay, policy: procedure.deadlinePolicy,
            supplementClock: procedure.supplementClock == .restart ? .restart : .shift, supplementLimit: procedure.supplementDeadline)
    }
}

extension UserError {
    static func rulesMissing(procedure: String, version: Int) -> UserError {
        UserError(
            code: "dossiers.rules_missing", status: 409,
            title: Phrase(
                vi: "Không còn định nghĩa thủ tục \(procedure), phiên bản \(version).",
                en: "The definition of procedure \(procedure), version \(version), is no longer here."),
            advice: Phrase(vi: "Báo người quản trị hệ thống.", en: "Tell the operator of the system."))
    }

    static func refused(_ refusal: Refusal) -> UserError {
        let isInput = !refusal.fields.isEmpty
        return UserError(code: "dossiers.\(refusal.code)", status: isInput ? 422 : 409, title: refusal.sentence, fields: refusal.fields)
    }
}
