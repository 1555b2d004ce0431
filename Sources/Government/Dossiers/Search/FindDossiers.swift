// SPDX-License-Identifier: Apache-2.0

import Cases
import Database
package import Identity
import Kernel
import Organisation
import WorkingTime

/// What a person typed to find a dossier, understood.
package enum DossierQuestion: Sendable, Hashable {
    /// A whole code.
    case code(String)
    /// Codes the typed part may stand for: `0001` of today, `261121-0001`, at each desk the person sees.
    case codes([String])
    /// A personal number or telephone, whole.
    case number(String)
    /// Beginnings of words of a name.
    case name([String])
    case nothing
}

package struct FoundDossiers: Sendable {
    package let question: DossierQuestion
    package let rows: [DossierSummary]
    /// Where the next page begins; nil when there is no more.
    package let next: String?
}

/// Finds dossiers by part of a name, number or code, among those the person may see; a page costs the same however many there
/// are.
package struct FindDossiers: Sendable {
    let house: DossierHouse
    /// How many places of the index one page looks at for each unit, at most.
    private let window = 2000

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ typed: String, for person: Person, after: String? = nil, limit: Int = 20) async throws -> FoundDossiers {
        let access = DossierAccess(person, directory: house.organisation)
        let question = understand(typed, access)
        let position = after.flatMap(DossierWordStore.Position.init)
        let now = house.now()
        return try await house.database.read { [window] connection in
            let queue = DossierQueueStore(connection)
            switch question {
            case .nothing: return FoundDossiers(question: question, rows: [], next: nil)
            case .code(let code): return FoundDossiers(question: question, rows: try queue.summaries(codes: [code], visibleTo: access), next: nil)
            case .codes(let codes):
                let rows = try queue.summaries(codes: codes, visibleTo: access)
                return FoundDossiers(question: question, rows: Array(rows.prefix(50)), next: nil)
            case .number(let number):
                return try WordSearch(connection, access, window: window, now: now).page(exactly: number, after: position, limit: limit, question)
            case .name(let words):
                return try WordSearch(connection, access, window: window, now: now).page(words, after: position, limit: limit, question)
            }
        }
    }

    private func understand(_ typed: String, _ access: DossierAccess) -> DossierQuestion {
        if let code = DossierCode.normalised(typed) { return .code(code) }
        let text = normalised(typed)
        let parts = text.split(whereSeparator: { $0 == "-" || $0 == " " }).map(String.init)
        let isNumeric = !parts.isEmpty && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
        if isNumeric {
            if parts.count == 1, let number = Int(parts[0]), parts[0].utf8.count <= 5, number > 0 { return .codes(codes(number, today, access)) }
            if parts.count == 2, parts[0].utf8.count == 6, let number = Int(parts[1]), parts[1].utf8.count <= 6, number > 0 {
                return .codes(codes(number, parts[0], access))
            }
        }
        let digits = DossierWords.phone(text)
        let isNumber = text.utf8.allSatisfy { (48...57).contains($0) || " .+-".utf8.contains($0) }
        if isNumber, digits.utf8.count >= 8 { return .number(digits) }
        let words = folded(text).split(separator: " ").prefix(6).map(String.init)
        return words.isEmpty || (words.count == 1 && words[0].utf8.count < 2) ? .nothing : .name(words)
    }

    private var today: String { LocalDateTime(house.now()).date.compact }

    /// The codes a number of a day may stand for, official and provisional.
    private func codes(_ number: Int, _ day: String, _ access: DossierAccess) -> [String] {
        let units =
            switch access {
            case .units(let units): units
            case .everything: house.organisation.oneStopUnits.map(\.code)
            case .owner: [String]()
            }
        let official = units.map { "\($0)-\(day)-\(padded(number, 4))" }
        return official + official.map { "DK-" + $0 }
    }
}
