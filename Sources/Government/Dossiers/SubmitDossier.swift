// SPDX-License-Identifier: Apache-2.0

package import Cases
import Catalogue
package import Database
package import Forms
import Kernel
import Organisation
package import Process

/// A filing as it comes from a page or a program, before anything about it is believed.
package struct Filing: Sendable, Hashable {
    package var procedure: String
    package var caseCode: String?
    /// The desk that receives it.
    package var unit: String
    /// The agency that resolves it, when the applicant files away from the competent one.
    package var resolvingUnit: String?
    /// The desk that hands out the result, when it is another one.
    package var returningUnit: String?
    package var channel: SubmissionChannel
    package var applicant: Applicant
    package var answers: Answers
    package var files: [AttachedFile]
    package var delivery: ResultDelivery

    package init(
        procedure: String, caseCode: String?, unit: String, resolvingUnit: String? = nil, returningUnit: String? = nil, channel: SubmissionChannel,
        applicant: Applicant,
        answers: Answers, files: [AttachedFile], delivery: ResultDelivery
    ) {
        // The name stands in queues, receipts and the logbook, where what nobody sees must not turn it around.
        var applicant = applicant
        (applicant.name, applicant.address) = (cleanedLine(applicant.name), cleanedLine(applicant.address))
        (self.procedure, self.caseCode, self.unit, self.resolvingUnit) = (procedure, caseCode, unit, resolvingUnit)
        self.returningUnit = returningUnit == unit ? nil : returningUnit
        (self.channel, self.applicant, self.answers, self.files, self.delivery) = (channel, applicant, answers, files, delivery)
    }
}

package enum FilingOutcome: Sendable {
    case filed(Dossier)
    /// The same request came before; this is the dossier it made then.
    case filedBefore(Dossier)
    case refused(Refusal)
    /// The key was used for a different request.
    case keyReused
}

/// Takes a filing: checked here, then numbered, chained, stored and remembered in one transaction (`FilingUnit`), which it may
/// share with others that come at the same time. Only after its commit does anybody hear that the dossier has been filed.
package struct SubmitDossier: Sendable {
    let house: DossierHouse

    package init(house: DossierHouse) {
        self.house = house
    }

    /// - Parameter alongside: what else is to be true from the moment it is filed; done in the same transaction.
    package func callAsFunction(
        _ filing: Filing, by actor: Actor, idempotencyKey: String? = nil,
        alongside: @escaping @Sendable (any Connection, Dossier) throws -> Void = { _, _ in }
    ) async throws -> FilingOutcome {
        let (definition, chosen, resolvingUnit) = try place(filing)
        let rules = CaseRules(definition, chosen)
        let context = house.context(for: actor, rules: rules)
        let draft = Submission(
            procedure: definition.code, version: definition.version, caseCode: chosen.code, receivingUnit: filing.unit,
            resolvingUnit: resolvingUnit, channel: filing.channel, applicant: filing.applicant, answers: filing.answers, files: filing.files,
            delivery: filing.delivery, returningUnit: filing.returningUnit, provisionalCode: "")
        let checked: Submission
        switch decide(nil, .submit(draft), in: context) {
        case .refused(let refusal): return .refused(refusal)
        case .events(let events):
            guard case .submitted(let submission)? = events.first else { return .refused(.notFiled) }
            checked = submission
        }
        let taken = TakenFiling(
            id: Identifier.new(at: context.now), submission: checked, procedureName: definition.name.vi, context: context,
            request: idempotencyKey.map { .init(account: actor.account, key: $0, hash: FilingFingerprint(filing).text) }, alongside: alongside)
        return try await house.filings.file(taken, in: house)
    }

    /// What the filing is for: the procedure and case in force today, and units that exist and may act in it.
    private func place(_ filing: Filing) throws -> (ProcedureDefinition, ProcedureCase, String) {
        let today = LocalDateTime(house.now()).date
        guard let definition = house.procedures.definition(filing.procedure, on: today) else {
            throw invalid(
                "procedure",
                Phrase(
                    vi: "Thủ tục này không nộp được tại đây. Hãy chọn thủ tục khác.", en: "This procedure cannot be filed here. Choose another one."))
        }
        guard let chosen = filing.caseCode.map({ definition.case($0) }) ?? definition.cases.first else {
            throw invalid("case", Phrase(vi: "Hãy chọn một trường hợp của thủ tục.", en: "Choose one of the procedure's cases."))
        }
        guard filing.channel != .online || definition.terms(of: .online) != nil else {
            throw invalid(
                "procedure",
                Phrase(vi: "Thủ tục này chỉ nhận trực tiếp tại Bộ phận Một cửa.", en: "This procedure is received at the one-stop desk only."))
        }
        guard let unit = house.organisation.unit(filing.unit), unit.isOneStop else {
            throw invalid("unit", Phrase(vi: "Hãy chọn nơi tiếp nhận hồ sơ.", en: "Choose the desk that receives the dossier."))
        }
        if let returning = filing.returningUnit, house.organisation.unit(returning)?.isOneStop != true {
            throw invalid(
                "returning_unit", Phrase(vi: "Hãy chọn nơi trả kết quả.", en: "Choose the desk that hands out the result."))
        }
        let resolving = try resolvingUnit(filing, definition, received: unit)
        let errors = FilingCheck.errors(filing, chosen, today: today)
        guard errors.isEmpty else { throw Self.invalid(errors) }
        return (definition, chosen, resolving)
    }

    private func resolvingUnit(_ filing: Filing, _ definition: ProcedureDefinition, received unit: OrganisationUnit) throws -> String {
        guard definition.resolvedBy == "commune" else { return definition.resolvedBy }
        let code = filing.resolvingUnit ?? filing.unit
        guard let resolving = house.organisation.unit(code), resolving.kind == .communeCommittee else {
            throw invalid(
                "resolving_unit",
                Phrase(
                    vi: "Thủ tục này do xã, phường giải quyết. Hãy chọn xã, phường có thẩm quyền.",
                    en: "A commune resolves this procedure. Choose the competent commune."))
        }
        return resolving.code
    }

    private func invalid(_ field: String, _ message: Phrase) -> UserError { Self.invalid([FieldError(field: field, message: message)]) }

    private static func invalid(_ errors: [FieldError]) -> UserError {
        UserError(
            code: "dossiers.invalid_filing", status: 422,
            title: Phrase(vi: "Hồ sơ chưa nộp được. Hãy sửa những chỗ dưới đây.", en: "The dossier was not filed. Please correct the points below."),
            fields: errors)
    }

}
