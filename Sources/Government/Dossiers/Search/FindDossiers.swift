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
    /// How many places of the index one page looks at, at most.
    private let window = 1000

    package init(house: DossierHouse) {
        self.house = house
    }

    package func callAsFunction(_ typed: String, for person: Person, after: String? = nil, limit: Int = 20) async throws -> FoundDossiers {
        let access = DossierAccess(person, directory: house.organisation)
        let question = understand(typed, access)
        let position = after.flatMap(DossierWordStore.Position.init)
        return try await house.database.read { [window] connection in
            let queue = DossierQueueStore(connection)
            switch question {
            case .nothing: return FoundDossiers(question: question, rows: [], next: nil)
            case .code(let code): return FoundDossiers(question: question, rows: try queue.summaries(codes: [code], visibleTo: access), next: nil)
            case .codes(let codes):
                let rows = try queue.summaries(codes: codes, visibleTo: access)
                return FoundDossiers(question: question, rows: Array(rows.prefix(50)), next: nil)
            case .number(let number):
                return try WordSearch(connection, access, window: window).page(exactly: number, after: position, limit: limit, question)
            case .name(let words):
                return try WordSearch(connection, access, window: window).page(words, after: position, limit: limit, question)
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

/// One page of a search in the table of words.
private struct WordSearch {
    let connection: any Connection
    let access: DossierAccess
    let window: Int
    let store: DossierWordStore
    let units: [String]

    init(_ connection: any Connection, _ access: DossierAccess, window: Int) {
        (self.connection, self.access, self.window, store) = (connection, access, window, DossierWordStore(connection))
        units =
            switch access {
            case .everything: [DossierWordStore.everywhere]
            case .units(let units): units
            case .owner: []
            }
    }

    func page(exactly word: String, after: DossierWordStore.Position?, limit: Int, _ question: DossierQuestion) throws -> FoundDossiers {
        try page(word..<(word + "\u{1}"), others: [], after: after, limit: limit, question)
    }

    /// The rarest of the words leads; the others are looked for in the names it leads to.
    func page(_ words: [String], after: DossierWordStore.Position?, limit: Int, _ question: DossierQuestion) throws -> FoundDossiers {
        let counts = try words.map { word in
            try units.reduce(0) { counted, unit in
                try counted >= 200 ? counted : counted + store.count(beginning(word), unit: unit, upTo: 200)
            }
        }
        guard let rarest = counts.indices.min(by: { (counts[$0], -$0) < (counts[$1], -$1) }) else {
            return FoundDossiers(question: question, rows: [], next: nil)
        }
        let others = words.enumerated().filter { $0.offset != rarest }.map(\.element)
        return try page(beginning(words[rarest]), others: others, after: after, limit: limit, question)
    }

    private func beginning(_ word: String) -> Range<String> { word..<(word + "\u{7F}") }

    private func page(
        _ words: Range<String>, others: [String], after: DossierWordStore.Position?, limit: Int, _ question: DossierQuestion
    ) throws -> FoundDossiers {
        var seen: Set<String> = []
        let found = try units.flatMap { try store.hits(words, unit: $0, after: after, limit: window + 1) }
            .sorted { $0.position.key < $1.position.key }.filter { seen.insert($0.position.id).inserted }
        var rows: [DossierSummary] = []
        var last: DossierWordStore.Position?
        var rest = found.prefix(window)[...]
        // In pieces: most often the first has enough.
        while rows.count <= limit, !rest.isEmpty {
            let piece = rest.prefix(4 * limit)
            rest = rest.dropFirst(4 * limit)
            let summaries = try DossierQueueStore(connection).summaries(ids: piece.map(\.position.id), names: others, visibleTo: access)
            for hit in piece {
                if let row = summaries[hit.position.id] {
                    rows.append(row)
                    if rows.count > limit { break }
                }
                last = hit.position
            }
        }
        let hasMore = rows.count > limit || found.count > window
        return FoundDossiers(question: question, rows: Array(rows.prefix(limit)), next: hasMore ? last?.text : nil)
    }
}

extension DossierWordStore.Position {
    /// Compared as the index compares.
    fileprivate var key: (String, Int64, String) { (word, age, id) }

    /// The position as a link carries it.
    var text: String { "\(age)_\(id)_\(word)" }

    init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 2)
        guard parts.count == 3, let age = Int64(parts[0]), Identifier(parts[1]) != nil else { return nil }
        self.init(word: String(parts[2]), age: age, id: String(parts[1]))
    }
}
