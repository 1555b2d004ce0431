// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Process
import WorkingTime

extension ProcedureFacts {
    /// - Parameter agency: the name of the agency that resolves it, where one does.
    init(_ definition: ProcedureDefinition, agency: Phrase?, _ language: Language) {
        self.init(
            code: definition.code, name: definition.name[language], summary: definition.summary?[language], field: definition.fieldName[language],
            levels: definition.levels, onlineLevel: definition.onlineLevel, subjects: definition.subjects.map { $0[language] },
            agency: agency?[language] ?? (definition.isResolvedByCommune ? Words.commune[language] : definition.resolvedBy))
        ways = definition.channels.map { terms in
            Way(
                channel: terms.channel.phrase[language], limit: terms.limit?.words[language] ?? "", fee: terms.fee?[language] ?? "",
                note: terms.note?[language] ?? "")
        }
        cases = definition.cases.map { Case($0, language) }
        results = definition.results.map { Coded(code: $0.code, name: $0.name[language]) }
        steps = definition.steps.map { Step(name: "", text: $0[language]) }
        legalBases = definition.legalBases.map { Coded(code: $0.code, name: $0.name[language]) }
        conditions = definition.conditions?[language]
        numberOfSets = definition.numberOfSets
        decision = definition.decision
        receivesOutsideTerritory = definition.receivesOutsideTerritory
        resolvedOnTheSpot = definition.resolvedOnTheSpot
    }
}

extension ProcedureFacts.Case {
    fileprivate init(_ procedureCase: ProcedureCase, _ language: Language) {
        let limit =
            procedureCase.sameDayCutoff.map { ProcedureFacts.Words.sameDay(language, ["time": $0.text]) } ?? procedureCase.limit.words[language]
        self.init(
            code: procedureCase.code, name: procedureCase.name[language], limit: limit,
            papers: procedureCase.components.map { ProcedureFacts.Paper($0, language) },
            fees: procedureCase.fees.map { ProcedureFacts.Fee($0, language) })
    }
}

extension ProcedureFacts.Paper {
    fileprivate init(_ component: DossierComponent, _ language: Language) {
        let words = ProcedureFacts.Words.self
        let quantity = ProcedureFacts.quantity(originals: component.originals, copies: component.copies, language)
        let how = component.isForm ? words.electronicForm[language] : component.presentOnly ? words.shown[language] : ""
        self.init(
            name: component.name[language], note: component.note?[language],
            quantity: [component.isForm ? "" : quantity, how].filter { !$0.isEmpty }.joined(separator: ", "), isNote: false,
            isOptional: !component.required && !component.isForm || component.visibleWhen != nil)
    }
}

extension ProcedureFacts.Fee {
    fileprivate init(_ line: FeeLine, _ language: Language) {
        let unit = line.unit.phrase[language]
        var amount = line.amount.map { $0 == .zero ? ProcedureFacts.Words.free[language] : "\($0.spoken)/\(unit)" } ?? ""
        if !line.tiers.isEmpty { amount = Self.tiers(line, language) }
        if amount.isEmpty { amount = FeeLine.setByCouncil[language] }
        let online =
            line.onlineAmount.map { Self.online(language, ["amount": $0.spoken]) }
            ?? line.onlineDiscountPercent.map { Self.onlineLess(language, ["percent": "\($0)"]) }
        let exemptions = line.exemptions.isEmpty ? nil : Self.exempt(language, ["who": line.exemptions.map { $0[language] }.joined(separator: "; ")])
        let notes = [online, line.note?[language], exemptions].compactMap(\.self)
        self.init(name: line.name[language], amount: amount, note: notes.isEmpty ? nil : notes.joined(separator: " "))
    }

    /// `2.000 đ/trang đến trang 2; 1.000 đ/trang từ trang 3; tối đa 200.000 đ/bản`.
    private static func tiers(_ line: FeeLine, _ language: Language) -> String {
        var parts: [String] = []
        var from = 1
        for tier in line.tiers {
            let values = ["amount": tier.amount.spoken, "from": "\(from)", "through": "\(tier.through ?? 0)"]
            parts.append((tier.through == nil ? (from == 1 ? eachPage : furtherPages) : firstPages)(language, values))
            from = (tier.through ?? from) + 1
        }
        if let most = line.maximumPerCopy { parts.append(mostPerCopy(language, ["amount": most.spoken])) }
        return parts.joined(separator: "; ")
    }

    private static let eachPage = Phrase(vi: "{amount}/trang", en: "{amount} a page")
    private static let firstPages = Phrase(vi: "{amount}/trang đến trang thứ {through}", en: "{amount} a page up to page {through}")
    private static let furtherPages = Phrase(vi: "{amount}/trang từ trang thứ {from}", en: "{amount} a page from page {from}")
    private static let mostPerCopy = Phrase(vi: "tối đa {amount}/bản", en: "at most {amount} a copy")
    private static let online = Phrase(vi: "Nộp trực tuyến: {amount}.", en: "Filed online: {amount}.")
    private static let onlineLess = Phrase(vi: "Nộp trực tuyến giảm {percent}%.", en: "{percent}% less when filed online.")
    private static let exempt = Phrase(vi: "Miễn cho: {who}.", en: "Exempt: {who}.")
}
