// SPDX-License-Identifier: Apache-2.0

import Kernel

/// Turns one published record into a `NationalProcedure`, taking what can be understood and flagging the rest. It knows the
/// names of the national portal's own export and of the lists made from it.
struct RecordParser {
    let record: JSONValue
    private(set) var flags: [CatalogueFlag] = []

    private init(_ record: JSONValue) {
        self.record = record
    }

    /// Nil when the value is no record: not an object, or without anything that could be a code.
    static func parse(_ record: JSONValue) -> (procedure: NationalProcedure, flags: [CatalogueFlag])? {
        guard let code = record.first("code")?.text, code.utf8.count <= 128, !CleanedText(code, lines: false).text.isEmpty else { return nil }
        var parser = RecordParser(record)
        let procedure = parser.procedure()
        return (procedure, parser.flags)
    }

    mutating func flag(_ kind: CatalogueFlagKind, _ place: String, found: String = "") {
        flags.append(CatalogueFlag(kind, CleanedText(place, lines: false).text, found: CleanedText(found, lines: true).text))
    }

    private mutating func procedure() -> NationalProcedure {
        var procedure = head()
        procedure.isDetail = Self.detailKeys.contains { record[$0] != nil }
        if procedure.isDetail {
            procedure.channels = channels()
            procedure.cases = cases(of: procedure.code)
            procedure.componentGroups = componentGroups()
            procedure.results = results()
            procedure.steps = steps()
            procedure.legalBases = legalBases()
            procedure.conditions = text(record.first("requirements", "requirementsAndConditions"), "requirements", lines: true)
            procedure.isFullyOnline = boolean("full_process", "isFullProcess")
            procedure.receivesOutsideTerritory = boolean("non_territorial", "isNonTerritorial")
            checkLimits(procedure)
        }
        flagUnknownKeys()
        return procedure
    }

    private static let detailKeys = [
        "channels", "executionMethods", "documents", "executionCases", "componentGroups", "steps", "executionSteps", "cases", "serviceCases",
    ]

    private static let knownKeys: Set<String> = Set(detailKeys).union([
        "code", "name", "field", "field_code", "fieldCode", "categoriesDetails", "level", "levels", "level_inferred", "isWard", "isProvince",
        "isMinistry", "isOtherAgency", "flags", "agency", "departmentsExecuting", "promulgated_by", "departmentPromulgateCode", "targets",
        "subjects", "subject_types", "subjectTypesDetails", "type", "state", "detail", "source", "source_id", "deadline", "fee", "result",
        "results", "result_codes", "resultsDetails", "requirements", "requirementsAndConditions", "legal", "legal_basis", "legalBasisesDetails",
        "full_process", "isFullProcess", "non_territorial", "isNonTerritorial", "updated_ms", "note", "in_catalog", "catalog_name", "id",
        "codeNotation", "kind", "decision", "sourceKind", "crawled",
    ])

    private mutating func flagUnknownKeys() {
        guard case .object(let members) = record else { return }
        for key in members.keys.sorted() where !Self.knownKeys.contains(key) { flag(.unknownKey, String(key.prefix(64))) }
    }
}

extension RecordParser {
    /// A cleaned text; an absent one is empty.
    mutating func text(_ value: JSONValue?, _ place: String, lines: Bool = false) -> String {
        guard let value, value != .null else { return "" }
        guard let raw = value.text else {
            flag(.wrongType, place)
            return ""
        }
        let cleaned = CleanedText(raw, lines: lines)
        if cleaned.changed || raw.unicodeScalars.contains("\u{FFFD}") { flag(.textCleaned, place, found: cleaned.text) }
        return cleaned.text
    }

    /// A list's elements; a missing list is empty, anything else is flagged.
    mutating func list(_ value: JSONValue?, _ place: String) -> [JSONValue] {
        guard let value, value != .null else { return [] }
        guard let values = value.list else {
            flag(.wrongType, place)
            return []
        }
        return values
    }

    mutating func boolean(_ keys: String...) -> Bool {
        for key in keys {
            guard let value = record[key] ?? record["flags"]?[key], value != .null else { continue }
            if let boolean = value.boolean { return boolean }
            flag(.wrongType, key)
        }
        return false
    }

    /// A number, also one written as text (flagged); nil when there is none.
    mutating func number(_ value: JSONValue?, _ place: String) -> Double? {
        switch value {
        case .number(let number): return number
        case .text(let text):
            guard let number = Double(text.split(separator: " ").joined().replacing(",", with: ".")), number.isFinite else { return nil }
            flag(.numberAsText, place, found: text)
            return number
        default: return nil
        }
    }
}
