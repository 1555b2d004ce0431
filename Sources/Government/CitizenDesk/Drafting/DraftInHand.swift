// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import DossierViews
import Dossiers
import Drafts
import Forms
import Identity
import Kernel
import Organisation
import Process
import Web

/// A draft opened: what it is for, what was answered, which steps there are, and what is still missing.
struct DraftInHand {
    let house: DossierHouse
    let draft: FilingDraft
    let procedure: ProcedureDefinition
    let chosen: ProcedureCase
    let desk: OrganisationUnit
    let values: FormData
    let answers: Answers
    /// What was made of the communes typed.
    let communes: ResolvedCommunes
    let steps: [DraftStep]

    /// - Throws: `UserError` when what it is for cannot be filed here any more.
    init(_ draft: FilingDraft, house: DossierHouse) throws {
        let today = LocalDateTime(house.now()).date
        guard let procedure = house.procedures.definition(draft.procedure, on: today), let chosen = procedure.case(draft.caseCode),
            let desk = house.organisation.unit(draft.unit)
        else { throw UserError.notFiledHere }
        (self.house, self.draft, self.procedure, self.chosen, self.desk) = (house, draft, procedure, chosen, desk)
        let entries = FormData(draft.entries.map { (name: $0.name, value: $0.value) })
        communes = TypedCommunes(house.organisation).resolved(entries, for: chosen.form)
        (values, answers) = (communes.form, communes.answers)
        steps = DraftStep.all(chosen, answers)
    }

    /// The papers that come as files, for somebody who answered this.
    var components: [DossierComponent] { chosen.components(for: answers).filter { !$0.presentOnly && !$0.isForm } }

    var files: [AttachedFile] {
        chosen.components.flatMap { component in
            values.keptFiles("file.\(component.code)").compactMap { house.references.file($0, component: component.code) }
        }
    }

    /// Everything that keeps it from being filed, in the order of the steps.
    var errors: [FieldError] {
        let check = chosen.form.check(answers, communes: house.organisation.communeCodes, today: LocalDateTime(house.now()).date)
        let attached = Set(files.map(\.component))
        let missing = components.filter { $0.needsFile && !attached.contains($0.code) }.map { component in
            FieldError(
                field: "file.\(component.code)",
                message: Phrase(vi: "Thiếu giấy tờ: \(component.name.vi)", en: "Paper missing: \(component.name.en)"))
        }
        return communes.errors(with: check.errors) + missing
    }

    func errors(of step: DraftStep) -> [FieldError] { errors.filter { step.holds($0.field) } }

    func index(of step: DraftStep) -> Int { steps.firstIndex { $0.id == step.id } ?? 0 }

    /// What is sent when the owner files it.
    func filing(by person: Person) -> Filing {
        Filing(
            procedure: procedure.code, caseCode: chosen.code, unit: desk.code, returningUnit: returningDesk.code, channel: .online,
            applicant: Prefilling(form: chosen.form, person: person).applicant(answers), answers: answers, files: files,
            delivery: ResultDelivery(rawValue: values["_delivery"] ?? "") ?? .desk)
    }

    /// Any desk of the province hands out results.
    var returningDesks: [FieldOption] { house.organisation.oneStopUnits.map { FieldOption($0.code, $0.receptionName) } }

    var returningDesk: OrganisationUnit { values["_returning"].flatMap { house.organisation.unit($0) } ?? desk }

    /// How a file that was kept is shown again.
    func kept(_ reference: String) -> KeptFileView? {
        house.references.file(reference, component: "").map { KeptFileView(name: $0.name, size: $0.size, pages: $0.pages) }
    }
}
