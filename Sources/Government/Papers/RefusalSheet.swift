// SPDX-License-Identifier: Apache-2.0

import Cases
import Dossiers
import Kernel
import Organisation

/// Form 03, "Phiếu từ chối tiếp nhận/giải quyết hồ sơ".
struct RefusalSheet: Encodable, Sendable {
    let applicant: PaperSubject.Person
    let procedure, procedureCode: String
    /// Refused at the desk, or after it was accepted.
    let atIntake: Bool
    let reason, legalGround: String
    let signer: String
}

extension DossierPapers {
    /// - Throws: 404 where nothing was refused.
    func refusal() throws -> PaperSheet<RefusalSheet> {
        guard let event = last(.rejected, .refused) else { throw UserError.notFound }
        let (ended, atIntake): (CaseEvent.Ended, Bool)
        switch try event.record().event {
        case .rejected(let content): (ended, atIntake) = (content, true)
        case .refused(let content): (ended, atIntake) = (content, false)
        default: throw UserError.notFound
        }
        let body = try atIntake ? body(state.receivingUnit, isDesk: true) : body(unit(at: event), isDesk: false)
        let subject = subject
        let sheet = RefusalSheet(
            applicant: subject.applicant, procedure: subject.procedure, procedureCode: subject.procedureCode, atIntake: atIntake,
            reason: ended.reason, legalGround: ended.legalGround, signer: event.actor.name)
        return PaperSheet(
            head: head(body, number: "\(slipNumber(event))/PTC-\(body.symbol)", on: LocalDateTime(event.at).date), content: sheet)
    }
}
