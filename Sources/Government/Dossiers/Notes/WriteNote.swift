// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Identity
import Kernel
import Organisation
import Web

/// Writes what does not change a dossier's state: a note for colleagues, a proposal to the head, the draft of a result.
package struct WriteNote: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    package static let longest = 4000

    package func callAsFunction(_ text: String, on dossier: Dossier, by person: Person) async throws {
        try Self.requirePost(person)
        let text = normalised(text)
        guard !text.isEmpty else { throw UserError.emptyNote("text") }
        guard text.count <= Self.longest else { throw UserError.longNote("text") }
        let (now, account) = (house.now(), person.accountID.description)
        try await write(on: dossier, by: person) { connection in
            try DossierNoteStore(connection).insert(text, on: dossier.id, by: account, name: person.displayName, at: now)
        }
    }

    /// Puts a further supplement request before the head of the unit that has the dossier.
    package func propose(items: [String], reason: String, on dossier: Dossier, by person: Person) async throws {
        let submission = dossier.state.submission
        let rules = try house.rules(procedure: submission.procedure, version: submission.version, caseCode: submission.caseCode)
        guard mayProposeSupplement(dossier.state, in: house.context(for: Actor(person), rules: rules)) else { throw UserError.refused(.notYourRole) }
        let items = items.map(normalised).filter { !$0.isEmpty }
        guard !items.isEmpty else { throw UserError.emptyNote("items") }
        guard !normalised(reason).isEmpty else { throw UserError.emptyNote("reason") }
        let proposal = SupplementProposal(
            unit: dossier.state.unit, at: house.now(), authorName: person.displayName, items: items, reason: normalised(reason))
        try await write(on: dossier, by: person) { connection in
            try DossierProposalStore(connection).save(proposal, on: dossier.id, by: person.accountID.description)
        }
    }

    package func draft(template: String, fields: [String: String], on dossier: Dossier, by person: Person) async throws {
        try Self.requirePost(person)
        let draft = ResultDraft(template: template, fields: fields, at: house.now(), authorName: person.displayName)
        try await write(on: dossier, by: person) { connection in
            try DossierNoteStore(connection).save(draft, on: dossier.id, by: person.accountID.description)
        }
    }

    /// Who only reads (auditors, leaders) leaves nothing behind on a dossier.
    private static func requirePost(_ person: Person) throws {
        guard person.posts.contains(where: { $0.role.stepRole != nil }) else { throw UserError.forbidden }
    }

    private func write(on dossier: Dossier, by person: Person, _ body: @escaping @Sendable (any Connection) throws -> Void) async throws {
        let live = house.live
        let note = LiveNote(dossier, units: [dossier.state.unit], by: Actor(person))
        try await house.database.write(.readCommitted) { connection in
            try body(connection)
            try live.publish(note, in: connection)
        }
    }
}

extension UserError {
    static func longNote(_ field: String) -> UserError {
        let message = Phrase(
            vi: "Quá dài: tối đa \(grouped(WriteNote.longest)) ký tự.", en: "Too long: \(grouped(WriteNote.longest)) characters at most.")
        return UserError(
            code: "dossiers.long_note", status: 422, title: Phrase(vi: "Nội dung quá dài", en: "The text is too long"),
            fields: [FieldError(field: field, message: message)])
    }

    static func emptyNote(_ field: String) -> UserError {
        UserError(
            code: "dossiers.empty_note", status: 422,
            title: Phrase(vi: "Chưa có nội dung", en: "There is nothing written"),
            fields: [FieldError(field: field, message: Phrase(vi: "Hãy ghi nội dung.", en: "Write something."))])
    }
}
