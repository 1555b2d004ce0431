// SPDX-License-Identifier: Apache-2.0

import Cases
import Catalogue
import Dossiers
import Forms
import Kernel
import Organisation

/// What the papers of one dossier have in common.
struct DossierPapers {
    let house: DossierHouse
    let dossier: Dossier
    let events: [StoredEvent]

    var state: CaseState { dossier.state }
    var submission: Submission { state.submission }
    var definition: ProcedureDefinition? { house.procedures.definition(submission.procedure, version: submission.version) }
    var chosen: ProcedureCase? { definition?.case(submission.caseCode) }
    var link: String { "\(house.publicURL)/tracking?code=\(state.publicCode)" }

    func body(_ unit: String, isDesk: Bool) throws -> IssuingBody {
        guard let unit = house.organisation.unit(unit) else { throw UserError.notFound }
        return IssuingBody(unit: unit, directory: house.organisation, isDesk: isDesk)
    }

    func head(_ body: IssuingBody, number: String, on date: LocalDate, language: Language = .vi) -> PaperHead {
        PaperHead(
            language: language.rawValue, parent: body.parent, issuer: body.name, number: number, place: body.place, date: PaperDate(date),
            code: state.publicCode, link: link)
    }

    /// What the account does not know of the applicant, the form may have asked.
    var subject: PaperSubject {
        let applicant = submission.applicant
        func known(_ value: String, _ prefill: Prefill) -> String { value.isEmpty ? answer(asking: prefill) : value }
        return PaperSubject(
            applicant: PaperSubject.Person(
                name: applicant.name, personalID: known(applicant.personalID, .applicantPersonalID),
                address: known(applicant.address, .applicantAddress), phone: known(applicant.phone, .applicantPhone),
                email: known(applicant.email, .applicantEmail)),
            procedure: dossier.procedureName, procedureCode: submission.procedure)
    }

    private func answer(asking prefill: Prefill) -> String {
        let asked = chosen?.form.sections.filter { $0.repeats == nil }.flatMap(\.questions).first { $0.prefill == prefill }
        guard let asked else { return "" }
        let line = answeredSections.flatMap(\.lines).first { $0.field == asked.id }
        return line.map { $0.value == "–" ? "" : $0.value } ?? ""
    }

    /// The answers in words, as review pages show them.
    var answeredSections: [SummarySection] {
        chosen?.form.lines(submission.answers, .vi) { house.organisation.unit(statisticalCode: $0)?.place?.vi } ?? []
    }

    /// Slips have no series of their own yet: their number is made of the dossier's day and number and of the event they tell
    /// of, so that the same slip has the same number whenever it is printed.
    func slipNumber(_ event: StoredEvent) -> String { "\(dayAndNumber).\(event.sequence)" }

    /// `261121-0001` of `H55.242-261121-0001`; that of a provisional code keeps its mark.
    var dayAndNumber: String {
        let code = state.publicCode
        let mark = DossierCode.isProvisional(code) ? "DK-" : ""
        return mark + code.split(separator: "-").suffix(2).joined(separator: "-")
    }

    func last(_ names: CaseEvent.Name...) -> StoredEvent? {
        events.last { event in names.contains { $0.rawValue == event.name } }
    }

    /// The unit that had the dossier when the event happened.
    func unit(at event: StoredEvent) -> String {
        for earlier in events.reversed() where earlier.sequence < event.sequence {
            if case .stepEntered(let content)? = try? earlier.record().event { return content.unit }
        }
        return state.receivingUnit
    }
}
