// SPDX-License-Identifier: Apache-2.0

import Kernel
import Organisation

/// What a record says about itself: code, name, field, levels, agencies, applicants.
extension RecordParser {
    mutating func head() -> NationalProcedure {
        let code = text(record.first("code"), "code")
        if !ProcedureCode.isWellFormed(code) { flag(.codePattern, "code", found: code) }
        let name = text(record.first("name"), "name")
        if name.isEmpty { flag(.nameMissing, "name") }
        let category = record.first("categoriesDetails")?.list?.first
        let field = text(record.first("field") ?? category?["name"], "field")
        if field.isEmpty { flag(.fieldMissing, "field") }
        var procedure = NationalProcedure(code: code, name: name, field: field, fieldCode: fieldCode(category))
        (procedure.levels, procedure.levelInferred) = levels()
        procedure.agency = agency()
        procedure.announcedBy = text(record.first("promulgated_by", "departmentPromulgateCode"), "promulgated_by")
        if procedure.announcedBy.isEmpty { flag(.authorityMissing, "promulgated_by") }
        procedure.subjects = subjects()
        procedure.type = type()
        procedure.updatedSinceAnnounced = isUpdated()
        let source = text(record.first("source"), "source")
        procedure.source = source.hasPrefix("https://") ? source : nil
        return procedure
    }

    /// Only a record that knows field codes at all can miss one.
    private mutating func fieldCode(_ category: JSONValue?) -> String? {
        guard let value = record["field_code"] ?? record["fieldCode"]?.list?.first ?? record["fieldCode"] ?? category?["code"] else { return nil }
        let code = text(value, "field_code")
        if code.isEmpty {
            flag(.fieldCodeMissing, "field_code")
        } else if !isFieldCode(code) {
            flag(.fieldCodePattern, "field_code", found: code)
        }
        return code.isEmpty ? nil : code
    }

    private mutating func levels() -> ([GovernmentLevel], Bool) {
        var levels: [GovernmentLevel] = []
        if let named = record.first("level", "levels") {
            for value in named.list ?? [named] {
                let word = text(value, "level")
                if let level = Self.levelWords[folded(word)] {
                    if !levels.contains(level) { levels.append(level) }
                } else {
                    flag(.levelUnknown, "level", found: word)
                }
            }
        } else {
            levels = Self.levelMarks.filter { record[$0.key]?.boolean == true }.map(\.level)
        }
        let inferred = record["level_inferred"]?.boolean == true
        if levels.isEmpty {
            flag(.levelMissing, "level")
        } else if inferred {
            flag(.levelInferred, "level")
        }
        return (levels, inferred)
    }

    private static let levelMarks: [(key: String, level: GovernmentLevel)] = [
        ("isWard", .commune), ("isProvince", .province), ("isMinistry", .ministry), ("isOtherAgency", .otherAgency),
    ]

    private static let levelWords: [String: GovernmentLevel] = [
        "xa": .commune, "cap xa": .commune, "ward": .commune, "commune": .commune,
        "tinh": .province, "cap tinh": .province, "province": .province,
        "bo": .ministry, "cap bo": .ministry, "ministry": .ministry,
        "huyen": .district, "cap huyen": .district, "district": .district,
        "khac": .otherAgency, "co quan khac": .otherAgency, "other": .otherAgency,
    ]

    private mutating func agency() -> String {
        var names: [String] = []
        if let departments = record.first("departmentsExecuting") {
            for department in list(departments, "departmentsExecuting") { names.append(text(department["name"], "departmentsExecuting")) }
        } else {
            names = [text(record.first("agency"), "agency")]
        }
        let agency = names.filter { !$0.isEmpty }.joined(separator: "; ")
        if agency.isEmpty, !isHandMade { flag(.agencyMissing, "agency") }
        return agency
    }

    /// Records condensed by hand from other papers leave out what the portal always has.
    private var isHandMade: Bool { record["crawled"] != nil }

    private mutating func subjects() -> [String] {
        guard let published = record.first("targets", "subject_types", "subjects", "subjectTypesDetails") else {
            if record["agency"] == nil || record["in_catalog"] == nil { flag(.subjectMissing, "targets") }
            return []
        }
        var subjects: [String] = []
        for value in published.list ?? [published] {
            let subject = text(value["name"] ?? value, "targets")
            if !subject.isEmpty, !subjects.contains(subject) { subjects.append(subject) }
            if published.list != nil, !Self.knownSubjects.contains(folded(subject)) { flag(.subjectUnknown, "targets", found: subject) }
        }
        if subjects.isEmpty { flag(.subjectMissing, "targets") }
        return subjects
    }

    private static let knownSubjects: Set<String> = Set(
        [
            "Công dân Việt Nam", "Doanh nghiệp", "Doanh nghiệp Việt Nam", "Doanh nghiệp có vốn đầu tư nước ngoài", "Hợp tác xã",
            "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Tổ chức nước ngoài", "Người nước ngoài", "Người nước ngoài cư trú tại Việt Nam",
            "Người nước ngoài đã cư trú tại Việt Nam", "Người Việt Nam định cư ở nước ngoài", "Cán bộ, công chức, viên chức", "Đảng viên",
            "Tổ chức Đảng", "Công dân Việt Nam mà không xác định được nơi thường trú hoặc nơi tạm trú",
        ].map(folded))

    private mutating func type() -> NationalType? {
        guard let value = record.first("type") else { return nil }
        let word = text(value, "type")
        switch word {
        case "STANDARD": return .standard
        case "SPECIFIC": return .specific
        case "STANDARD_INTERNAL": return .internal
        default:
            flag(.typeUnknown, "type", found: word)
            return nil
        }
    }

    private mutating func isUpdated() -> Bool {
        guard let value = record.first("state") else { return false }
        let word = text(value, "state")
        if word != "ACTIVE", word != "UPDATED" { flag(.stateUnknown, "state", found: word) }
        return word == "UPDATED"
    }
}
