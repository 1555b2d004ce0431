// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation
import WorkingTime

/// The answer of `GET /api/v1/procedures/{code}`: the province's definition in force, what the national catalogue
/// publishes, or both side by side. Absent parts are left out.
struct ProcedureJSON: Encodable {
    let code: String
    let name: String
    let field: String
    let fieldCode: String?
    let levels: [String]
    let onlineLevel: String?
    let canBeFiled: Bool
    let announcedBy: String?
    /// What is filed and resolved here.
    let definition: DefinitionJSON?
    /// For information.
    let national: NationalJSON?

    private enum CodingKeys: String, CodingKey {
        case code, name, field, levels, definition, national
        case fieldCode = "field_code"
        case onlineLevel = "online_level"
        case canBeFiled = "can_be_filed"
        case announcedBy = "announced_by"
    }

    init(_ entry: CatalogueEntry, definition: ProcedureDefinition?, national: NationalProcedure?, _ language: Language) {
        (code, name, field, fieldCode) = (entry.code, entry.name[language], entry.field[language], entry.fieldCode)
        levels = entry.levels.map(\.rawValue)
        onlineLevel = entry.onlineLevel?.rawValue
        canBeFiled = definition != nil
        announcedBy = entry.announcedBy.isEmpty ? nil : entry.announcedBy
        self.definition = definition.map { DefinitionJSON($0, language) }
        self.national = national.map(NationalJSON.init)
    }
}

/// `{amount, unit}`.
struct LimitJSON: Encodable {
    let amount: Double
    let unit: String

    init(_ limit: TimeLimit) {
        (amount, unit) = (limit.amount, limit.unit.rawValue)
    }
}

struct CodedJSON: Encodable {
    let code: String?
    let name: String
}
