// SPDX-License-Identifier: Apache-2.0

import Kernel

extension RecordParser {
    mutating func results() -> [NationalResult] {
        let detailed = list(record.first("results", "resultsDetails"), "results")
        let results =
            detailed.isEmpty
            ? joinedResults()
            : detailed.enumerated().map { index, row in
                result(
                    code: text(row["code"], "results[\(index)].code"), name: text(row["name"], "results[\(index)].name"), place: "results[\(index)]")
            }
        if results.allSatisfy(\.name.isEmpty) { flag(.resultMissing, "result") }
        return results.filter { !$0.name.isEmpty || $0.code != nil }
    }

    /// One text with the names and one list with the codes; they belong together only when there are as many of each.
    private mutating func joinedResults() -> [NationalResult] {
        let joined = text(record.first("result"), "result")
        let codes = list(record.first("result_codes"), "result_codes").map { text($0, "result_codes") }.filter { !$0.isEmpty }
        let names = joined.split(separator: ";").map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
        if !codes.isEmpty, codes.count == names.count {
            return zip(codes, names).enumerated().map { result(code: $1.0, name: $1.1, place: "result_codes[\($0)]") }
        }
        if codes.count == 1, !joined.isEmpty { return [result(code: codes[0], name: joined, place: "result_codes[0]")] }
        if !codes.isEmpty { flag(.resultCountDiffers, "result_codes", found: "\(names.count) | \(codes.count)") }
        for (index, code) in codes.enumerated() { _ = result(code: code, name: "", place: "result_codes[\(index)]") }
        return names.map { NationalResult(code: nil, name: $0) }
    }

    private mutating func result(code: String, name: String, place: String) -> NationalResult {
        if !code.isEmpty, !isResultCode(code) { flag(.resultCodePattern, place, found: code) }
        return NationalResult(code: code.isEmpty ? nil : code, name: name)
    }

    mutating func steps() -> [NationalStep] {
        let rows = list(record.first("steps", "executionSteps"), "steps")
        let steps = rows.enumerated().map { index, row in
            NationalStep(
                name: text(row["name"], "steps[\(index)].name"), text: text(row.first("text", "description"), "steps[\(index)].text", lines: true))
        }.filter { !$0.name.isEmpty || !$0.text.isEmpty }
        if steps.isEmpty, record["in_catalog"] == nil, !isCondensed { flag(.stepsMissing, "steps") }
        return steps
    }

    /// Records that were condensed for reading carry no steps and no bases at all; that is no gap in what was published.
    private var isCondensed: Bool { record["componentGroups"] != nil }

    mutating func legalBases() -> [NationalReference] {
        var bases: [NationalReference] = []
        for (index, row) in list(record.first("legal_basis", "legalBasisesDetails", "legal"), "legal_basis").enumerated() {
            let place = "legal_basis[\(index)]"
            let basis = NationalReference(code: text(row["code"] ?? row, "\(place).code"), name: text(row["name"], "\(place).name"))
            if bases.contains(where: { $0.code == basis.code && !basis.code.isEmpty }) {
                flag(.legalBasisRepeated, place, found: basis.code)
            } else if !basis.code.isEmpty || !basis.name.isEmpty {
                bases.append(basis)
            }
        }
        if bases.isEmpty, !isCondensed { flag(.legalBasisMissing, "legal_basis") }
        return bases
    }
}
