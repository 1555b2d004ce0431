// SPDX-License-Identifier: Apache-2.0

import Database
import Kernel

/// One page of a search in the table of words. It costs the same however many dossiers there are: a sample of each word, a
/// window of the rarest, and the rows of one page.
struct WordSearch {
    private let connection: any Connection
    private let access: DossierAccess
    private let window: Int
    private let store: DossierWordStore
    private let units: [String]

    private let now: Instant

    /// What is counted of a word.
    private static let sample = 200
    private static let sampledUnits = 4
    private static let sampledWords = 12
    private static let sampledPlaces = 100

    init(_ connection: any Connection, _ access: DossierAccess, window: Int, now: Instant) {
        (self.connection, self.access, self.window, self.now, store) = (connection, access, window, now, DossierWordStore(connection))
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
        let frequencies = words.count > 1 ? try words.map(frequency) : words.map { _ in Frequency(count: 0, rate: 0) }
        guard let rarest = frequencies.indices.min(by: { frequencies[$0] < frequencies[$1] }) else {
            return FoundDossiers(question: question, rows: [], next: nil)
        }
        let others = words.enumerated().filter { $0.offset != rarest }.map(\.element)
        return try page(beginning(words[rarest]), others: others, after: after, limit: limit, question)
    }

    private func beginning(_ word: String) -> Range<String> { word..<(word + "\u{7F}") }

    // MARK: Which word is rare

    private struct Frequency: Comparable {
        let count: Int
        /// Dossiers in an hour, where there are too many to be counted.
        let rate: Double

        static func < (left: Self, right: Self) -> Bool {
            (left.count, left.rate) < (right.count, right.rate)
        }
    }

    private func frequency(_ word: String) throws -> Frequency {
        var count = 0
        for unit in units where count < Self.sample {
            count += try store.count(beginning(word), unit: unit, atMost: Self.sample - count)
        }
        guard count == Self.sample else { return Frequency(count: count, rate: 0) }
        // A few units tell enough of which word is the rarer one.
        return Frequency(count: count, rate: try units.prefix(Self.sampledUnits).reduce(0) { $0 + (try rate(word, $1)) })
    }

    /// A beginning that several words share counts as much more common: its places come word by word, and those of the first
    /// words may have nothing to do with the others typed.
    private func rate(_ word: String, _ unit: String) throws -> Double {
        let reaches = try store.reaches(beginning(word), unit: unit, atMost: Self.sampledWords, places: Self.sampledPlaces)
        guard reaches.count < Self.sampledWords else { return .infinity }
        let rates = reaches.compactMap(\.self).map { age in
            Double(Self.sampledPlaces) / max(Double(now.milliseconds + age) / 3_600_000, 0.001)
        }
        return rates.reduce(0, +) * Double(reaches.count)
    }

    // MARK: A page

    private func page(
        _ words: Range<String>, others: [String], after: DossierWordStore.Position?, limit: Int, _ question: DossierQuestion
    ) throws -> FoundDossiers {
        var found: Set<DossierWordStore.Position> = []
        // Nothing behind the place where the first unit stopped looking is known of all units.
        var horizon: DossierWordStore.Position?
        for unit in units {
            let (places, end) = try look(words, others, unit, after, limit + 1)
            found.formUnion(places)
            if let end { horizon = min(horizon ?? end, end) }
        }
        let known = found.filter { place in horizon.map { place <= $0 } ?? true }.sorted()
        let rows = try DossierQueueStore(connection).summaries(ids: known.prefix(limit).map(\.id), visibleTo: access)
        let shown = known.prefix(limit)
        let next = known.count > limit ? shown.last : horizon
        return FoundDossiers(question: question, rows: shown.compactMap { rows[$0.id] }, next: next?.text)
    }

    /// The next places of a unit, and where looking for them stopped; nil when there is nothing behind.
    private func look(
        _ words: Range<String>, _ others: [String], _ unit: String, _ after: DossierWordStore.Position?, _ limit: Int
    ) throws -> (places: [DossierWordStore.Position], end: DossierWordStore.Position?) {
        let end = others.isEmpty ? nil : try store.places(words, unit: unit, after: after, limit: 1, skip: window - 1).first
        let places = try store.places(words, unit: unit, after: after, through: end, names: others, limit: limit)
        return (places, places.count == limit ? places.last : end)
    }
}

extension DossierWordStore.Position: Comparable {
    /// As the index compares.
    package static func < (left: Self, right: Self) -> Bool {
        (left.word, left.age, left.id) < (right.word, right.age, right.id)
    }
}

extension DossierWordStore.Position {
    /// The position as a link carries it.
    var text: String { "\(age)_\(id)_\(word)" }

    init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 2)
        guard parts.count == 3, let age = Int64(parts[0]), Identifier(parts[1]) != nil else { return nil }
        self.init(word: String(parts[2]), age: age, id: String(parts[1]))
    }
}
