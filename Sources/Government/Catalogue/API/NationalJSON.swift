// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import Process

/// What the national catalogue publishes, as other systems read it; in Vietnamese.
struct NationalJSON: Encodable {
    let name: String
    let agency: String
    let announcedBy: String
    let type: String?
    let subjects: [String]
    let levelInferred: Bool
    let source: String?
    let channels: [Channel]
    let cases: [Case]
    let componentGroups: [Group]
    let steps: [Step]
    let results: [CodedJSON]
    let conditions: String?
    let legalBases: [CodedJSON]

    struct Channel: Encodable {
        let channel: String?
        let limit: LimitJSON?
        let limitText: String?
        let note: String?
        let fees: [Fee]

        private enum CodingKeys: String, CodingKey {
            case channel, limit, note, fees
            case limitText = "limit_text"
        }
    }

    struct Fee: Encodable {
        let kind: String
        let amount: Int64?
        let note: String?
    }

    struct Case: Encodable {
        let code: String
        let name: String
        let limit: LimitJSON?
    }

    struct Group: Encodable {
        let title: String
        let components: [Component]
    }

    struct Component: Encodable {
        let code: String
        let name: String
        let originals: Int
        let copies: Int
    }

    struct Step: Encodable {
        let name: String
        let text: String
    }

    private enum CodingKeys: String, CodingKey {
        case name, agency, type, subjects, source, channels, cases, steps, results, conditions
        case announcedBy = "announced_by"
        case levelInferred = "level_inferred"
        case componentGroups = "component_groups"
        case legalBases = "legal_bases"
    }

    init(_ national: NationalProcedure) {
        (name, agency, announcedBy, type) = (national.name, national.agency, national.announcedBy, national.type?.rawValue)
        (subjects, levelInferred, source) = (national.subjects, national.levelInferred, national.source)
        channels = national.channels.map(Channel.init)
        cases = national.cases.map { Case(code: $0.code, name: $0.name, limit: $0.limit.map(LimitJSON.init)) }
        componentGroups = national.componentGroups.map { group in
            let papers = group.components.map { Component(code: $0.code, name: $0.name, originals: $0.originals, copies: $0.copies) }
            return Group(title: group.title, components: papers)
        }
        steps = national.steps.map { Step(name: $0.name, text: $0.text) }
        results = national.results.map { CodedJSON(code: $0.code, name: $0.name) }
        conditions = national.conditions.isEmpty ? nil : national.conditions
        legalBases = national.legalBases.map { CodedJSON(code: $0.code, name: $0.name) }
    }
}

extension NationalJSON.Channel {
    init(_ channel: NationalChannel) {
        let fees = channel.fees.map { NationalJSON.Fee(kind: $0.kind.rawValue, amount: $0.amount?.dong, note: $0.note.isEmpty ? nil : $0.note) }
        self.init(
            channel: channel.channel?.rawValue, limit: channel.limit.map(LimitJSON.init),
            limitText: channel.limitText.isEmpty ? nil : channel.limitText, note: channel.note.isEmpty ? nil : channel.note, fees: fees)
    }
}
