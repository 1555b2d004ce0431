// SPDX-License-Identifier: Apache-2.0

package import Forms
package import Kernel
package import Organisation
package import Process
package import WorkingTime

/// An administrative procedure (thủ tục hành chính) of the province in one version: every part that NĐ 63/2010 Đ8
/// obliges the administration to publish, and what the system needs to carry it out. A dossier keeps the version in
/// force when it was received.
package struct ProcedureDefinition: Codable, Hashable, Sendable {
    /// The national code, `1.001193`.
    package let code: String
    package let version: Int
    package let effectiveFrom: LocalDate
    /// The last day it is in force; nil while no end is known.
    package let effectiveTo: LocalDate?
    /// Tên thủ tục (NĐ 63/2010 Đ8.2a).
    package let name: Phrase
    /// What it is and for whom, in two plain sentences.
    package let summary: Phrase?
    /// Words people search by that the name does not hold.
    package let keywords: [String]
    package let fieldCode: String?
    package let fieldName: Phrase
    package let levels: [GovernmentLevel]
    /// Đối tượng thực hiện (Đ8.2e).
    package let subjects: [Phrase]
    /// Trình tự thực hiện (Đ8.2b), for the public.
    package let steps: [Phrase]
    /// Cách thức thực hiện (Đ8.2c).
    package let channels: [ChannelTerms]
    /// The cases (trường hợp) a person chooses from, each with its own limit, papers, fees, process and form.
    package let cases: [ProcedureCase]
    /// Số lượng hồ sơ (Đ8.2d).
    package let numberOfSets: Int
    /// Kết quả thực hiện.
    package let results: [ProcedureResult]
    /// Yêu cầu, điều kiện thực hiện.
    package let conditions: Phrase?
    /// Căn cứ pháp lý.
    package let legalBases: [LegalBasis]
    /// Cơ quan thực hiện (Đ8.2g): `commune`, or the code of the one agency that resolves it.
    package let resolvedBy: String
    package let onlineLevel: OnlineLevel
    /// Why it is offered online only in part; obligatory then (NĐ 224/2026 Đ14).
    package let partialReason: Phrase?
    /// Whether any one-stop desk may receive it (phi địa giới hành chính, NĐ 118/2025 Đ14).
    package let receivesOutsideTerritory: Bool
    /// Resolved while the applicant waits: no receipt unless asked for, but logged with its result (NĐ 61/2018 Đ17.4).
    package let resolvedOnTheSpot: Bool
    package let deadlinePolicy: DeadlinePolicy
    package let supplementClock: ProvinceSettings.SupplementClock
    /// How long an applicant has to supplement before the dossier is stopped.
    package let supplementDeadline: TimeLimit
    /// The announcement decision (quyết định công bố).
    package let decision: String
    /// Facts nobody has confirmed yet, one sentence each; empty when everything is.
    package let toBeConfirmed: [String]
}

extension ProcedureDefinition {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        code = try container.decode(String.self, forKey: .code)
        version = try container.decode(Int.self, forKey: .version)
        effectiveFrom = try container.decode(LocalDate.self, forKey: .effectiveFrom)
        effectiveTo = try container.decodeIfPresent(LocalDate.self, forKey: .effectiveTo)
        name = try container.decode(Phrase.self, forKey: .name)
        summary = try container.decodeIfPresent(Phrase.self, forKey: .summary)
        keywords = try container.decodeIfPresent([String].self, forKey: .keywords) ?? []
        fieldCode = try container.decodeIfPresent(String.self, forKey: .fieldCode)
        fieldName = try container.decode(Phrase.self, forKey: .fieldName)
        levels = try container.decode([GovernmentLevel].self, forKey: .levels)
        subjects = try container.decode([Phrase].self, forKey: .subjects)
        steps = try container.decode([Phrase].self, forKey: .steps)
        channels = try container.decode([ChannelTerms].self, forKey: .channels)
        cases = try container.decode([ProcedureCase].self, forKey: .cases)
        numberOfSets = try container.decodeIfPresent(Int.self, forKey: .numberOfSets) ?? 1
        results = try container.decode([ProcedureResult].self, forKey: .results)
        conditions = try container.decodeIfPresent(Phrase.self, forKey: .conditions)
        legalBases = try container.decode([LegalBasis].self, forKey: .legalBases)
        resolvedBy = try container.decode(String.self, forKey: .resolvedBy)
        onlineLevel = try container.decode(OnlineLevel.self, forKey: .onlineLevel)
        partialReason = try container.decodeIfPresent(Phrase.self, forKey: .partialReason)
        receivesOutsideTerritory = try container.decodeIfPresent(Bool.self, forKey: .receivesOutsideTerritory) ?? false
        resolvedOnTheSpot = try container.decodeIfPresent(Bool.self, forKey: .resolvedOnTheSpot) ?? false
        deadlinePolicy = try container.decodeIfPresent(DeadlinePolicy.self, forKey: .deadlinePolicy) ?? .clock
        supplementClock = try container.decodeIfPresent(ProvinceSettings.SupplementClock.self, forKey: .supplementClock) ?? .shift
        supplementDeadline = try container.decodeIfPresent(TimeLimit.self, forKey: .supplementDeadline) ?? .workingDays(7)
        decision = try container.decode(String.self, forKey: .decision)
        toBeConfirmed = try container.decodeIfPresent([String].self, forKey: .toBeConfirmed) ?? []
    }
}

extension ProcedureDefinition {
    /// Whether nothing in it waits for confirmation.
    package var isConfirmed: Bool { toBeConfirmed.isEmpty }

    /// Whether a commune resolves it; otherwise `resolvedBy` is the agency.
    package var isResolvedByCommune: Bool { resolvedBy == "commune" }

    package func `case`(_ code: String) -> ProcedureCase? {
        cases.first { $0.code == code }
    }

    package func terms(of channel: SubmissionChannel) -> ChannelTerms? {
        channels.first { $0.channel == channel }
    }

    package func isInForce(on date: LocalDate) -> Bool {
        effectiveFrom <= date && effectiveTo.map { date <= $0 } ?? true
    }

    /// The papers a case needs once this much is answered.
    package func components(for caseCode: String, answers: Answers) -> [DossierComponent] {
        self.case(caseCode)?.components(for: answers) ?? []
    }
}

extension Sequence<ProcedureDefinition> {
    /// The version of a procedure in force on a day.
    package func version(of code: String, on date: LocalDate) -> ProcedureDefinition? {
        filter { $0.code == code && $0.isInForce(on: date) }.max { $0.version < $1.version }
    }
}
