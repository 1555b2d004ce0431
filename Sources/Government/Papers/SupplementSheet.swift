// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel
import Organisation

/// Form 02, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ".
struct SupplementSheet: Encodable, Sendable {
    struct Contact: Encodable, Sendable {
        let name, unit, phone: String
    }

    let applicant: PaperSubject.Person
    let procedure, procedureCode: String
    let items: [String]
    let reason: String
    let deadline: PaperMoment
    /// Which request it is; after the first one the head of the unit gives a reason.
    let request: Int
    let again: Bool
    let override: String
    let contact: Contact
}

extension DossierPapers {
    /// - Parameter sequence: the event that asked; the last one by default.
    /// - Throws: 404 where nothing was asked for.
    func supplementRequest(sequence: Int?) throws -> PaperSheet<SupplementSheet> {
        let requests = events.filter { $0.name == CaseEvent.Name.supplementRequested.rawValue }
        guard let index = sequence.map({ wanted in requests.firstIndex { $0.sequence == wanted } }) ?? requests.indices.last,
            case .supplementRequested(let content) = try requests[index].record().event
        else { throw UserError.notFound }
        let event = requests[index]
        let unit = unit(at: event)
        let body = try body(unit, isDesk: unit == state.receivingUnit && house.organisation.unit(unit)?.deskName != nil)
        let subject = subject
        let sheet = SupplementSheet(
            applicant: subject.applicant, procedure: subject.procedure, procedureCode: subject.procedureCode, items: content.items,
            reason: content.reason, deadline: PaperMoment(content.deadline), request: index + 1, again: index > 0 && content.override != nil,
            override: content.override ?? "", contact: SupplementSheet.Contact(name: event.actor.name, unit: body.name, phone: ""))
        return PaperSheet(
            head: head(body, number: "\(slipNumber(event))/PBS-\(body.symbol)", on: LocalDateTime(event.at).date), content: sheet)
    }
}
