// SPDX-License-Identifier: Apache-2.0

import Kernel
import Process

/// `units.csv` of a province pack, checked line by line.
struct UnitSheet {
    private static let file = "units.csv"
    private static let required = ["code", "kind", "level", "parent", "name_vi", "name_en"]
    private let table: CommaSeparatedTable

    init(_ text: String) {
        table = CommaSeparatedTable(text)
    }

    func units() throws -> [Unit] {
        for column in Self.required where !table.columns.contains(column) {
            throw ProvincePack.mistake(file: Self.file, line: 1, "the column \(column) is missing")
        }
        var units: [Unit] = []
        var codes: Set<String> = []
        var statisticalCodes: Set<String> = []
        for row in table.rows {
            let unit = try unit(row)
            guard codes.insert(unit.code).inserted else { throw mistake(row, "the code \(unit.code) stands here twice") }
            if let parent = unit.parent, !codes.contains(parent) { throw mistake(row, "the parent \(parent) must stand above \(unit.code)") }
            if let code = unit.statisticalCode, !statisticalCodes.insert(code).inserted {
                throw mistake(row, "the statistical code \(code) stands here twice")
            }
            units.append(unit)
        }
        return units
    }

    private func unit(_ row: CommaSeparatedTable.Row) throws -> Unit {
        let code = try text(row, "code")
        guard isAgencyCode(code) else { throw mistake(row, "\(code) is not an agency code") }
        guard let kind = UnitKind(rawValue: try text(row, "kind")) else { throw mistake(row, "unknown kind") }
        guard let level = GovernmentLevel(rawValue: try text(row, "level")) else { throw mistake(row, "unknown level") }
        return Unit(
            code: code, name: Phrase(vi: normalised(try text(row, "name_vi")), en: try text(row, "name_en")), kind: kind, level: level,
            parent: row["parent"], statisticalCode: row["statistical_code"], place: try phrase(row, "place"), address: row["address"].map(normalised),
            isOneStop: try flag(row, "one_stop"), deskName: try phrase(row, "desk"), isConfirmed: try flag(row, "confirmed"))
    }

    private func text(_ row: CommaSeparatedTable.Row, _ column: String) throws -> String {
        guard let value = row[column] else { throw mistake(row, "\(column) is empty") }
        return value
    }

    /// Both languages or neither.
    private func phrase(_ row: CommaSeparatedTable.Row, _ column: String) throws -> Phrase? {
        switch (row[column + "_vi"], row[column + "_en"]) {
        case (nil, nil): return nil
        case (let vi?, let en?): return Phrase(vi: normalised(vi), en: en)
        default: throw mistake(row, "\(column) stands in one language only")
        }
    }

    private func flag(_ row: CommaSeparatedTable.Row, _ column: String) throws -> Bool {
        switch row[column] {
        case "yes": return true
        case "no", nil: return false
        case let other?: throw mistake(row, "\(column) is \(other), not yes or no")
        }
    }

    private func mistake(_ row: CommaSeparatedTable.Row, _ problem: String) -> UserError {
        ProvincePack.mistake(file: Self.file, line: row.line, problem)
    }
}
