// SPDX-License-Identifier: Apache-2.0

import Cases
package import Kernel
package import Organisation
import Process
import WorkingTime

/// A value out of few: what a table says of it, and what a program reads.
struct ExportWord: Sendable {
    let text: String
    let json: [UInt8]

    init(_ text: String, json: String) {
        (self.text, self.json) = (text, Array(json.utf8))
    }
}

/// Everything an export says in words, made once so that rows only look it up.
package struct ExportWords: Sendable {
    let language: Language
    private let units: [String: String]
    private let channels: [ExportWord?]
    private let states: [ExportWord?]
    private let deliveries: [String: ExportWord]
    private let timelinesses: [Timeliness: ExportWord]

    /// - Parameter units: names by code; a unit that is not there goes by its code.
    package init(_ language: Language, units: [String: String]) {
        (self.language, self.units) = (language, units)
        channels = Self.table(SubmissionChannel.allCases, number: \.nationalNumber) {
            ExportWord($0.phrase[language], json: "\"\(snakeCase($0.rawValue))\"")
        }
        states = Self.table(DossierStatus.allCases, number: \.rawValue) { status in
            let name = status.name[language]
            return ExportWord(name, json: "{\"number\":\(status.rawValue),\"code\":\"\(status)\",\"name\":\"\(name)\"}")
        }
        deliveries = Dictionary(
            uniqueKeysWithValues: ResultDelivery.allCases.map { ($0.rawValue, ExportWord($0.name[language], json: "\"\($0.rawValue)\"")) })
        timelinesses = Dictionary(
            uniqueKeysWithValues: Timeliness.allCases.map { ($0, ExportWord($0.phrase[language], json: "\"\($0.rawValue)\"")) })
    }

    package init(_ language: Language, _ directory: OrganisationDirectory) {
        self.init(language, units: Dictionary(directory.units.map { ($0.code, $0.name[language]) }, uniquingKeysWith: { first, _ in first }))
    }

    func unit(_ code: String) -> String { units[code] ?? code }

    func channel(_ number: Int) -> ExportWord? { channels.indices.contains(number) ? channels[number] : nil }

    func state(_ number: Int) -> ExportWord? { states.indices.contains(number) ? states[number] : nil }

    func delivery(_ name: String) -> ExportWord? { deliveries[name] }

    func timeliness(_ value: Timeliness) -> ExportWord? { timelinesses[value] }

    private static func table<Value>(_ values: [Value], number: (Value) -> Int, word: (Value) -> ExportWord) -> [ExportWord?] {
        var table: [ExportWord?] = Array(repeating: nil, count: (values.map(number).max() ?? 0) + 1)
        for value in values { table[number(value)] = word(value) }
        return table
    }
}

/// `inPerson` as programs of the API know it, `in_person`.
private func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "_" + $1.lowercased() : String($1) }
}
