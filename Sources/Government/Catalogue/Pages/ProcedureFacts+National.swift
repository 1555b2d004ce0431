// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Process
import WorkingTime

extension ProcedureFacts {
    /// The published data are in Vietnamese only; `language` is for what the page itself says.
    init(_ national: NationalProcedure, _ language: Language) {
        self.init(
            code: national.code, name: national.name, summary: nil, field: national.field, levels: national.levels,
            onlineLevel: national.onlineLevel, subjects: national.subjects, agency: national.agency)
        let caseLimits = Set(national.cases.compactMap(\.limit)).filter { $0.unit != .unspecified }
        let filingLimit = caseLimits.count == 1 ? caseLimits.first : nil
        ways = national.channels.map { Way($0, filingLimit: filingLimit, language) }.reduce(into: []) { unique, way in
            if !unique.contains(way) { unique.append(way) }
        }
        let groups = national.componentGroups.map { group in
            Case(code: nil, name: group.title, limit: nil, papers: group.components.map { Paper($0, language) }, fees: [])
        }
        let choices = national.cases.map {
            Case(code: $0.code, name: $0.name, limit: $0.limit.map { Self.words($0, language) }, papers: [], fees: [])
        }
        cases = (choices.count > 1 ? choices : []) + groups
        results = national.results.map { Coded(code: $0.code, name: $0.name) }
        steps = national.steps.map { Step(name: $0.name, text: $0.text) }
        legalBases = national.legalBases.map { Coded(code: $0.code, name: $0.name) }
        conditions = national.conditions.isEmpty ? nil : national.conditions
        receivesOutsideTerritory = national.receivesOutsideTerritory
        if ways.isEmpty, let filingLimit {
            ways = [Way(channel: "", limit: Self.words(filingLimit, language), fee: "", note: "")]
        }
    }

    /// A published limit; one without a unit says so instead of guessing.
    static func words(_ limit: TimeLimit, _ language: Language) -> String {
        if limit.amount == 0 { return Words.atOnce[language] }
        if limit.unit == .unspecified { return Words.unitUnstated(language, ["amount": plain(limit.amount)]) }
        return limit.words[language]
    }
}

extension ProcedureFacts.Way {
    /// - Parameter filingLimit: what the portal says when one files; it counts where the channel's number has no unit.
    fileprivate init(_ channel: NationalChannel, filingLimit: TimeLimit?, _ language: Language) {
        let limit = channel.limit?.unit == .unspecified ? filingLimit ?? channel.limit : channel.limit
        let fees = channel.fees.map { fee in
            switch (fee.amount, fee.note.isEmpty) {
            case (Money.zero?, true): ProcedureFacts.Words.free[language]
            case (Money.zero?, false), (nil, false): fee.note
            case (let amount?, true): amount.spoken
            case (let amount?, false): "\(amount.spoken) (\(fee.note))"
            case (nil, true): ProcedureFacts.Words.unstated[language]
            }
        }
        var unique: [String] = []
        for fee in fees where !unique.contains(fee) { unique.append(fee) }
        self.init(
            channel: channel.channel?.phrase[language] ?? "",
            limit: limit.map { ProcedureFacts.words($0, language) } ?? channel.limitText, fee: unique.joined(separator: "\n"), note: channel.note)
    }
}

extension ProcedureFacts.Paper {
    fileprivate init(_ component: NationalComponent, _ language: Language) {
        self.init(
            name: component.name, note: nil,
            quantity: ProcedureFacts.quantity(originals: component.originals, copies: component.copies, language), isNote: component.isNote,
            isOptional: false)
    }
}
