// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Process
import WorkingTime

/// The province's definition as other systems read it.
struct DefinitionJSON: Encodable {
    let version: Int
    let effectiveFrom: String
    let effectiveTo: String?
    let summary: String?
    let subjects: [String]
    let resolvedBy: String
    let decision: String
    let numberOfSets: Int
    let receivesOutsideTerritory: Bool
    let resolvedOnTheSpot: Bool
    let steps: [String]
    let channels: [ChannelJSON]
    let cases: [CaseJSON]
    let results: [CodedJSON]
    let conditions: String?
    let legalBases: [CodedJSON]

    private enum CodingKeys: String, CodingKey {
        case version, summary, subjects, decision, steps, channels, cases, results, conditions
        case effectiveFrom = "effective_from"
        case effectiveTo = "effective_to"
        case resolvedBy = "resolved_by"
        case numberOfSets = "number_of_sets"
        case receivesOutsideTerritory = "receives_outside_territory"
        case resolvedOnTheSpot = "resolved_on_the_spot"
        case legalBases = "legal_bases"
    }

    init(_ definition: ProcedureDefinition, _ language: Language) {
        version = definition.version
        (effectiveFrom, effectiveTo) = (definition.effectiveFrom.iso, definition.effectiveTo?.iso)
        summary = definition.summary?[language]
        subjects = definition.subjects.map { $0[language] }
        (resolvedBy, decision, numberOfSets) = (definition.resolvedBy, definition.decision, definition.numberOfSets)
        (receivesOutsideTerritory, resolvedOnTheSpot) = (definition.receivesOutsideTerritory, definition.resolvedOnTheSpot)
        steps = definition.steps.map { $0[language] }
        channels = definition.channels.map { ChannelJSON($0, language) }
        cases = definition.cases.map { CaseJSON($0, language) }
        results = definition.results.map { CodedJSON(code: $0.code, name: $0.name[language]) }
        conditions = definition.conditions?[language]
        legalBases = definition.legalBases.map { CodedJSON(code: $0.code, name: $0.name[language]) }
    }
}

struct ChannelJSON: Encodable {
    let channel: String
    let limit: LimitJSON?
    let fee: String?
    let note: String?

    init(_ terms: ChannelTerms, _ language: Language) {
        channel = terms.channel.rawValue
        limit = terms.limit.map(LimitJSON.init)
        (fee, note) = (terms.fee?[language], terms.note?[language])
    }
}

struct CaseJSON: Encodable {
    let code: String
    let name: String
    let limit: LimitJSON
    let sameDayCutoff: String?
    let components: [ComponentJSON]
    let fees: [FeeJSON]
    let form: FormJSON

    private enum CodingKeys: String, CodingKey {
        case code, name, limit, components, fees, form
        case sameDayCutoff = "same_day_cutoff"
    }

    init(_ item: ProcedureCase, _ language: Language) {
        (code, name, limit, sameDayCutoff) = (item.code, item.name[language], LimitJSON(item.limit), item.sameDayCutoff?.text)
        components = item.components.map { ComponentJSON($0, language) }
        fees = item.fees.map { FeeJSON($0, language) }
        form = FormJSON(item.form, language)
    }
}

struct FeeJSON: Encodable {
    let code: String
    let name: String
    let kind: String
    /// Whole đồng for one unit; absent where the Provincial People's Council sets it or tiers say it.
    let amount: Int64?
    let unit: String
    let tiers: [Tier]?
    let maximumPerCopy: Int64?
    let onlineAmount: Int64?
    let onlineDiscountPercent: Int?
    let note: String?

    struct Tier: Encodable {
        let through: Int?
        let amount: Int64
    }

    private enum CodingKeys: String, CodingKey {
        case code, name, kind, amount, unit, tiers, note
        case maximumPerCopy = "maximum_per_copy"
        case onlineAmount = "online_amount"
        case onlineDiscountPercent = "online_discount_percent"
    }

    init(_ line: FeeLine, _ language: Language) {
        (code, name, kind, unit) = (line.code, line.name[language], line.kind.rawValue, line.unit.rawValue)
        (amount, maximumPerCopy, onlineAmount) = (line.amount?.dong, line.maximumPerCopy?.dong, line.onlineAmount?.dong)
        tiers = line.tiers.isEmpty ? nil : line.tiers.map { Tier(through: $0.through, amount: $0.amount.dong) }
        onlineDiscountPercent = line.onlineDiscountPercent
        note = line.note?[language]
    }
}
