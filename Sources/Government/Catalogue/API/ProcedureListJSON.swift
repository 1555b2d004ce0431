// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation

/// The answer of `GET /api/v1/procedures`.
struct ProcedureListJSON: Encodable {
    let items: [Item]
    let total: Int
    /// What to send as `after` for the next page; null on the last.
    let next: String?

    struct Item {
        let hit: SearchHit
        let language: Language
    }

    init(_ answer: CatalogueAnswer, _ language: Language) {
        items = answer.hits.map { Item(hit: $0, language: language) }
        (total, next) = (answer.total, answer.next)
    }

    private enum CodingKeys: String, CodingKey { case items, total, next }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(items, forKey: .items)
        try container.encode(total, forKey: .total)
        try container.encode(next, forKey: .next)
    }
}

extension ProcedureListJSON.Item: Encodable {
    private enum CodingKeys: String, CodingKey {
        case code, name, field, levels, score
        case fieldCode = "field_code"
        case onlineLevel = "online_level"
        case canBeFiled = "can_be_filed"
    }

    func encode(to encoder: any Encoder) throws {
        let entry = hit.entry
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(entry.code, forKey: .code)
        try container.encode(entry.name[language], forKey: .name)
        try container.encode(entry.field[language], forKey: .field)
        try container.encode(entry.fieldCode, forKey: .fieldCode)
        try container.encode(entry.levels.map(\.rawValue), forKey: .levels)
        try container.encode(entry.onlineLevel?.rawValue, forKey: .onlineLevel)
        try container.encode(entry.canBeFiled, forKey: .canBeFiled)
        try container.encode(hit.score, forKey: .score)
    }
}
